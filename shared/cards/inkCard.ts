import { decodeInk, type InkPoint } from './ink'
import { extentOf, outlineOf, PEN_WIDTH } from './inkShape'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf } from './kind'

/** How near a press must come to the line, in world units. */
const REACH = 10

interface Drawing {
  readonly outline: Float64Array
  readonly width: number
  readonly height: number
}

/** What a pen drew straight on the wall. Points are measured from the card's corner at its first size. */
export const inkCard: CardKind = {
  type: 'ink',
  size: [120, 80],
  smallest: [12, 12],
  resizes: true,
  keepsShape: true,
  isMark: true,
  isWritten: false,
  place: placeOf,
  hit(drawable, point) {
    const part = hitBody(drawable, point)
    if (!part) return null
    const stroke = strokeOf(drawable)
    const extent = extentOf(stroke)
    if (!extent) return part
    const across = drawable.place.width / extent.width
    const down = drawable.place.height / extent.height
    return isNear(stroke, point, across, down, REACH) ? part : null
  },
  textArea: () => undefined,
  paint(brush, drawable, context) {
    const drawing = drawingOf(drawable, context)
    const colour = inkColour(drawable, context)
    const scale = drawing.width > 0 ? drawable.place.width / drawing.width : 1
    brush.within(0, 0, 0, scale, () => {
      brush.shape(drawing.outline, colour, true)
    })
  },
}

function inkColour({ card }: Drawable, { colours }: PaintContext): string {
  return card.tint === 'white' ? colours.ink : colours.tints[card.tint].edge
}

function drawingOf(drawable: Drawable, context: PaintContext): Drawing {
  return context.remember(drawable.card.ink ?? drawable, 'drawing', () => {
    const stroke = strokeOf(drawable)
    const extent = extentOf(stroke)
    return { outline: outlineOf(stroke, PEN_WIDTH), width: extent?.width ?? 0, height: extent?.height ?? 0 }
  })
}

const strokeOf = ({ card }: Drawable): InkPoint[] => (card.ink ? decodeInk(card.ink) : [])

function isNear(
  stroke: readonly InkPoint[],
  [x, y]: readonly [number, number],
  across: number,
  down: number,
  reach: number,
): boolean {
  return stroke.some(([px, py], at) => {
    const [qx, qy] = stroke[at + 1] ?? [px, py]
    return distance(x, y, px * across, py * down, qx * across, qy * down) <= reach
  })
}

function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

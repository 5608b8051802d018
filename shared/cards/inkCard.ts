import { decodeInk, type InkPoint } from './ink'
import { paintInk } from './inkPaint'
import { extentOf, inkWidth, isNear, outlineOf } from './inkShape'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf } from './kind'

/** How near a press must come to a thin line, in world units. */
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
  turns: true,
  isWritten: false,
  place: placeOf,
  hit(drawable, [x, y]) {
    const part = hitBody(drawable, [x, y])
    const scale = scaleOf(drawable)
    if (!part || scale === null) return part
    const reach = Math.max(REACH, (inkWidth(drawable.card) * scale) / 2)
    return isNear(strokeOf(drawable), [x / scale, y / scale], reach / scale) ? part : null
  },
  textArea: () => undefined,
  paint(brush, drawable, context) {
    const drawing = drawingOf(drawable, context)
    const scale = drawing.width > 0 ? drawable.place.width / drawing.width : 1
    brush.within(0, 0, 0, scale, () => paintInk(brush, drawing.outline, drawable.card, context.colours))
  },
}

/** Ink that is about to be rubbed out. */
export const fadedInk: CardKind = {
  ...inkCard,
  paint(brush, drawable, context) {
    const drawing = drawingOf(drawable, context)
    const scale = drawing.width > 0 ? drawable.place.width / drawing.width : 1
    const faded = { ...drawable.card, tint: 'faded' }
    brush.within(0, 0, 0, scale, () => paintInk(brush, drawing.outline, faded, context.colours))
  },
}

function drawingOf({ card }: Drawable, context: PaintContext): Drawing {
  return context.remember(card.ink ?? card, `drawing ${card.pen} ${card.nib}`, () => {
    const stroke = card.ink ? decodeInk(card.ink) : []
    const extent = extentOf(stroke, inkWidth(card))
    const outline = outlineOf(stroke, inkWidth(card), card.pen)
    return { outline, width: extent?.width ?? 0, height: extent?.height ?? 0 }
  })
}

/** By how much the drawing was enlarged; null when nothing is drawn. */
function scaleOf(drawable: Drawable): number | null {
  const extent = extentOf(strokeOf(drawable), inkWidth(drawable.card))
  return extent && extent.width > 0 ? drawable.place.width / extent.width : null
}

const strokes = new WeakMap<Uint8Array, readonly InkPoint[]>()

/** The points of an ink card, unpacked once. */
export function strokeOf({ card: { ink } }: Drawable): readonly InkPoint[] {
  if (!ink) return []
  const stroke = strokes.get(ink) ?? decodeInk(ink)
  strokes.set(ink, stroke)
  return stroke
}

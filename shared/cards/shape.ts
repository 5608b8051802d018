import type { Card } from '../board/schema'
import type { Box } from './box'
import type { Brush } from './brush'
import { contourOf, roomIn } from './contour'
import { type CardKind, type Drawable, hitBody, type PaintContext, type Place, placeOf } from './kind'
import { distanceToLine, isInside } from './polyline'
import { isLegible, paintArea, paintSign, SIZES } from './sheet'
import { textDirection } from './text'

const EDGE = 2
const NAME = 12
/** The height of the sign's row. */
const SIGN = 16

/** A geometric shape with words in its middle. */
export const shape: CardKind = {
  type: 'shape',
  size: [200, 140],
  smallest: [40, 40],
  resizes: true,
  turns: true,
  isWritten: true,
  showsVotes: true,
  place: placeOf,
  contour: ({ shape: form }, { width, height }) => contourOf(form, width, height),
  hit(drawable, point, reach) {
    // The corners that a shape leaves bare belong to the wall.
    const contour = contourIn(drawable)
    const isOn = isInside(contour, point) || distanceToLine(contour, point, true) <= reach
    return isOn ? { name: 'body' } : hitBodyOfTiny(drawable, point)
  },
  textArea: ({ card, place }) => ({
    ...roomBeside(card, place),
    text: card.text,
    font: { face: 'card', weight: 400 },
    sizes: SIZES,
    isCentred: true,
  }),
  paint(brush, drawable, context) {
    const { colours, scale } = context
    const tint = colours.tints[drawable.card.tint]
    const contour = contourIn(drawable)
    brush.shape(contour, tint.fill)
    // Closed on its own beginning, so that the first corner is as round as the others.
    const edge = Math.max(EDGE, Math.min(6, 1 / scale))
    brush.line([...contour, ...contour.slice(0, 4)], tint.edge, edge)
    const area = shape.textArea(drawable, context)
    if (area) paintArea(brush, drawable, area, context, colours.ink)
    paintTint(brush, drawable, context)
  },
}

/** The room for words above the sign of the tint. */
function roomBeside({ shape: form, tint }: Card, { width, height }: Place): Box {
  const room = roomIn(form, width, height)
  return tint === 'white' ? room : { ...room, height: Math.max(8, room.height - SIGN) }
}

const contourIn = ({ card, place }: Drawable): readonly number[] =>
  contourOf(card.shape, place.width, place.height)

/** What is too small to aim at is hit as a whole. */
function hitBodyOfTiny(drawable: Drawable, point: readonly [number, number]) {
  const { width, height } = drawable.place
  return Math.max(width, height) < 24 ? hitBody(drawable, point) : null
}

/** The sign of the tint, or its name in high contrast, under the words: no meaning rests on colour alone. */
function paintTint(brush: Brush, { card, place }: Drawable, context: PaintContext): void {
  if (card.tint === 'white' || !isLegible(NAME, context)) return
  const { colours, words, measure } = context
  const room = roomBeside(card, place)
  const x = room.x + room.width / 2
  const y = room.y + room.height + SIGN / 2
  if (!colours.isStark) {
    paintSign(brush, card.tint, x, y, colours.tints[card.tint].edge)
    return
  }
  // “Lemon, circle”: the sign itself is not painted here.
  const name = words.tints[card.tint].split(/[,،]/u)[0] ?? ''
  const font = { face: 'card', size: NAME, weight: 600 } as const
  const direction = textDirection(name)
  const half = measure.width(name, font) / 2
  brush.text(name, direction === 'rtl' ? x + half : x - half, y + 4, font, colours.ink, direction)
}

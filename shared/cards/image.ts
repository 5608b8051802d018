import type { Box } from './box'
import type { Brush } from './brush'
import { FOOT_HEIGHT, hasFoot, paintFoot } from './foot'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf } from './kind'
import { isLegible, paintArea, paintSheet, paintSign } from './sheet'
import { LEGIBLE, LINE_HEIGHT, textDirection } from './text'

/** World units of paper around a picture. */
export const MOUNT = 8
const CAPTION_SIZES = [15, 14, 13, 12] as const
/** As much of the card as words may take from the picture. */
const MOST_CAPTION = 0.4
const LONG_SIDE = 360
const SIGN_ROOM = 11

/** The size of a card for a picture of so many pixels, in world units. */
export function imageSize([width, height]: readonly [number, number]): [number, number] {
  const scale = LONG_SIDE / Math.max(1, width, height)
  return [
    Math.max(image.smallest[0], Math.round(width * scale) + 2 * MOUNT),
    Math.max(image.smallest[1], Math.round(height * scale) + 2 * MOUNT),
  ]
}

/** A photo or a drawing on its paper, with what it shows written below. */
export const image: CardKind = {
  type: 'image',
  size: [LONG_SIDE + 2 * MOUNT, 270 + 2 * MOUNT],
  smallest: [80, 64],
  resizes: true,
  turns: true,
  keepsShape: true,
  isWritten: true,
  place: placeOf,
  hit: hitBody,
  textArea: (drawable) => {
    const { width, height } = drawable.place
    const room = captionRoom(drawable)
    return {
      x: MOUNT + 4,
      y: height - footRoom(drawable) - room + 2,
      width: Math.max(8, width - 2 * MOUNT - 8),
      height: Math.max(8, room - 4),
      text: drawable.card.text,
      font: { face: 'card', weight: 400 },
      sizes: CAPTION_SIZES,
    }
  },
  paint(brush, drawable, context) {
    const { card, place } = drawable
    paintSheet(brush, drawable, context)
    const isCaptioned = card.text !== '' || context.editing === drawable.id
    const below = (isCaptioned ? captionRoom(drawable) : 0) + footRoom(drawable)
    const frame = {
      x: MOUNT,
      y: MOUNT,
      width: Math.max(1, place.width - 2 * MOUNT),
      height: Math.max(1, place.height - MOUNT - Math.max(MOUNT, below)),
    }
    paintPicture(brush, drawable, frame, context)
    if (card.tint !== 'white' && !context.colours.isStark && context.scale > 0.25) {
      // On the picture it would be lost.
      const { fill, edge } = context.colours.tints[card.tint]
      brush.disc(place.width - 15, 15, SIGN_ROOM, fill)
      paintSign(brush, card.tint, place.width - 15, 15, edge)
    }
    const area = image.textArea(drawable, context)
    if (area && isCaptioned) paintArea(brush, drawable, area, context, context.colours.ink)
    paintFoot(brush, drawable, context)
  },
}

/** By the number of letters alone, so that the picture has the same size at every zoom. */
function captionRoom({ place, card }: Drawable): number {
  const [size] = CAPTION_SIZES
  const perLine = Math.max(1, Math.floor((place.width - 2 * MOUNT - 8) / (size * 0.5)))
  const lines = card.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
  return Math.min(lines * size * LINE_HEIGHT + 12, place.height * MOST_CAPTION)
}

const footRoom = (drawable: Drawable): number => (hasFoot(drawable) ? FOOT_HEIGHT : 0)

/** The largest box of these proportions in the middle of another one. */
function fitted({ x, y, width, height }: Box, [wide, high]: readonly [number, number]): Box {
  if (wide <= 0 || high <= 0) return { x, y, width, height }
  const scale = Math.min(width / wide, height / high)
  return {
    x: x + (width - wide * scale) / 2,
    y: y + (height - high * scale) / 2,
    width: wide * scale,
    height: high * scale,
  }
}

function paintPicture(brush: Brush, { card }: Drawable, frame: Box, context: PaintContext): void {
  const { colours, words, measure } = context
  const { x, y, width, height } = fitted(frame, card.pixels)
  const shown = card.asset === '' ? 'missing' : brush.picture(card.asset, x, y, width, height)
  if (shown === 'painted') return
  brush.box(x, y, width, height, 4, colours.well, colours.hairline, 1)
  if (context.scale * 24 < LEGIBLE) return
  const size = Math.min(36, width * 0.4, height * 0.4)
  const isWorded = shown === 'missing' && isLegible(13, context) && height > 70
  paintHills(brush, x + width / 2, y + height / 2 - (isWorded ? 14 : 0), size, colours.ink3)
  if (!isWorded) return
  const font = { face: 'card', size: 13, weight: 400 } as const
  const wide = measure.width(words.pictureMissing, font)
  if (wide > width - 12) return
  const direction = textDirection(words.pictureMissing)
  const left = x + (width - wide) / 2
  const start = direction === 'rtl' ? left + wide : left
  brush.text(words.pictureMissing, start, y + height / 2 + 26, font, colours.ink2, direction)
}

/** What stands for a picture that is not there: two hills and the sun. (x, y) is its middle. */
function paintHills(brush: Brush, x: number, y: number, size: number, colour: string): void {
  const at = (points: readonly number[]) => points.map((value, i) => value * size + (i % 2 === 0 ? x : y))
  brush.line(at([-0.5, 0.35, -0.15, -0.15, 0.15, 0.25, 0.28, 0.08, 0.5, 0.35, -0.5, 0.35]), colour, 1.75)
  brush.disc(x + 0.24 * size, y - 0.25 * size, 0.09 * size, colour)
}

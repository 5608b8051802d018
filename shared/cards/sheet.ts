import { type Format, PLAIN } from '../board/formats'
import type { Tint } from '../board/vocabulary'
import type { Brush } from './brush'
import type { Drawable, PaintContext, TextArea } from './kind'
import { fitText, LEGIBLE, LINE_HEIGHT, paintBars, paintText, type TextBlock, textDirection } from './text'

export const SHEET_PADDING = 16
export const RADIUS = 10
/** The letters of what stands on a card besides people's own words. */
export const SMALL = 12

/** How far a resting card's shadow and edge reach beyond it, in world units. */
export const OVERHANG = 10

export const SIZES = [20, 18, 17, 16, 15, 14, 13, 12] as const

/** Paints the paper of a card: shadow, tint, edge and the sign that goes with the tint. */
export function paintSheet(brush: Brush, drawable: Drawable, context: PaintContext): void {
  const { width, height } = drawable.place
  const { colours, scale } = context
  const tint = colours.tints[drawable.card.tint]
  const isFar = scale * 24 < LEGIBLE
  const radius = isFar ? 0 : Math.min(RADIUS, width / 4, height / 4)
  // Only what the paper leaves bare of its shadow: painting it whole would double the pixels of a card.
  if (scale > 0.2)
    for (const { drop, spread, colour } of colours.shadows)
      brush.box(
        -spread,
        height - 2 * radius,
        width + 2 * spread,
        2 * radius + drop + spread,
        radius + spread,
        colour,
      )
  const isStark = colours.isStark
  const thick = colours.edgeWidth
  if (scale > 0.1) {
    // Two fills cost a fraction of a fill and a stroke.
    brush.box(0, 0, width, height, radius, isStark ? tint.edge : tint.rim)
    const inner = Math.max(0, radius - thick)
    brush.box(thick, thick, width - 2 * thick, height - 2 * thick, inner, tint.fill)
  } else brush.box(0, 0, width, height, radius, tint.fill)
  if (isStark) {
    if (scale * SMALL >= LEGIBLE && drawable.card.tint !== 'white') paintTintName(brush, drawable, context)
  } else if (scale > 0.25) paintSign(brush, drawable.card.tint, width - 15, 15, tint.edge)
}

/** In high contrast the colour's name stands in the upper edge, as in a form. */
function paintTintName(brush: Brush, { place, card }: Drawable, context: PaintContext): void {
  const { colours, words, measure } = context
  // “Lemon, circle”: the sign itself is not painted here.
  const name = words.tints[card.tint].split(/[,،]/u)[0] ?? ''
  const font = { face: 'card', size: SMALL, weight: 600 } as const
  const width = measure.width(name, font)
  const left = place.width - RADIUS - 8 - width
  brush.box(left - 4, -1, width + 8, 4, 0, colours.tints[card.tint].fill)
  const direction = textDirection(name)
  brush.text(name, direction === 'rtl' ? left + width : left, 4.5, font, colours.ink, direction)
}

/** A small sign per tint, so that no meaning rests on colour alone. (x, y) is its middle. */
export function paintSign(brush: Brush, tint: Tint, x: number, y: number, colour: string): void {
  const shape = (points: readonly number[]) =>
    brush.shape(
      points.map((value, at) => value + (at % 2 === 0 ? x : y)),
      colour,
    )
  if (tint === 'lemon') brush.disc(x, y, 4, colour)
  else if (tint === 'sky') brush.line([x - 6, y, x - 3, y - 3, x, y, x + 3, y + 3, x + 6, y], colour, 2)
  else if (tint === 'mint') shape([-4, 4, -4, -1, -1, -4, 4, -4, 4, 1, 1, 4])
  else if (tint === 'rose') shape([0, 5, -5, 0, -5, -3, -2.5, -4.5, 0, -2, 2.5, -4.5, 5, -3, 5, 0])
  else if (tint === 'lilac') shape([0, -5, 5, 0, 0, 5, -5, 0])
  else if (tint === 'peach') shape([0, -5, 5, 4, -5, 4])
  else if (tint === 'sand') shape([-4, -4, 4, -4, 4, 4, -4, 4])
}

/** Whether letters of this size can be read at the present zoom. */
export const isLegible = (size: number, { scale }: PaintContext): boolean => size * scale >= LEGIBLE

/** The formats of the words in an area of a card. */
export function formatsIn(
  { card, details }: Pick<Drawable, 'card' | 'details'>,
  area: TextArea,
): readonly Format[] {
  return area.formats ?? (area.text === card.text ? details.formats : PLAIN)
}

/** Lays out the words of an area once per snapshot. */
export function layOut(drawable: Drawable, area: TextArea, context: PaintContext, name = 'text'): TextBlock {
  return context.remember(drawable, name, () =>
    fitText(
      area.text,
      area.width,
      area.height,
      area.sizes,
      area.font,
      context.measure,
      formatsIn(drawable, area),
    ),
  )
}

function paintAreaAsBars(brush: Brush, area: TextArea, size: number, colour: string): void {
  const { text, x, y, width, height, isCentred } = area
  if (!isCentred) {
    paintBars(brush, text, x, y, width, height, size, colour)
    return
  }
  const wide = Math.min(width, text.length * size * 0.5)
  const lines = Math.ceil((text.length * size * 0.5) / width)
  const high = Math.min(height, Math.max(1, lines) * size * LINE_HEIGHT)
  paintBars(brush, text, x + (width - wide) / 2, y + (height - high) / 2, wide, high, size, colour)
}

/** Paints the words of an area, as bars when they are too small to read, not at all while being edited. */
export function paintArea(
  brush: Brush,
  drawable: Drawable,
  area: TextArea,
  context: PaintContext,
  colour: string,
  name = 'text',
): void {
  if (area.text === '' || context.editing === drawable.id) return
  const common = area.sizes[Math.min(1, area.sizes.length - 1)] ?? SIZES[1]
  if (!isLegible(common, context)) paintAreaAsBars(brush, area, common, `${context.colours.ink}66`)
  else {
    const block = layOut(drawable, area, context, name)
    const drop = area.isCentred ? Math.max(0, (area.height - block.height) / 2) : 0
    paintText(brush, block, area.x, area.y + drop, area.width, colour, area.isCentred)
  }
}

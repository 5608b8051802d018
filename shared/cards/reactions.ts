import type { Brush } from './brush'
import type { Drawable, PaintContext } from './kind'
import { isLegible, SMALL } from './sheet'
import { drawSign, signOf } from './signs'

const HEIGHT = 20
const SIGN = 13
const GAP = 4
const FONT = { face: 'card', size: SMALL, weight: 600 } as const

/** Paints what people answered a card with on its lower edge, each sign with how many gave it. */
export function paintReactions(brush: Brush, { details, place }: Drawable, context: PaintContext): void {
  if (details.reactions.length === 0 || !isLegible(SMALL, context)) return
  const { colours, measure } = context
  const middle = place.height
  const baseline = middle + SMALL * 0.34
  const most = place.width - 16
  let left = 16
  for (const { sign, count } of details.reactions) {
    const known = signOf(sign)
    const words = String(count)
    const width = 8 + SIGN + 5 + measure.width(words, FONT) + 8
    if (!known) continue
    // What finds no room is told in the details.
    if (left + width > most) return
    const edge = colours.name === 'highContrast' ? colours.ink : colours.controlEdge
    brush.box(left, middle - HEIGHT / 2, width, HEIGHT, HEIGHT / 2, edge)
    brush.box(left + 1, middle - HEIGHT / 2 + 1, width - 2, HEIGHT - 2, HEIGHT / 2 - 1, colours.paper)
    drawSign(brush, known, left + 8 + SIGN / 2, middle, SIGN, colours)
    brush.text(words, left + 8 + SIGN + 5, baseline, FONT, colours.ink, 'ltr')
    left += width + GAP
  }
}

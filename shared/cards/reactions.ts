import type { Brush } from './brush'
import { textDirection } from './direction'
import type { Drawable, PaintContext } from './kind'
import { isLegible, SMALL } from './sheet'
import { drawSign, type Sign, signOf } from './signs'

const HEIGHT = 20
const SIGN = 13
const GAP = 4
const DOT_STEP = 9
/** Votes up to here are seen at a glance, more are told as a number. */
const SEEN_AT_ONCE = 4
/** World units from a card's side to the first of its pills. */
const SIDE = 16
const FONT = { face: 'card', size: SMALL, weight: 600 } as const

interface Pill {
  readonly width: number
  paint(left: number, middle: number): void
}

/**
 * Paints what people answered a card with on its lower edge, each sign with how many gave it, and before them the
 * votes of a kind that has no foot for them.
 */
export function paintReactions(brush: Brush, drawable: Drawable, context: PaintContext): void {
  const { details, place, kind } = drawable
  const votes = kind.showsVotes ? details.votes : 0
  if ((details.reactions.length === 0 && votes === 0) || !isLegible(SMALL, context)) return
  const pills = details.reactions.flatMap(({ sign, count }) => {
    const known = signOf(sign)
    return known ? [answer(brush, known, count, context)] : []
  })
  if (votes > 0) pills.unshift(votesPill(brush, votes, context))
  // What finds no room is told in the details.
  const most = Math.max(place.width - 2 * SIDE, pills[0]?.width ?? 0)
  const shown: Pill[] = []
  let wide = 0
  for (const pill of pills) {
    if (wide + pill.width > most) break
    shown.push(pill)
    wide += pill.width + GAP
  }
  let left = startOf(drawable, wide - GAP)
  const middle = place.height + (isBareWords(drawable) ? HEIGHT / 2 + 2 : 0)
  for (const { width, paint } of shown) {
    const edge = context.colours.isStark ? context.colours.ink : context.colours.controlEdge
    brush.box(left, middle - HEIGHT / 2, width, HEIGHT, HEIGHT / 2, edge)
    brush.box(left + 1, middle - HEIGHT / 2 + 1, width - 2, HEIGHT - 2, HEIGHT / 2 - 1, context.colours.paper)
    paint(left, middle)
    left += width + GAP
  }
}

const isBareWords = ({ kind }: Drawable): boolean => kind.isBare === true && !kind.isField

/** The corners that a shape leaves bare are no place for pills; those of bare words stand under their beginning. */
function startOf(drawable: Drawable, wide: number): number {
  const { kind, place, card } = drawable
  if (kind.contour) return (place.width - wide) / 2
  if (!isBareWords(drawable)) return SIDE
  return textDirection(card.text) === 'rtl' ? place.width - wide : 0
}

function answer(brush: Brush, sign: Sign, count: number, { colours, measure }: PaintContext): Pill {
  const words = String(count)
  return {
    width: 8 + SIGN + 5 + measure.width(words, FONT) + 8,
    paint(left, middle) {
      drawSign(brush, sign, left + 8 + SIGN / 2, middle, SIGN, colours)
      brush.text(words, left + 8 + SIGN + 5, middle + SMALL * 0.34, FONT, colours.ink, 'ltr')
    },
  }
}

function votesPill(brush: Brush, votes: number, { colours, measure }: PaintContext): Pill {
  const dots = votes <= SEEN_AT_ONCE ? votes : 1
  const words = votes <= SEEN_AT_ONCE ? '' : String(votes)
  const figures = words === '' ? 0 : 4 + measure.width(words, FONT)
  return {
    width: 8 + dots * DOT_STEP - 2 + figures + 8,
    paint(left, middle) {
      for (let at = 0; at < dots; at++) brush.disc(left + 11.5 + at * DOT_STEP, middle, 3.5, colours.accent)
      if (words !== '') brush.text(words, left + 19, middle + SMALL * 0.34, FONT, colours.ink, 'ltr')
    },
  }
}

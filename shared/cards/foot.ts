import type { Confidence } from '../board/vocabulary'
import type { Box } from './box'
import type { Brush } from './brush'
import type { Drawable, PaintContext } from './kind'
import { isLegible, SHEET_PADDING, SMALL } from './sheet'
import { fitText, paintText, textDirection } from './text'

export const FOOT_HEIGHT = 30
const FONT = { face: 'card', size: SMALL, weight: 400 } as const
/** More votes than these are told as a number: nobody counts so many dots. */
const MOST_DOTS = 10
const DOT_STEP = 9
/** Votes up to here are seen at a glance. */
const SEEN_AT_ONCE = 4
/** What the title of a source needs at least to say something. */
const LEAST_SOURCE = 56

/** Whether a card has something to show at its foot. */
export const hasFoot = ({ card, details }: Drawable): boolean =>
  details.votes > 0 || details.source !== null || details.links > 0 || card.confidence !== ''

/** The inner area for words, above the foot when there is one. */
export function innerArea(drawable: Drawable, top = SHEET_PADDING): Box {
  const { width, height } = drawable.place
  const bottom = hasFoot(drawable) ? FOOT_HEIGHT + 4 : SHEET_PADDING
  return {
    x: SHEET_PADDING,
    y: top,
    width: Math.max(8, width - 2 * SHEET_PADDING),
    height: Math.max(8, height - top - bottom),
  }
}

/** Paints the foot row: source and confidence from the left, thread and votes from the right. */
export function paintFoot(brush: Brush, drawable: Drawable, context: PaintContext): void {
  if (!hasFoot(drawable) || !isLegible(SMALL, context)) return
  const { details, place, card } = drawable
  const middle = place.height - FOOT_HEIGHT / 2
  let end = place.width - SHEET_PADDING
  if (details.links > 0) end = paintLinks(brush, details.links, end, middle, context)
  const confidence = card.confidence === '' ? 0 : confidenceWidth(card.confidence, context) + 12
  const source = details.source === null ? 0 : LEAST_SOURCE
  if (details.votes > 0)
    end = paintVotes(brush, details.votes, end, end - SHEET_PADDING - confidence - source, middle, context)
  if (card.confidence !== '') {
    // With a source, which takes the beginning of the row, it stands among the figures at the end.
    const left = details.source === null ? SHEET_PADDING : end - confidence + 12
    paintConfidence(brush, card.confidence, left, middle, context)
    end -= confidence
  }
  if (details.source !== null) paintSource(brush, drawable, details.source, end, middle, context)
}

const baselineOf = (middle: number): number => middle + SMALL * 0.34

/** Paints a number that ends at `end`; returns where it begins. */
function paintFigure(brush: Brush, value: number, end: number, middle: number, context: PaintContext) {
  const words = String(value)
  const left = end - context.measure.width(words, FONT)
  brush.text(words, left, baselineOf(middle), FONT, context.colours.ink2, 'ltr')
  return left
}

function paintLinks(brush: Brush, links: number, end: number, middle: number, context: PaintContext) {
  const { ink2 } = context.colours
  const x = paintFigure(brush, links, end, middle, context) - 9
  brush.line([x - 3, middle + 3, x + 3, middle - 3], ink2, 1.5)
  brush.disc(x - 3.5, middle + 3.5, 2.5, ink2)
  brush.disc(x + 3.5, middle - 3.5, 2.5, ink2)
  return x - 15
}

function paintVotes(
  brush: Brush,
  votes: number,
  end: number,
  room: number,
  middle: number,
  context: PaintContext,
): number {
  const { accent } = context.colours
  const isDots = votes <= MOST_DOTS && votes * DOT_STEP + 14 <= room
  const left = isDots && votes <= SEEN_AT_ONCE ? end : paintFigure(brush, votes, end, middle, context) - 5
  if (!isDots) {
    brush.disc(left - 5, middle, 5, accent)
    return left - 20
  }
  for (let at = 0; at < votes; at++) brush.disc(left - 3.5 - at * DOT_STEP, middle, 3.5, accent)
  return left - votes * DOT_STEP - 8
}

const STEPS: Readonly<Record<Exclude<Confidence, ''>, number>> = { guess: 1, likely: 2, sure: 3 }
const STEPS_WIDTH = 15

function confidenceWidth(confidence: Exclude<Confidence, ''>, { words, measure }: PaintContext): number {
  return STEPS_WIDTH + 5 + measure.width(words.confidence[confidence], FONT)
}

/** Three steps, of which as many are filled as the room is sure, and the word for it. */
function paintConfidence(
  brush: Brush,
  confidence: Exclude<Confidence, ''>,
  left: number,
  middle: number,
  context: PaintContext,
): void {
  const { colours, words, measure } = context
  const word = words.confidence[confidence]
  const direction = textDirection(word)
  const wide = measure.width(word, FONT)
  const isRight = direction === 'rtl'
  const start = isRight ? left + wide + 5 : left
  for (let step = 0; step < 3; step++) {
    const height = 4 + step * 3
    const x = start + (isRight ? 2 - step : step) * 5
    const isFilled = step < STEPS[confidence]
    brush.box(x, middle + 5 - height, 4, height, 1, isFilled ? colours.ink2 : null, colours.ink2, 1)
  }
  const x = isRight ? left + wide : left + STEPS_WIDTH + 5
  brush.text(word, x, baselineOf(middle), FONT, colours.ink2, direction)
}

function paintSource(
  brush: Brush,
  drawable: Drawable,
  source: string,
  end: number,
  middle: number,
  { colours, measure, remember }: PaintContext,
): void {
  const left = SHEET_PADDING
  const width = Math.max(20, end - left - 16)
  const block = remember(drawable, 'source', () =>
    fitText(source, width, SMALL * 1.4, [SMALL], { face: 'card', weight: 400 }, measure),
  )
  const [top, bottom, far] = [middle - 5, middle + 5, left + 9]
  brush.line([left + 1, top, left + 1, bottom, far, bottom, far, top, left + 1, top], colours.accent, 1.5)
  brush.line([left + 3.5, middle - 1.5, left + 6.5, middle - 1.5], colours.accent, 1.2)
  brush.line([left + 3.5, middle + 1.5, left + 6.5, middle + 1.5], colours.accent, 1.2)
  // Right beside its sign, whichever way it reads.
  const wide = Math.min(width, block.lines[0]?.width ?? width)
  paintText(brush, block, left + 16, middle - block.height / 2, wide, colours.accent)
}

import { type Box, contains } from './box'
import type { Brush } from './brush'
import { FOOT_HEIGHT, innerArea, paintFoot } from './foot'
import {
  type CardKind,
  type Drawable,
  hitBody,
  type PaintContext,
  partKey,
  placeOf,
  type TextArea,
  type WrittenPart,
} from './kind'
import { isLegible, layOut, paintSheet, SHEET_PADDING, SIZES } from './sheet'
import { LINE_HEIGHT, paintBars, paintText, textDirection } from './text'

const QUOTE_SIZES = [16, 15, 14, 13, 12] as const
const WHY_SIZES = [14, 13, 12] as const
const RULE = 12
const GAP = 12
/** Beside the sign in the corner. */
const CORNER = 14

type Piece = WrittenPart | 'text'

/** Where each piece stands; a piece without words, or without room, is not there. */
type Pieces = Readonly<Partial<Record<Piece, TextArea>>>

/** What someone said, what we noticed, why it matters, and how sure we are. */
export const insight: CardKind = {
  type: 'insight',
  size: [280, 220],
  smallest: [140, 96],
  resizes: true,
  isWritten: true,
  place: placeOf,
  hit(drawable, point) {
    const part = hitBody(drawable, point)
    if (!part) return null
    const { width, height } = drawable.place
    const isFoot = point[1] >= height - FOOT_HEIGHT && point[0] <= width * 0.5
    if (isFoot && drawable.details.source !== null) return { name: 'source' }
    // Near enough for a hand: only a painter knows how wide letters are.
    const pieces = arranged(drawable, estimatedHeight)
    const isIn = (piece: Piece) =>
      pieces[piece] !== undefined && contains(across(drawable, pieces[piece]), point)
    if (isIn('quote')) return { name: 'quote' }
    return isIn('why') ? { name: 'why' } : part
  },
  textArea(drawable, context, part) {
    const pieces = arranged(drawable, measuredHeight(drawable, context))
    if (part !== 'quote' && part !== 'why') return pieces.text
    return pieces[part] ?? emptyArea(drawable, part)
  },
  paint(brush, drawable, context) {
    paintSheet(brush, drawable, context)
    const pieces = arranged(drawable, measuredHeight(drawable, context))
    if (pieces.quote) paintQuote(brush, drawable, pieces.quote, context)
    if (pieces.text) paintPiece(brush, drawable, 'text', pieces.text, context, context.colours.ink)
    if (pieces.why) paintPiece(brush, drawable, 'why', pieces.why, context, context.colours.ink2)
    paintFoot(brush, drawable, context)
  },
}

/** The whole width of the card beside a piece. */
const across = ({ place }: Drawable, { y, height }: Box): Box => ({ x: 0, y, width: place.width, height })

/** One under the other: the quote, what was noticed, and why it matters when there is room left. */
function arranged(drawable: Drawable, heightOf: (piece: Piece, area: TextArea) => number): Pieces {
  const { card, details } = drawable
  const inner = innerArea(drawable)
  const bottom = inner.y + inner.height
  const hasNoticed = card.text !== ''
  let top = inner.y
  let quote: TextArea | undefined
  if (details.quote !== null) {
    const isAlone = !hasNoticed && card.why === ''
    const area = quoteArea(drawable, details.quote, isAlone ? inner.height : inner.height * 0.52)
    quote = { ...area, height: heightOf('quote', area) }
    top += quote.height + GAP
  }
  const width = quote ? inner.width : Math.max(8, inner.width - CORNER)
  const room = Math.max(20, bottom - top)
  const text: TextArea = {
    ...inner,
    y: top,
    width,
    height: card.why === '' ? room : Math.max(20, room * 0.64),
    text: card.text,
    font: { face: 'card', weight: quote || card.why !== '' ? 600 : 400 },
    sizes: SIZES.slice(1),
  }
  if (hasNoticed) top += heightOf('text', text) + 6
  const why: TextArea = {
    ...inner,
    y: top,
    height: bottom - top,
    text: card.why,
    font: { face: 'card', weight: 400 },
    sizes: WHY_SIZES,
  }
  const hasRoom = why.height >= WHY_SIZES[1] * LINE_HEIGHT
  return { text, ...(quote ? { quote } : {}), ...(card.why !== '' && hasRoom ? { why } : {}) }
}

function quoteArea(drawable: Drawable, quote: string, height: number): TextArea {
  const inner = innerArea(drawable)
  const isRight = textDirection(quote) === 'rtl'
  return {
    // The rule stands where the quote begins; the corner keeps room for the sign.
    x: SHEET_PADDING + (isRight ? 0 : RULE),
    y: inner.y,
    width: Math.max(8, inner.width - RULE - CORNER),
    height,
    text: quote,
    font: { face: 'reading', weight: 400 },
    sizes: QUOTE_SIZES,
  }
}

/** Where a piece that has no words yet is written. */
function emptyArea(drawable: Drawable, part: WrittenPart): TextArea {
  const inner = innerArea(drawable)
  if (part === 'quote') return quoteArea(drawable, '', inner.height * 0.52)
  const height = Math.min(inner.height, WHY_SIZES[0] * LINE_HEIGHT * 2)
  return {
    ...inner,
    y: inner.y + inner.height - height,
    height,
    text: drawable.card.why,
    font: { face: 'card', weight: 400 },
    sizes: WHY_SIZES,
  }
}

function estimatedHeight(_: Piece, { text, width, height, sizes }: TextArea): number {
  const size = sizes[1] ?? QUOTE_SIZES[1]
  const perLine = Math.max(1, Math.floor(width / (size * 0.5)))
  return Math.min(height, Math.ceil(text.length / perLine) * size * LINE_HEIGHT)
}

function measuredHeight(drawable: Drawable, context: PaintContext): typeof estimatedHeight {
  // An overview of thousands of cards measures nothing.
  if (!isLegible(QUOTE_SIZES[1], context)) return estimatedHeight
  return (piece, area) => layOut(drawable, area, context, piece).height
}

function paintQuote(brush: Brush, drawable: Drawable, area: TextArea, context: PaintContext): void {
  const isRight = textDirection(area.text) === 'rtl'
  const rule = isRight ? area.x + area.width + RULE - 2 : SHEET_PADDING
  brush.box(rule, area.y, 2, area.height, 1, context.colours.tints[drawable.card.tint].edge)
  paintPiece(brush, drawable, 'quote', area, context, context.colours.ink2)
}

function paintPiece(
  brush: Brush,
  drawable: Drawable,
  piece: Piece,
  area: TextArea,
  context: PaintContext,
  colour: string,
): void {
  const key = piece === 'text' ? drawable.id : partKey(drawable.id, piece)
  if (area.text === '' || context.editing === key) return
  const { x, y, width, height } = area
  if (isLegible(QUOTE_SIZES[1], context))
    paintText(brush, layOut(drawable, area, context, piece), x, y, width, colour)
  else
    paintBars(
      brush,
      area.text,
      x,
      y,
      width,
      height,
      QUOTE_SIZES[1],
      `${colour}${piece === 'text' ? '66' : '55'}`,
    )
}

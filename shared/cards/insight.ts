import type { Brush } from './brush'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf, type TextArea } from './kind'
import {
  FOOT_HEIGHT,
  innerArea,
  isLegible,
  layOut,
  paintArea,
  paintFoot,
  paintSheet,
  SHEET_PADDING,
  SIZES,
} from './sheet'
import { LINE_HEIGHT, paintBars, paintText, textDirection } from './text'

const QUOTE_SIZES = [16, 15, 14, 13, 12] as const
const RULE = 12
const GAP = 12

/** What someone said, and what we noticed. */
export const insight: CardKind = {
  type: 'insight',
  size: [280, 220],
  smallest: [140, 96],
  resizes: true,
  isWritten: true,
  place: placeOf,
  hit(drawable, point) {
    const part = hitBody(drawable, point)
    if (!part || drawable.details.source === null) return part
    const { width, height } = drawable.place
    const isFoot = point[1] >= height - FOOT_HEIGHT && point[0] <= width * 0.66
    return isFoot ? { name: 'source' } : part
  },
  textArea(drawable, context) {
    const inner = innerArea(drawable)
    const quoted = quoteHeight(drawable, context)
    return {
      ...inner,
      y: inner.y + quoted,
      width: quoted > 0 ? inner.width : Math.max(8, inner.width - 14),
      height: Math.max(20, inner.height - quoted),
      text: drawable.card.text,
      font: { face: 'card', weight: drawable.details.quote === null ? 400 : 600 },
      sizes: SIZES.slice(1),
    }
  },
  paint(brush, drawable, context) {
    paintSheet(brush, drawable, context)
    paintQuote(brush, drawable, context)
    const area = insight.textArea(drawable, context)
    if (area) paintArea(brush, drawable, area, context, context.colours.ink)
    paintFoot(brush, drawable, context)
  },
}

function quoteArea(drawable: Drawable): TextArea {
  const inner = innerArea(drawable)
  const isRight = textDirection(drawable.details.quote ?? '') === 'rtl'
  return {
    // The rule stands where the quote begins; the corner keeps room for the sign.
    x: SHEET_PADDING + (isRight ? 0 : RULE),
    y: inner.y,
    width: Math.max(8, inner.width - RULE - 14),
    height: drawable.card.text === '' ? inner.height : inner.height * 0.56,
    text: drawable.details.quote ?? '',
    font: { face: 'reading', weight: 400 },
    sizes: QUOTE_SIZES,
  }
}

function quoteHeight(drawable: Drawable, context: PaintContext): number {
  if (drawable.details.quote === null) return 0
  const area = quoteArea(drawable)
  if (!isLegible(QUOTE_SIZES[1], context)) {
    const perLine = Math.max(1, Math.floor(area.width / (QUOTE_SIZES[1] * 0.5)))
    const lines = Math.ceil(area.text.length / perLine)
    return Math.min(area.height, lines * QUOTE_SIZES[1] * LINE_HEIGHT) + GAP
  }
  return layOut(drawable, area, context, 'quote').height + GAP
}

function paintQuote(brush: Brush, drawable: Drawable, context: PaintContext): void {
  if (drawable.details.quote === null) return
  const { colours } = context
  const area = quoteArea(drawable)
  const height = quoteHeight(drawable, context) - GAP
  const isRight = textDirection(area.text) === 'rtl'
  const rule = isRight ? area.x + area.width + RULE - 2 : SHEET_PADDING
  brush.box(rule, area.y, 2, height, 1, colours.tints[drawable.card.tint].edge)
  if (!isLegible(QUOTE_SIZES[1], context))
    paintBars(brush, area.text, area.x, area.y, area.width, area.height, QUOTE_SIZES[1], `${colours.ink2}55`)
  else {
    const block = layOut(drawable, area, context, 'quote')
    paintText(brush, block, area.x, area.y, area.width, colours.ink2)
  }
}

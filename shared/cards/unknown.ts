import { type CardKind, hitBody, placeOf } from './kind'
import { isLegible, RADIUS, SHEET_PADDING } from './sheet'
import { fitText, paintText } from './text'

/** A card of a kind this version does not know: it can be moved and deleted, and survives untouched. */
export const unknown: CardKind = {
  type: 'unknown',
  size: [240, 160],
  smallest: [96, 64],
  resizes: false,
  isWritten: false,
  place: placeOf,
  hit: hitBody,
  textArea: () => undefined,
  paint(brush, drawable, context) {
    const { width, height } = drawable.place
    const { colours, words } = context
    brush.box(0, 0, width, height, RADIUS, colours.well, colours.controlEdge, colours.edgeWidth)
    const inset = 6
    brush.box(inset, inset, width - 2 * inset, height - 2 * inset, RADIUS - 4, null, colours.hairline, 1)
    if (!isLegible(15, context)) return
    const inner = width - 2 * SHEET_PADDING
    const block = context.remember(drawable, 'text', () =>
      fitText(words.unknown, inner, height - 32, [15, 13], { face: 'card', weight: 400 }, context.measure),
    )
    paintText(brush, block, SHEET_PADDING, (height - block.height) / 2, inner, colours.ink3)
  },
}

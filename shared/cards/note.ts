import { innerArea, paintFoot } from './foot'
import { type CardKind, hitBody, placeOf } from './kind'
import { paintArea, paintSheet, SIZES } from './sheet'

/** A plain note: words on a tinted sheet. */
export const note: CardKind = {
  type: 'note',
  size: [240, 160],
  smallest: [96, 64],
  resizes: true,
  turns: true,
  isWritten: true,
  place: placeOf,
  hit: hitBody,
  textArea: (drawable) => ({
    ...innerArea(drawable),
    width: Math.max(8, drawable.place.width - 46),
    text: drawable.card.text,
    font: { face: 'card', weight: 400 },
    sizes: SIZES,
  }),
  paint(brush, drawable, context) {
    paintSheet(brush, drawable, context)
    const area = note.textArea(drawable, context)
    if (area) paintArea(brush, drawable, area, context, context.colours.ink)
    paintFoot(brush, drawable, context)
  },
}

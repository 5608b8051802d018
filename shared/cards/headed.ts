import type { CardKind, CardWords } from './kind'
import { hitBody, placeOf } from './kind'
import { innerArea, isLegible, paintArea, paintFoot, paintSheet, SHEET_PADDING, SIZES } from './sheet'
import { textDirection } from './text'

const HEADING = 13
const TOP = 42

/** A note under a small heading that says what it is. */
export function headedKind(type: string, word: keyof Omit<CardWords, 'tints'>): CardKind {
  const kind: CardKind = {
    type,
    size: [260, 180],
    smallest: [120, 90],
    resizes: true,
    isWritten: true,
    place: placeOf,
    hit: hitBody,
    textArea: (drawable) => ({
      ...innerArea(drawable, TOP),
      text: drawable.card.text,
      font: { face: 'card', weight: 400 },
      sizes: SIZES,
    }),
    paint(brush, drawable, context) {
      paintSheet(brush, drawable, context)
      const { colours, words } = context
      if (isLegible(HEADING, context)) {
        const heading = words[word]
        const direction = textDirection(heading)
        const x = direction === 'rtl' ? drawable.place.width - SHEET_PADDING - 18 : SHEET_PADDING
        const font = { face: 'card', size: HEADING, weight: 600 } as const
        brush.text(heading, x, 29, font, colours.tints[drawable.card.tint].edge, direction)
      }
      const area = kind.textArea(drawable, context)
      if (area) paintArea(brush, drawable, area, context, colours.ink)
      paintFoot(brush, drawable, context)
    },
  }
  return kind
}

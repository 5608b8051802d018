import type { Box } from './box'
import { innerArea, paintFoot } from './foot'
import type { CardKind, Drawable, PaintContext } from './kind'
import { hitBody, placeOf } from './kind'
import { isLegible, paintArea, paintSheet, SHEET_PADDING, SIZES } from './sheet'
import { textDirection } from './text'

const HEADING = 13
const TOP = 42

/** Leaves room for the sign in the corner. */
const beside = (box: Box): Box => ({ ...box, width: Math.max(8, box.width - 14) })

/** A note under a small heading that says what it is. */
export function headedKind(type: string, word: 'howMightWe' | 'idea'): CardKind {
  // Many people write “How might we …” themselves: once is enough.
  const isHeaded = ({ card }: Drawable, { words }: PaintContext) =>
    !card.text.trimStart().toLowerCase().startsWith(words[word].toLowerCase())
  const kind: CardKind = {
    type,
    size: [260, 180],
    smallest: [120, 90],
    resizes: true,
    isWritten: true,
    place: placeOf,
    hit: hitBody,
    textArea: (drawable, context) => ({
      ...(isHeaded(drawable, context) ? innerArea(drawable, TOP) : beside(innerArea(drawable))),
      text: drawable.card.text,
      font: { face: 'card', weight: 400 },
      sizes: SIZES,
    }),
    paint(brush, drawable, context) {
      paintSheet(brush, drawable, context)
      const { colours, words } = context
      if (isLegible(HEADING, context) && isHeaded(drawable, context)) {
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

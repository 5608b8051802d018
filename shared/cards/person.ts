import { innerArea, paintFoot } from './foot'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf, type TextArea } from './kind'
import { isLegible, paintArea, paintSheet, SHEET_PADDING } from './sheet'
import { textDirection } from './text'

const FACE = 22
const NAME_SIZES = [18, 16, 15, 14, 13] as const
const FACTS_SIZES = [13, 12] as const

/** What the room calls somebody: the pseudonym where there is one, for walls are photographed. */
export const shownName = ({ card, details }: Pick<Drawable, 'card' | 'details'>): string =>
  details.person?.pseudonym || details.person?.name || card.text

/** Somebody who is on the board, or a name that people wrote: who they are, their side in words, their languages. */
export const person: CardKind = {
  type: 'person',
  size: [240, 96],
  smallest: [160, 72],
  resizes: true,
  isWritten: false,
  place: placeOf,
  hit: hitBody,
  textArea: () => undefined,
  paint(brush, drawable, context) {
    paintSheet(brush, drawable, context)
    const { colours, measure } = context
    const tint = colours.tints[drawable.card.tint]
    const name = shownName(drawable) || context.words.nobody
    const isRight = textDirection(name) === 'rtl'
    const inner = innerArea(drawable)
    const x = isRight ? drawable.place.width - SHEET_PADDING - FACE : SHEET_PADDING + FACE
    const y = inner.y + inner.height / 2
    brush.disc(x, y, FACE, tint.edge)
    if (isLegible(18, context)) {
      const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? ''
      const font = { face: 'card', size: 20, weight: 600 } as const
      const half = measure.width(letter, font) / 2
      const direction = textDirection(letter)
      brush.text(letter, direction === 'rtl' ? x + half : x - half, y + 7, font, tint.fill, direction)
    }
    const facts = factsOf(drawable, context)
    const width = Math.max(8, inner.width - 2 * FACE - 28)
    const left = isRight ? SHEET_PADDING + 16 : SHEET_PADDING + 2 * FACE + 12
    const lines: TextArea = {
      x: left,
      y: facts === '' ? y - 12 : y - 24,
      width,
      height: 26,
      text: name,
      font: { face: 'card', weight: 600 },
      sizes: NAME_SIZES,
    }
    paintArea(brush, drawable, lines, context, colours.ink, 'name')
    if (facts !== '') {
      const below = { ...lines, y: y + 3, height: 20, text: facts, sizes: FACTS_SIZES }
      paintArea(
        brush,
        drawable,
        { ...below, font: { face: 'card', weight: 400 } },
        context,
        colours.ink2,
        'facts',
      )
    }
    paintFoot(brush, drawable, context)
  },
}

function factsOf({ details }: Drawable, { words }: PaintContext): string {
  if (!details.person) return ''
  const { side, languages } = details.person
  return [words.sides[side], ...languages.map(words.language)].join(' · ')
}

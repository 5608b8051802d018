import { fieldAround, THEME_HEADING, THEME_PADDING, THEME_SMALLEST } from '../clustering/field'
import { contains } from './box'
import { type CardKind, placeOf } from './kind'
import { isLegible, paintArea, paintSign } from './sheet'

const SENTENCE = 24

/**
 * A soft field around its cards with the sentence at its top. With cards, the field is derived from
 * their boxes, so that it grows as they come; without, it stands where its record says.
 */
export const theme: CardKind = {
  type: 'theme',
  size: [520, 320],
  smallest: THEME_SMALLEST,
  resizes: false,
  isWritten: true,
  isField: true,
  showsVotes: true,
  place(card, { members }) {
    if (!members) return { ...placeOf(card), rotation: 0 }
    return { ...fieldAround(members), rotation: 0 }
  },
  hit({ place }, point) {
    const field = { x: 0, y: 0, width: place.width, height: place.height }
    if (!contains(field, point)) return null
    return point[1] <= THEME_HEADING ? { name: 'body' } : { name: 'field' }
  },
  textArea: ({ place, card }) => ({
    x: THEME_PADDING,
    y: 16,
    width: place.width - 2 * THEME_PADDING - 16,
    height: THEME_HEADING - 8,
    text: card.text,
    font: { face: 'card', weight: 600 },
    sizes: [SENTENCE, 22, 20, 18, 16, 14],
  }),
  paint(brush, drawable, context) {
    const { place, card } = drawable
    const { colours } = context
    const tint = colours.tints[card.tint]
    const isStark = colours.isStark
    const radius = context.scale > 0.08 ? 20 : 0
    const edge = isStark ? tint.edge : `${tint.edge}80`
    brush.box(
      0,
      0,
      place.width,
      place.height,
      radius,
      isStark ? null : `${tint.fill}8C`,
      edge,
      isStark ? 3 : 1.5,
    )
    if (isLegible(SENTENCE, context) && !isStark) paintSign(brush, card.tint, place.width - 22, 22, tint.edge)
    const area = theme.textArea(drawable, context)
    if (!area) return
    if (area.text !== '') paintArea(brush, drawable, area, context, colours.ink)
    else if (!context.isQuiet)
      paintArea(
        brush,
        drawable,
        { ...area, text: context.words.themeSentence },
        context,
        colours.ink3,
        'hint',
      )
  },
}

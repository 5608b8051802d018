import type { Box } from './box'
import type { Font } from './brush'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf } from './kind'
import { layOut, paintArea } from './sheet'
import { LINE_HEIGHT, textDirection, wrapText } from './text'

/** Letters fill their box: a larger box has larger letters. */
const SIZES = [160, 128, 96, 80, 64, 52, 44, 36, 32, 28, 24, 20, 18, 16, 14, 12] as const
const FIRST_SIZE = 24
/** A line that its own words made wide breaks at this many times its letters' height. */
const LONGEST = 22
/** Room for the caret after the last letter. */
const SLACK = 8
const FONT: Omit<Font, 'size'> = { face: 'card', weight: 400 }

/** World units of a line of the letters that a new text has. */
export const TEXT_LINE = Math.ceil(FIRST_SIZE * LINE_HEIGHT)

/** Words straight on the wall. */
export const textCard: CardKind = {
  type: 'text',
  size: [120, TEXT_LINE],
  smallest: [24, 16],
  resizes: true,
  turns: true,
  isWritten: true,
  isBare: true,
  showsVotes: true,
  // What people answer it with stands below it.
  overhang: 24,
  place: placeOf,
  hit: hitBody,
  fit,
  textArea: ({ place, card }) => ({
    x: 0,
    y: 0,
    width: place.width,
    height: place.height,
    text: card.text,
    font: FONT,
    sizes: sizesIn(place.height),
  }),
  paint(brush, drawable, context) {
    const { colours, isQuiet } = context
    const { card, place } = drawable
    const colour = card.tint === 'white' ? colours.ink : colours.tints[card.tint].edge
    if (card.text === '') {
      const isShown = !isQuiet && context.editing !== drawable.id
      if (isShown) brush.line([0, place.height, place.width, place.height], colours.hairline, 1.5)
      return
    }
    const area = textCard.textArea(drawable, context)
    if (area) paintArea(brush, drawable, area, context, colour)
  },
}

/** One line must find room in the box. */
function sizesIn(height: number): readonly number[] {
  const fitting = SIZES.filter((size) => size * LINE_HEIGHT <= height + 1)
  return fitting.length > 0 ? fitting : SIZES.slice(-1)
}

/**
 * The letters keep their size while somebody writes. A box that is as wide as its words goes on being so; one
 * that was drawn or pulled wider keeps its width and grows downwards.
 */
function fit(drawable: Drawable, text: string, context: PaintContext): Box {
  const { card, place } = drawable
  const area = textCard.textArea(drawable, context)
  const size =
    card.text === '' || !area
      ? (sizesIn(place.height)[0] ?? FIRST_SIZE)
      : layOut(drawable, area, context).font.size
  const font: Font = { ...FONT, size }
  const longest = LONGEST * size
  const widest = (words: string) =>
    Math.max(...wrapText(words, longest, font, context.measure).map(({ width }) => width)) + SLACK
  const followsWords =
    card.text === '' ? place.width <= textCard.size[0] : place.width <= widest(card.text) + 2
  const width = followsWords ? Math.max(textCard.smallest[0], Math.ceil(widest(text))) : place.width
  const lines = wrapText(text, width, font, context.measure).length
  const height = Math.ceil(lines * size * LINE_HEIGHT)
  const isRight = textDirection(text) === 'rtl'
  return { x: isRight ? place.x + place.width - width : place.x, y: place.y, width, height }
}

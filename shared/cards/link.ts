import { hostOf, pathOf } from '../board/links'
import type { Brush } from './brush'
import { FOOT_HEIGHT, hasFoot, paintFoot } from './foot'
import { type CardKind, type Drawable, hitBody, type PaintContext, placeOf } from './kind'
import { isLegible, paintArea, paintSheet, SHEET_PADDING, SIZES } from './sheet'
import { fitText, paintText } from './text'

const ROW = 34
const HOST = 14

/** A place on the web: what it is, and below it where it leads. Only the lower part opens it. */
export const link: CardKind = {
  type: 'link',
  size: [280, 128],
  smallest: [140, 80],
  resizes: true,
  isWritten: true,
  place: placeOf,
  hit(drawable, point) {
    const body = hitBody(drawable, point)
    const row = rowOf(drawable)
    const isOnRow = point[1] >= row && point[1] < row + ROW && hostOf(drawable.card.link) !== null
    return body && isOnRow ? { name: 'link' } : body
  },
  textArea: (drawable) => ({
    x: SHEET_PADDING,
    y: SHEET_PADDING,
    width: Math.max(8, drawable.place.width - 46),
    height: Math.max(8, rowOf(drawable) - SHEET_PADDING - 4),
    text: drawable.card.text,
    font: { face: 'card', weight: 400 },
    sizes: SIZES.slice(2),
  }),
  paint(brush, drawable, context) {
    paintSheet(brush, drawable, context)
    const area = link.textArea(drawable, context)
    const { ink, ink3 } = context.colours
    const { text, link: address } = drawable.card
    if (area && text !== '') paintArea(brush, drawable, area, context, ink)
    // Until somebody says what is there, the address itself has to.
    else if (area) paintArea(brush, drawable, { ...area, text: pathOf(address) }, context, ink3)
    paintHost(brush, drawable, context)
    paintFoot(brush, drawable, context)
  },
}

const rowOf = (drawable: Drawable): number =>
  drawable.place.height - ROW - (hasFoot(drawable) ? FOOT_HEIGHT : 2)

function paintHost(brush: Brush, drawable: Drawable, context: PaintContext): void {
  const { colours, measure, remember, words } = context
  const { place, card } = drawable
  const row = rowOf(drawable)
  if (!isLegible(HOST, context)) return
  brush.line([SHEET_PADDING, row, place.width - SHEET_PADDING, row], colours.hairline, 1)
  const host = hostOf(card.link)
  const colour = host === null ? colours.ink2 : colours.accent
  const middle = row + ROW / 2
  const left = SHEET_PADDING + (host === null ? 0 : 22)
  const width = Math.max(8, place.width - SHEET_PADDING - left)
  if (host !== null) paintArrow(brush, SHEET_PADDING + 7, middle, colour)
  const block = remember(drawable, 'host', () =>
    fitText(host ?? words.linkLost, width, HOST * 1.4, [HOST], { face: 'card', weight: 600 }, measure),
  )
  // Right beside its sign, whichever way it reads.
  const wide = Math.min(width, block.lines[0]?.width ?? width)
  paintText(brush, block, left, middle - block.height / 2, wide, colour)
  if (host !== null) brush.line([left, middle + 9, left + wide, middle + 9], colour, 1)
}

/** An arrow that leaves its box: the sign for what opens elsewhere. */
function paintArrow(brush: Brush, x: number, y: number, colour: string): void {
  const at = (points: readonly number[]) => points.map((value, i) => value + (i % 2 === 0 ? x : y))
  brush.line(at([0, -4, -6, -4, -6, 6, 4, 6, 4, 0]), colour, 1.75)
  brush.line(at([-1.5, 1.5, 6, -6]), colour, 1.75)
  brush.line(at([1.5, -6, 6, -6, 6, -1.5]), colour, 1.75)
}

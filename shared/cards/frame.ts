import type { Box } from './box'
import { type CardKind, type Drawable, type PaintContext, placeOf, type TextArea } from './kind'
import { paintArea, paintSign } from './sheet'

const NAME = 20
/** Names stay legible in an overview as long as they fit above their frame. */
const LARGEST_NAME = 34
const NAME_ON_SCREEN = 13
/** World units above the upper edge that belong to the name. */
export const FRAME_NAME = 46
const RADIUS = 12

/** A named part of the wall, of its own size, that carries what lies in it. */
export const frame: CardKind = {
  type: 'frame',
  size: [720, 480],
  smallest: [160, 120],
  resizes: true,
  isWritten: true,
  isField: true,
  isBare: true,
  showsVotes: true,
  overhang: FRAME_NAME,
  place: (card) => ({ ...placeOf(card), rotation: 0 }),
  hit({ place, card }, [x, y], reach) {
    const { width, height } = place
    if (x < -reach || y < -FRAME_NAME || x > width + reach || y > height + reach) return null
    // The empty strip beside a short name is the wall's.
    if (y < -reach) return x >= 0 && x <= Math.min(width, nameWidth(card.text)) ? { name: 'body' } : null
    const toEdge = Math.min(x, width - x, y, height - y)
    return toEdge <= reach ? { name: 'body' } : { name: 'field' }
  },
  textArea: (drawable) => nameArea(drawable, NAME),
  paint(brush, drawable, context) {
    const { place, card } = drawable
    const { colours, scale } = context
    const tint = colours.tints[card.tint]
    const isStark = colours.isStark
    const fill = isStark ? colours.paper : `${tint.fill}B3`
    const edge = isStark ? colours.ink : tint.edge
    const thick = Math.max(isStark ? 3 : 1.5, Math.min(6, 1 / scale))
    brush.box(0, 0, place.width, place.height, scale > 0.08 ? RADIUS : 0, fill, edge, thick)
    if (!isStark && card.tint !== 'white' && scale > 0.25)
      paintSign(brush, card.tint, place.width - 18, 18, tint.edge)
    paintName(brush, drawable, context)
  },
}

function nameArea({ place, card }: Drawable, size: number): TextArea {
  const box: Box = { x: 2, y: -FRAME_NAME + 4, width: Math.max(40, place.width - 4), height: FRAME_NAME - 8 }
  const height = size * 1.3
  return {
    ...box,
    y: box.y + box.height - height,
    height,
    text: card.text,
    font: { face: 'card', weight: 600 },
    sizes: size === NAME ? [NAME, 18, 16, 14] : [size],
  }
}

function paintName(brush: Parameters<CardKind['paint']>[0], drawable: Drawable, context: PaintContext): void {
  const { colours, isQuiet, scale, words } = context
  const size = Math.round(Math.max(NAME, Math.min(LARGEST_NAME, NAME_ON_SCREEN / scale)))
  const area = nameArea(drawable, size)
  const name = `name ${size}`
  if (area.text !== '') paintArea(brush, drawable, area, context, colours.ink, name)
  else if (!isQuiet)
    paintArea(brush, drawable, { ...area, text: words.frame }, context, colours.ink3, `no ${name}`)
}

/** Near enough for a hand: only a painter knows how wide letters are. */
const nameWidth = (name: string): number => Math.max(90, name.length * NAME * 0.6 + 16)

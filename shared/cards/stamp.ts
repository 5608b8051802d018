import { type CardKind, placeOf } from './kind'
import { drawSign, signOf } from './signs'
import { LEGIBLE } from './text'

const SIZE = 56

/** A sign that somebody put on a card or on the wall. It is a sticker: a sign on a round piece of paper. */
export const stamp: CardKind = {
  type: 'stamp',
  size: [SIZE, SIZE],
  smallest: [28, 28],
  resizes: true,
  keepsShape: true,
  turns: true,
  isMark: true,
  isWritten: false,
  place: placeOf,
  hit({ place }, [x, y]) {
    const radius = Math.min(place.width, place.height) / 2
    const isOn = Math.hypot(x - place.width / 2, y - place.height / 2) <= radius
    return isOn ? { name: 'body' } : null
  },
  textArea: () => undefined,
  paint(brush, { place, card }, { colours, scale }) {
    const [x, y] = [place.width / 2, place.height / 2]
    const radius = Math.min(x, y)
    const isStark = colours.isStark
    for (const { drop, spread, colour } of colours.shadows)
      brush.disc(x, y + drop, radius - 1 + spread, colour)
    brush.disc(x, y, radius, isStark ? colours.ink : colours.hairline)
    brush.disc(x, y, radius - (isStark ? colours.edgeWidth : 1), colours.sheet)
    const sign = signOf(card.sign)
    if (sign && radius * scale >= LEGIBLE) drawSign(brush, sign, x, y, radius * 1.18, colours)
  },
}

import type { Card } from '#shared/board/schema'
import { type Box, unionOf } from '#shared/cards/box'

/** The box around cards as their records have them; undefined for none. */
export function boxAround(cards: readonly Pick<Card, 'pos' | 'size'>[]): Box | undefined {
  return unionOf(cards.map(({ pos, size }) => ({ x: pos[0], y: pos[1], width: size[0], height: size[1] })))
}

import type { Card } from '#shared/board/schema'

/** What all cards have in common; null when they differ or there are none. */
export function commonOf<T>(cards: readonly Card[], read: (card: Card) => T): T | null {
  const [first] = cards
  if (!first) return null
  const value = read(first)
  return cards.every((card) => read(card) === value) ? value : null
}

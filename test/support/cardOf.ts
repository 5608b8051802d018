import { type Card, COLLECTIONS } from '#shared/board/schema'

/** A card with these values; the rest is that of a new note with a word on it. */
export function cardOf(values: Partial<Card>): Card {
  const empty = Object.fromEntries(Object.entries(COLLECTIONS.cards).map(([key, { empty }]) => [key, empty]))
  const card = {
    ...empty,
    id: 'card',
    pos: [100, 100],
    z: 'a0',
    order: 'a0',
    text: 'words',
  } as unknown as Card
  return { ...card, ...values }
}

import type { NewCard } from '#shared/board/actions/cards'
import { type Card, COLLECTIONS } from '#shared/board/schema'
import { type Details, type Drawable, NO_DETAILS } from '#shared/cards/kind'
import { toDrawable } from '#shared/cards/kinds'

const EMPTY = Object.fromEntries(Object.entries(COLLECTIONS.cards).map(([key, { empty }]) => [key, empty]))

/** A card that is not on the board yet, as it will look. */
export function draftOf(values: NewCard, details: Details = NO_DETAILS): Drawable {
  return toDrawable({ ...EMPTY, id: '', ...values } as Card, details)
}

import type { Card } from '../schema'
import { addCard } from './cards'
import { change, present, type Writer, write } from './writer'

/** What a connector joins, and what else it is given; the rest takes the defaults of its kind. */
export type NewConnector = Pick<Card, 'ends'> &
  Partial<Pick<Card, 'route' | 'heads' | 'stage' | 'text' | 'tint'>>

/** Joins two cards, or points of the wall, by a line. `at` is near its start, in world units. Returns its id. */
export function connectCards(writer: Writer, line: NewConnector, at: readonly [number, number]): string {
  // Where it is drawn follows from its ends alone.
  return addCard(writer, { tint: 'white', ...line, type: 'connector', pos: at, size: [1, 1, 0] })
}

/** Puts the ends of a connector elsewhere. Other kinds of cards are left as they are. */
export function joinEnds(writer: Writer, id: string, ends: Card['ends']): void {
  if (present(writer, 'cards', id)?.type === 'connector') change(writer, 'cards', id, { ends })
}

/** Gives connectors another way or other arrowheads as one undo step. */
export function restyleConnectors(
  writer: Writer,
  ids: Iterable<string>,
  look: Partial<Pick<Card, 'route' | 'heads'>>,
): void {
  write(writer, () => {
    for (const id of ids)
      if (present(writer, 'cards', id)?.type === 'connector') change(writer, 'cards', id, look)
  })
}

import { newId } from '#shared/id'
import { orderBetween } from '../order'
import { readEach } from '../records'
import type { NewCard } from './cards'
import { add, type Writer, write } from './writer'

/** Adds cards on top of the others and at the end of the outline, in this order, as one undo step. Returns their ids. */
export function addCards(writer: Writer, cards: readonly NewCard[]): string[] {
  const ids = cards.map(() => newId())
  // One look at the board for all of them: each by itself would look at every card there is.
  const tops = { z: topOf(writer, 'z'), order: topOf(writer, 'order') }
  const next = (key: 'z' | 'order') => {
    tops[key] = orderBetween(tops[key], null)
    return tops[key]
  }
  write(writer, () => {
    cards.forEach((card, at) => {
      add(writer, 'cards', { z: next('z'), order: next('order'), ...card }, ids[at])
    })
  })
  return ids
}

function topOf({ doc }: Writer, key: 'z' | 'order'): string {
  let last = ''
  for (const [, value] of readEach(doc, 'cards', key)) if (value > last) last = value
  return last
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { type HiddenCard, revealCards } from '#shared/board/actions/reveal'
import { changeSingleton, readAll, readRecord } from '#shared/board/records'

const writerOf = (doc: Y.Doc) => ({ doc, person: 'ruth', origin: null, now: () => 7 })
const hidden = (count: number): HiddenCard[] =>
  Array.from({ length: count }, (_, at) => ({ id: `card${at}`, text: `words ${at}`, by: `person${at % 3}` }))

test('hidden cards come on the wall in their authors’ names, as the stage has them, in one transaction', () => {
  const doc = new Y.Doc()
  changeSingleton(doc, 'meta', { stage: 'ideas' })
  let updates = 0
  doc.on('update', () => updates++)
  revealCards(writerOf(doc), hidden(3), [0, 0])
  expect(updates).toBe(1)
  expect(readRecord(doc, 'cards', 'card1')).toMatchObject({
    text: 'words 1',
    made: { by: 'person1', at: 7 },
    type: 'idea',
    stage: 'ideas',
  })
})

test('a card that the board knows already stays as it is there, also in the bin', () => {
  const doc = new Y.Doc()
  revealCards(writerOf(doc), hidden(1), [0, 0])
  const before = readRecord(doc, 'cards', 'card0')
  revealCards(writerOf(doc), [{ id: 'card0', text: 'other words', by: 'sam' }], [900, 900])
  expect(readRecord(doc, 'cards', 'card0')).toEqual(before)
})

test('whatever is on the wall, revealed cards lie on nothing, and whole, and each order differs', () => {
  const box = fc.record({
    x: fc.integer({ min: -3_000, max: 3_000 }),
    y: fc.integer({ min: -3_000, max: 3_000 }),
    width: fc.integer({ min: 40, max: 1_500 }),
    height: fc.integer({ min: 40, max: 1_500 }),
  })
  fc.assert(
    fc.property(fc.array(box, { maxLength: 25 }), fc.integer({ min: 1, max: 60 }), (taken, count) => {
      const doc = new Y.Doc()
      const writer = writerOf(doc)
      for (const { x, y, width, height } of taken)
        addCard(writer, { type: 'note', pos: [x, y], size: [width, height, 0] })
      revealCards(writer, hidden(count), [100, 50])
      const cards = readAll(doc, 'cards')
      const revealed = cards.filter(({ id }) => id.startsWith('card'))
      expect(revealed).toHaveLength(count)
      expect(new Set(revealed.map(({ z }) => z)).size).toBe(count)
      for (const card of revealed)
        for (const other of cards) if (other !== card) expect(overlaps(card, other)).toBe(false)
    }),
    { numRuns: 40 },
  )
})

type Placed = { readonly pos: readonly number[]; readonly size: readonly number[] }
function overlaps({ pos, size }: Placed, other: Placed): boolean {
  const apart = (at: 0 | 1) =>
    (pos[at] ?? 0) + (size[at] ?? 0) <= (other.pos[at] ?? 0) ||
    (other.pos[at] ?? 0) + (other.size[at] ?? 0) <= (pos[at] ?? 0)
  return !apart(0) && !apart(1)
}

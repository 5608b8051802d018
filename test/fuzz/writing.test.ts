import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { editText, formatText, type TextChange, writtenText } from '#shared/board/actions/cardText'
import { FORMS } from '#shared/board/formats'
import { changeEdited, editedFormats } from '../../renderer/board/writing'
import { Driver } from '../driver'
import { MemoryRoom } from '../support/memoryReplica'
import { type Randomness, seeded } from '../support/randomness'

/** A change somewhere in words of this length that puts in `letter` and now and then takes something out. */
function changeIn(length: number, letter: string, random: Randomness): TextChange {
  const start = random.under(length + 1)
  return {
    start,
    end: random.under(5) === 0 ? Math.min(length, start + random.under(4)) : start,
    words: letter,
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'people who write and form letters in one card at once end with the same words and forms (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const room = new MemoryRoom()
    const people = [new Driver(room, 1), new Driver(room, 2), new Driver(room, 3)]
    const [first] = people
    if (!first) throw new Error('somebody writes')
    const id = addCard(first.session.writer, { type: 'note', text: 'words in the middle' })
    room.deliver()
    for (const { session } of people) session.editing.set(id)
    for (let round = 0; round < 60; round++) {
      for (const { session } of people) {
        const length = session.records.get('cards', id)?.text.length ?? 0
        if (random.under(4) > 0) changeEdited(session, [changeIn(length, random.words().slice(0, 5), random)])
        else {
          const start = random.under(length + 1)
          const form = random.of(FORMS) ?? 'bold'
          const range = [start, start + random.under(6)] as const
          formatText(session.writer, { collection: 'cards', id }, range, form, random.under(3) > 0)
        }
      }
      if (random.under(3) === 0) room.deliver((count) => random.under(count))
    }
    room.deliver((count) => random.under(count))
    const written = { collection: 'cards', id } as const
    const deltas = people.map(({ session }) => writtenText(session.replica.doc, written)?.toDelta())
    for (const delta of deltas) expect(delta).toEqual(deltas[0])
    for (const { session } of people) {
      expect(editedFormats(session)).toEqual(editedFormats(first.session))
      expect(session.scene.get(id)?.details.formats).toEqual(editedFormats(session))
    }
  },
)

test.each([1, 2, 3, 4])('whoever undoes takes back their own letters and nobody else’s (seed %i)', (seed) => {
  const random = seeded(seed)
  const room = new MemoryRoom()
  const [amal, ben] = [new Driver(room, 1), new Driver(room, 2)]
  const id = addCard(amal.session.writer, { type: 'note', text: '' })
  room.deliver()
  const written = { collection: 'cards', id } as const
  for (let round = 0; round < 40; round++) {
    for (const [who, letter] of [
      [amal, 'a'],
      [ben, 'B'],
    ] as const) {
      const length = who.card(id).text.length
      who.session.undo.mark()
      editText(who.session.writer, written, [{ start: random.under(length + 1), end: 0, words: letter }])
    }
    if (random.under(2) === 0) room.deliver((count) => random.under(count))
  }
  room.deliver()
  for (let step = 0; step < 40; step++) amal.session.undo.undo()
  room.deliver()
  for (const { session } of [amal, ben]) expect(session.records.get('cards', id)?.text).toBe('B'.repeat(40))
})

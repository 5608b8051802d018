import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, moveCards, writeCard } from '#shared/board/actions/cards'
import { changeSingleton, readAll, rootText } from '#shared/board/records'
import { refusedWords } from '../../../../renderer/board/refusedWords'

const writerOn = (doc: Y.Doc) => ({ doc, person: '', origin: null, now: () => 1 })
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
/** A room with two cards, and a copy of it that its window will write in. */
function apart() {
  const room = new Y.Doc()
  const bench = addCard(writerOn(room), { type: 'note', text: 'The bench' })
  const light = addCard(writerOn(room), { type: 'note', text: 'The light' })
  const copy = copyOf(room)
  const refused = () => refusedWords(Y.encodeStateAsUpdate(copy), room).sort()
  return { room, copy, bench, light, refused }
}

test('new cards, changed words and the purpose come back whole', () => {
  const { copy, bench, refused } = apart()
  addCard(writerOn(copy), { type: 'note', text: 'A new one' })
  writeCard(writerOn(copy), bench, 'The bench is gone')
  rootText(copy, 'purpose').insert(0, 'Why we are here')
  changeSingleton(copy, 'meta', { title: 'Mill Lane' })
  expect(refused()).toEqual(['A new one', 'Mill Lane', 'The bench is gone', 'Why we are here'])
})

test('what was only moved or deleted needs no giving back', () => {
  const { copy, bench, light, refused } = apart()
  moveCards(writerOn(copy), [bench], [5, 5])
  deleteCards(writerOn(copy), [light])
  expect(refused()).toEqual([])
})

test('what others did meanwhile is not taken for this person’s words', () => {
  const { room, copy, bench, light, refused } = apart()
  writeCard(writerOn(room), bench, 'The old bench')
  deleteCards(writerOn(room), [light])
  addCard(writerOn(room), { type: 'note', text: 'From somebody else' })
  expect(refused()).toEqual([])
  writeCard(writerOn(copy), bench, 'The bench by the door')
  expect(refused()).toEqual(['The old bench by the door'])
})

test('words written into what others deleted come back too', () => {
  const { room, copy, light, refused } = apart()
  deleteCards(writerOn(room), [light])
  writeCard(writerOn(copy), light, 'The light at night')
  expect(refused()).toEqual(['The light at night'])
})

test('no word that was typed is missing, and neither document changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')),
      fc.array(fc.string({ minLength: 1, maxLength: 12 })),
      (mine, theirs) => {
        const { room, copy } = apart()
        for (const text of mine) addCard(writerOn(copy), { type: 'note', text })
        for (const text of theirs) addCard(writerOn(room), { type: 'note', text })
        const before = Y.encodeStateVector(room)
        const found = refusedWords(Y.encodeStateAsUpdate(copy), room)
        for (const text of mine) expect(found).toContain(text.trim())
        expect(Y.encodeStateVector(room)).toEqual(before)
        expect(readAll(copy, 'cards')).toHaveLength(mine.length + 2)
      },
    ),
    { numRuns: 50 },
  )
})

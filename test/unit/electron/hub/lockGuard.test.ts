import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard, deleteCards, moveCards, writeCard } from '#shared/board/actions/cards'
import { formatText } from '#shared/board/actions/cardText'
import type { Form } from '#shared/board/formats'
import { changeRecord, proseOf, readAll, readRecord, rootOf, storedRecord } from '#shared/board/records'
import type { Card } from '#shared/board/schema'
import { createLockGuard } from '../../../../electron/hub/lockGuard'

const as = (doc: Y.Doc, person: string) => ({ doc, person, origin: null, now: () => 1 })

/** A card of Amina's that Farid locked, in the hub's document and in that of somebody who may write. */
function wall({ isNew = false, forms = [] }: { isNew?: boolean; forms?: readonly Form[] } = {}) {
  const doc = new Y.Doc()
  const id = addCard(as(doc, 'amina'), { type: 'note', text: 'Stays' })
  for (const form of forms) formatText(as(doc, 'amina'), { collection: 'cards', id }, [1, 3], form, true)
  const lock = () => lockCards(as(doc, 'farid'), [id], true)
  if (!isNew) lock()
  const guard = createLockGuard(doc, () => 0)
  if (isNew) lock()
  const guest = new Y.Doc()
  Y.applyUpdate(guest, Y.encodeStateAsUpdate(doc))
  /** Lets somebody do something in their own window and hands it to the hub. */
  const does = (person: string | null, work: (doc: Y.Doc) => void) => {
    const before = Y.encodeStateVector(guest)
    work(guest)
    const update = Y.encodeStateAsUpdate(guest, before)
    const isPutRight = doc.transact(() => guard.take(person, () => Y.applyUpdate(doc, update)))
    Y.applyUpdate(guest, Y.encodeStateAsUpdate(doc))
    return isPutRight
  }
  const card = () => readRecord(doc, 'cards', id)
  return { id, doc, guest, does, card }
}

test('a locked card of others is neither deleted nor unlocked', () => {
  const { id, guest, does, card } = wall()
  expect(does('hala', (doc) => deleteCards(as(doc, 'hala'), [id]))).toBe(true)
  expect(card()).toMatchObject({ del: false, locked: true, text: 'Stays' })
  expect(does('hala', (doc) => lockCards(as(doc, 'hala'), [id], false))).toBe(true)
  expect(card()).toMatchObject({ locked: true, lockedBy: 'farid' })
  expect(readRecord(guest, 'cards', id)).toMatchObject({ del: false, locked: true })
})

test('a card that a client takes out of the document altogether is put back', () => {
  const { id, does, card } = wall()
  expect(does('hala', (doc) => rootOf(doc, 'cards').delete(id))).toBe(true)
  expect(card()).toMatchObject({ text: 'Stays', locked: true, made: { by: 'amina' } })
})

test.each(['amina', 'farid'])('%s may unlock it, who made or locked it', (person) => {
  const { id, does, card } = wall()
  expect(does(person, (doc) => lockCards(as(doc, person), [id], false))).toBe(false)
  expect(card()?.locked).toBe(false)
  expect(does('hala', (doc) => deleteCards(as(doc, 'hala'), [id]))).toBe(false)
  expect(card()?.del).toBe(true)
})

test.each<[string, Partial<Card>]>([
  ['moves it', { pos: [500, 0] }],
  ['shrinks it', { size: [1, 1, 0] }],
  ['makes it another kind', { type: 'text' }],
  ['says that they made it', { made: { by: 'hala', at: 1 } }],
  ['says that they locked it', { lockedBy: 'hala' }],
  ['gives it another picture', { asset: 'f00' }],
])('a client that %s is put right', (_what, values) => {
  const { id, guest, does, card } = wall()
  const before = card()
  expect(does('hala', (doc) => changeRecord(doc, 'cards', id, values))).toBe(true)
  expect(card()).toEqual(before)
  expect(readRecord(guest, 'cards', id)).toEqual(before)
  expect(does('hala', (doc) => lockCards(as(doc, 'hala'), [id], false))).toBe(true)
})

test('words of a locked card are not taken away, and what somebody typed in that moment is kept', () => {
  const { id, guest, does, card } = wall({ isNew: true })
  expect(does('hala', (doc) => writeCard(as(doc, 'hala'), id, ''))).toBe(true)
  expect(card()?.text).toBe('Stays')
  expect(does('hala', (doc) => writeCard(as(doc, 'hala'), id, 'Stays, and here is why'))).toBe(false)
  expect(does('hala', (doc) => writeCard(as(doc, 'hala'), id, 'Gone'))).toBe(true)
  expect(card()?.text).toContain('Stays, and here is why')
  expect(card()?.text).toContain('Gone')
  expect(readRecord(guest, 'cards', id)?.text).toBe(card()?.text)
})

test('words that come later are on one note beside it, in the name of whoever wrote them', () => {
  const { id, doc, guest, does, card } = wall()
  const notes = () => readAll(doc, 'cards').filter((each) => each.id !== id)
  expect(does('hala', (doc) => writeCard(as(doc, 'hala'), id, 'Stays, or not'))).toBe(true)
  expect(card()?.text).toBe('Stays')
  expect(notes()).toMatchObject([{ type: 'note', text: ', or not', made: { by: 'hala' }, pos: [264, 0] }])
  expect(does('hala', (doc) => writeCard(as(doc, 'hala'), id, 'Stays. At all'))).toBe(true)
  expect(notes()).toMatchObject([{ text: ', or not. At all' }])
  expect(does('noor', (doc) => writeCard(as(doc, 'noor'), id, 'Goes'))).toBe(true)
  expect(notes().map(({ text, made }) => [made.by, text])).toContainEqual(['noor', 'Goe'])
  expect(card()?.text).toBe('Stays')
  expect(readRecord(guest, 'cards', id)).toEqual(card())
})

test('who may change it writes in it, however long it has been locked', () => {
  const { id, doc, does, card } = wall()
  expect(does('farid', (doc) => writeCard(as(doc, 'farid'), id, 'Stays for now'))).toBe(false)
  expect(does(null, (doc) => writeCard(as(doc, 'ruth'), id, 'Stays for ever'))).toBe(false)
  expect(card()?.text).toBe('Stays for ever')
  expect(readAll(doc, 'cards')).toHaveLength(1)
})

test('its letters keep their form', () => {
  const { id, doc, does } = wall({ forms: ['bold'] })
  const letters = () => proseOf(doc, 'cards', id, 'text')?.toDelta()
  const before = letters()
  const written = { collection: 'cards', id } as const
  expect(does('hala', (doc) => formatText(as(doc, 'hala'), written, [0, 5], 'bold', false))).toBe(true)
  expect(letters()).toEqual(before)
  expect(does('hala', (doc) => changeRecord(doc, 'cards', id, { text: 'Something' }))).toBe(true)
  expect(letters()).toEqual(before)
  expect(does('hala', (doc) => storedRecord(doc, 'cards', id)?.set('text', new Y.Text('Other')))).toBe(true)
  expect(letters()).toEqual(before)
  expect(does('hala', (doc) => storedRecord(doc, 'cards', id)?.delete('text'))).toBe(true)
  expect(letters()).toEqual(before)
})

test('what cannot be read to its end does nothing to a locked card either', () => {
  const { id, doc, guest, card } = wall()
  const guard = createLockGuard(doc)
  const before = Y.encodeStateVector(guest)
  deleteCards(as(guest, 'hala'), [id])
  const whole = Y.encodeStateAsUpdate(guest, before)
  const broken = Uint8Array.of(...whole.subarray(0, -1), 255, 255)
  doc.transact(() => expect(() => guard.take('hala', () => Y.applyUpdate(doc, broken))).toThrow())
  expect(card()).toMatchObject({ del: false, locked: true })
})

test('others write on in the same moment in which somebody who may unlocks it', () => {
  const { id, doc, guest, card } = wall()
  const guard = createLockGuard(doc)
  const updateOf = (work: () => void) => {
    const before = Y.encodeStateVector(guest)
    work()
    return Y.encodeStateAsUpdate(guest, before)
  }
  const unlocked = updateOf(() => lockCards(as(guest, 'farid'), [id], false))
  const moved = updateOf(() => moveCards(as(guest, 'hala'), [id], [5, 0]))
  doc.transact(() => {
    expect(guard.take(null, () => Y.applyUpdate(doc, unlocked))).toBe(false)
    expect(guard.take('hala', () => Y.applyUpdate(doc, moved))).toBe(false)
  })
  expect(card()).toMatchObject({ locked: false, pos: [5, 0] })
})

test('what changes with other cards, its place in a pile or a theme, is nobody’s business', () => {
  const { id, does, card } = wall()
  expect(does('hala', (doc) => changeRecord(doc, 'cards', id, { z: 'zz', theme: 'benches' }))).toBe(false)
  expect(card()).toMatchObject({ z: 'zz', theme: 'benches' })
})

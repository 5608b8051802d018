import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard, deleteCards, moveCards } from '#shared/board/actions/cards'
import { readRecord, rootOf } from '#shared/board/schema'
import { createLockGuard } from '../../../../electron/hub/lockGuard'

const as = (doc: Y.Doc, person: string) => ({ doc, person, origin: null, now: () => 1 })

/** A card of Amina's that Farid locked, in the hub's document and in that of somebody who may write. */
function wall() {
  const doc = new Y.Doc()
  const id = addCard(as(doc, 'amina'), { type: 'note', text: 'Stays' })
  lockCards(as(doc, 'farid'), [id], true)
  const guard = createLockGuard(doc)
  const guest = new Y.Doc()
  Y.applyUpdate(guest, Y.encodeStateAsUpdate(doc))
  /** Lets somebody do something in their own window and hands it to the hub. */
  const does = (person: string, work: (doc: Y.Doc) => void) => {
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

test('everything else is nobody’s business', () => {
  const { id, does, card } = wall()
  expect(does('hala', (doc) => moveCards(as(doc, 'hala'), [id], [5, 0]))).toBe(false)
  expect(card()?.pos[0]).toBe(5)
})

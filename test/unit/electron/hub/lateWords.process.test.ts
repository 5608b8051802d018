import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard, writeCard } from '#shared/board/actions/cards'
import { readAll, readRecord } from '#shared/board/records'
import { forger } from '../../../support/forger'
import { type Host, hostRoom, openTab, wordsOf, writerOf } from '../../../support/joined'
import { isSaved, untilDocument } from '../../../support/realHub'

/** A board with a card that was locked before its hub opened it, and a copy of it from before the lock. */
async function longLocked() {
  const before = await hostRoom()
  const card = addCard(writerOf(before.window), { type: 'note', text: 'Agreed by all' })
  const unlocked = new Y.Doc()
  Y.applyUpdate(unlocked, Y.encodeStateAsUpdate(before.window.doc))
  lockCards(writerOf(before.window), [card], true)
  await isSaved(before.window)
  await before.hub.shutDown()
  const host = await hostRoom(before.path, before.place.port)
  return { host, card, unlocked }
}
const comeIn = ({ place, code }: Host, known: Y.Doc) =>
  forger(`ws://127.0.0.1:${place.port}/sync`, { kind: 'code', code }, known)
const beside = ({ doc }: { doc: Y.Doc }, card: string) =>
  readAll(doc, 'cards').filter(({ id }) => id !== card)

test('words that a client puts into a locked card are on a note of its person instead, for everybody', async () => {
  const { host, card } = await longLocked()
  const amal = await openTab(host, 'Amal')
  const mallory = await comeIn(host, host.window.doc)
  mallory.sends((doc) => writeCard({ ...writerOf(amal), doc }, card, 'Agreed by all but me'))
  mallory.sends((doc) => writeCard({ ...writerOf(amal), doc }, card, 'Never agreed'))
  await untilDocument(amal, () => wordsOf(amal).some((words) => words.includes('Never')))
  for (const replica of [amal, host.window]) {
    await untilDocument(replica, () => beside(replica, card).length === 1)
    expect(readRecord(replica.doc, 'cards', card)?.text).toBe('Agreed by all')
    expect(beside(replica, card)).toMatchObject([{ made: { by: mallory.person }, locked: false }])
  }
})

test('what somebody typed before a lock that they hear of late is not lost', async () => {
  const { host, card, unlocked } = await longLocked()
  const sam = await comeIn(host, unlocked)
  const writer = { doc: unlocked, person: sam.person, origin: null, now: () => 1 }
  sam.sends((doc) => writeCard({ ...writer, doc }, card, 'Agreed by all, said Sam'), 'difference')
  const { window } = host
  await untilDocument(window, () => wordsOf(window).includes(', said Sam'))
  expect(readRecord(window.doc, 'cards', card)).toMatchObject({ text: 'Agreed by all', locked: true })
  expect(beside(window, card)).toMatchObject([{ made: { by: sam.person } }])
})

test('words that meet the lock on their way stay in the card', async () => {
  const host = await hostRoom()
  const amal = await openTab(host, 'Amal')
  const card = addCard(writerOf(host.window), { type: 'note', text: 'Agreed' })
  await untilDocument(amal, () => readRecord(amal.doc, 'cards', card) !== undefined)
  lockCards(writerOf(host.window), [card], true)
  writeCard(writerOf(amal), card, 'Agreed, all of us')
  await isSaved(amal)
  await untilDocument(
    host.window,
    () => readRecord(host.window.doc, 'cards', card)?.text === 'Agreed, all of us',
  )
  expect(readRecord(amal.doc, 'cards', card)).toMatchObject({ text: 'Agreed, all of us', locked: true })
})

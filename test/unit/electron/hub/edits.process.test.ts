import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { encodeSync } from '#shared/sync/messages'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, isSaved, openTestRoom, untilDocument } from '../../../support/realHub'

/** One letter of client 77 and then something of no length: Yjs falls over it when its transaction ends. */
const DEADLY = Uint8Array.of(1, 2, 77, 0, 4, 1, 1, 97, 1, 98, 0, 0, 0)

test('an update that Yjs would fall over ends its guest, and the room goes on for everybody else', async () => {
  const room = await openTestRoom()
  const [amal, sam] = [
    await isLive(room.connect(room.guest, { name: 'Amal' })),
    await isLive(room.connect(room.guest, { name: 'Sam' })),
  ]
  const mallory = rawGuest(room.guest.url, room.guest.credential)
  await mallory.hears('welcome')
  mallory.send(encodeSync(1, { step: 'update', bytes: DEADLY }))
  expect((await mallory.hears('refused')).code).toBe('badMessage')
  addCard({ doc: amal.doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: 'still here' })
  await untilDocument(sam, () => readAll(sam.doc, 'cards').some(({ text }) => text === 'still here'))
  await isSaved(amal)
})

test('an edit that builds on something missing is not said to be saved until that is there', async () => {
  const room = await openTestRoom()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const writer = { doc, person: '', origin: null, now: () => 1 }
  addCard(writer, { type: 'note', text: 'first' })
  addCard(writer, { type: 'note', text: 'second' })
  const [, second = new Uint8Array()] = updates
  const guest = rawGuest(room.guest.url, room.guest.credential)
  await guest.hears('welcome')
  guest.send(encodeSync(1, { step: 'update', bytes: second }))
  // At the welcome, and because something is missing.
  await guest.finds(({ arrived }) => {
    const asked = arrived.filter(
      ({ message }) => message?.kind === 'update' && message.sync.step === 'vector',
    )
    return asked.length >= 2 || undefined
  })
  expect(guest.told.some((said) => said.say === 'saved' && said.through > 0)).toBe(false)
  guest.send(encodeSync(2, { step: 'difference', bytes: Y.encodeStateAsUpdate(doc) }))
  await guest.finds(
    ({ told }) => told.some((said) => said.say === 'saved' && said.through === 2) || undefined,
  )
  const reader = await isLive(room.connect(room.guest, { name: 'Amal' }))
  expect(readAll(reader.doc, 'cards').map(({ text }) => text)).toEqual(['first', 'second'])
})

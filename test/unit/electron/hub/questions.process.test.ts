import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { encodeControl, encodeSync } from '#shared/sync/messages'
import { PROTOCOL_VERSION } from '#shared/sync/protocol'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, isSaved, openTestRoom, type TestRoom, untilDocument } from '../../../support/realHub'

/** Asks for everything but what a client that nobody knows has written. */
const QUESTION = encodeSync(0, {
  step: 'vector',
  bytes: Y.encodeStateVector(new Map([[7, 1]]) as never),
})
const MEGABYTE = 1024 * 1024

/** A room with a board of about a megabyte. */
async function largeRoom() {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const writer = { doc: host.doc, person: host.me.get()?.person ?? '', origin: null, now: () => 1 }
  host.doc.transact(() => {
    for (let at = 0; at < 100; at++) addCard(writer, { type: 'note', text: 'word '.repeat(2_000) })
  })
  await isSaved(host)
  return { room, host, writer }
}

/** Asks so many times and never takes an answer; resolves when the line is up. */
async function deafGuest(room: TestRoom, many: number): Promise<void> {
  const socket = new WebSocket(room.guest.url)
  onTestFinished(() => socket.terminate())
  await new Promise((resolve) => socket.once('open', resolve))
  const hello = { name: 'Mallory', side: 'resident' } as const
  const { credential } = room.guest
  socket.send(
    encodeControl({ say: 'hello', protocol: PROTOCOL_VERSION, credential, languages: [], ...hello }),
  )
  await new Promise((resolve) => socket.once('message', resolve))
  socket.pause()
  for (let turn = 0; turn < many; turn++) socket.send(QUESTION)
}

test('whoever asks on and on without taking the answers fills no memory with them', async () => {
  const { room, host, writer } = await largeRoom()
  const before = process.memoryUsage().arrayBuffers
  for (let guest = 0; guest < 8; guest++) await deafGuest(room, 16)
  const seer = await isLive(room.connect(room.guest))
  addCard(writer, { type: 'note', text: 'after all that' })
  await untilDocument(seer, () => readAll(seer.doc, 'cards').some(({ text }) => text === 'after all that'))
  await isSaved(host)
  expect((process.memoryUsage().arrayBuffers - before) / MEGABYTE).toBeLessThan(60)
})

test('whoever asks without end is sent out', async () => {
  const { room } = await largeRoom()
  const guest = rawGuest(room.guest.url, room.guest.credential)
  await guest.hears('welcome')
  for (let turn = 0; turn < 100; turn++) guest.send(QUESTION)
  expect(await guest.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
})

test('a few questions at once are all answered', async () => {
  const { room } = await largeRoom()
  const guest = rawGuest(room.guest.url, room.guest.credential)
  await guest.hears('welcome')
  for (let turn = 0; turn < 5; turn++) guest.send(QUESTION)
  const answers = await guest.finds(({ arrived }) => {
    const found = arrived.filter(
      ({ message }) => message?.kind === 'update' && message.sync.step === 'difference',
    )
    return found.length >= 5 ? found : undefined
  })
  for (const { bytes } of answers) expect(bytes.length).toBeGreaterThan(MEGABYTE / 2)
})

import { renameSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { decodeHubMessage, encodeControl, encodeSync } from '#shared/sync/messages'
import { type FromHub, type Hello, MAX_MESSAGE, PROTOCOL_VERSION } from '#shared/sync/protocol'
import type { Replica } from '../../../../renderer/board/replica'
import { isLive, isSaved, openTestRoom, type TestRoom, until, untilDocument } from '../../../support/realHub'

/** A socket without a replica, for saying what no window says. Resolves to what it was told before it was closed. */
function saying(
  room: TestRoom,
  ...messages: (Uint8Array | string)[]
): Promise<{ told: FromHub[]; code: number }> {
  return new Promise((resolve) => {
    const socket = new WebSocket(room.guest.url)
    const told: FromHub[] = []
    socket.on('open', () => {
      for (const message of messages) socket.send(message)
    })
    socket.on('message', (data: Buffer) => {
      const message = decodeHubMessage(new Uint8Array(data))
      if (message?.kind === 'control') told.push(message.control)
    })
    socket.on('error', () => {})
    socket.on('close', (code) => resolve({ told, code }))
  })
}

const helloTo = (room: TestRoom, more: Partial<Hello> = {}): Uint8Array =>
  encodeControl({
    say: 'hello',
    protocol: PROTOCOL_VERSION,
    credential: { kind: 'code', code: room.code },
    name: 'Amal',
    side: 'resident',
    languages: [],
    ...more,
  })

/** The hub is up and its board is writable. */
async function isWell(room: TestRoom): Promise<void> {
  const replica = await isLive(room.connect(room.host, { name: 'Ruth' }))
  addCard(writerOf(replica), { type: 'note', text: 'still here' })
  await isSaved(replica)
}

const writerOf = (replica: Replica) => ({ doc: replica.doc, person: '', origin: null, now: () => 1 })
const refusal = (told: FromHub[]) => told.find(({ say }) => say === 'refused')

test.each<[string, (room: TestRoom) => (Uint8Array | string)[]]>([
  ['a text message', () => ['hello?']],
  ['zero bytes', () => [new Uint8Array()]],
  ['bytes that mean nothing', () => [Uint8Array.of(250, 1, 2, 3)]],
  ['JSON that is no hello', () => [Uint8Array.of(0, ...Buffer.from('{"say":"let me in"}'))]],
  ['an update before hello', () => [encodeSync(1, { step: 'vector', bytes: Uint8Array.of(0) })]],
  ['a hello of a megabyte', (room) => [helloTo(room, { name: 'x'.repeat(1_000_000) })]],
  ['a second hello', (room) => [helloTo(room), helloTo(room)]],
  [
    'noise as an update',
    (room) => [helloTo(room), encodeSync(1, { step: 'update', bytes: Uint8Array.of(9, 9, 9) })],
  ],
  ['half a message', (room) => [helloTo(room), Uint8Array.of(1, 1, 2, 200, 1, 7)]],
  [
    'noise as a state vector',
    (room) => [helloTo(room), encodeSync(0, { step: 'vector', bytes: Uint8Array.of(200) })],
  ],
  ['a presence that goes on', (room) => [helloTo(room), Uint8Array.of(2, 0, 0, 0, 0)]],
])('%s is refused as a bad message, and the hub stays up', async (_, messages) => {
  const room = await openTestRoom()
  const { told } = await saying(room, ...messages(room))
  expect(refusal(told)).toEqual({ say: 'refused', code: 'badMessage' })
  await isWell(room)
})

test('a message above the limit ends its own connection only', async () => {
  const room = await openTestRoom()
  const { code } = await saying(room, helloTo(room), new Uint8Array(MAX_MESSAGE + 1))
  expect(code).toBe(1009)
  await isWell(room)
})

test.each([0, 1, PROTOCOL_VERSION + 1, 99])(
  'a tab that speaks protocol %i is told so, whatever else its hello holds',
  async (protocol) => {
    const room = await openTestRoom()
    const older = Uint8Array.of(
      0,
      ...Buffer.from(JSON.stringify({ say: 'hello', protocol, who: 'somebody' })),
    )
    expect(refusal((await saying(room, older)).told)).toEqual({ say: 'refused', code: 'wrongProtocol' })
  },
)

test.each([' ', '\u202e\u200b', 'x'.repeat(61), 'x'.repeat(10_000)])(
  'a name that nobody could read (%j) is refused',
  async (name) => {
    const room = await openTestRoom()
    const { told } = await saying(room, helloTo(room, { name }))
    expect(refusal(told)).toEqual({ say: 'refused', code: 'badName' })
  },
)

test('somebody may stay anonymous', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: '' }))
  expect(guest.me.get()?.name).toBe('')
})

test('a code may be typed in lower case and with spaces', async () => {
  const room = await openTestRoom()
  const code = ` ${room.code.slice(0, 3).toLowerCase()} ${room.code.slice(3)}`
  await isLive(room.connect({ ...room.guest, credential: { kind: 'code', code } }))
})

test('after ten wrong codes in a minute nobody gets in by code from there, and those inside stay', async () => {
  const room = await openTestRoom()
  const inside = await isLive(room.connect(room.guest))
  const wrong = helloTo(room, { credential: { kind: 'code', code: '######' } })
  for (let attempt = 0; attempt < 10; attempt++) {
    expect(refusal((await saying(room, wrong)).told)).toEqual({ say: 'refused', code: 'wrongCode' })
  }
  expect(refusal((await saying(room, wrong)).told)).toEqual({ say: 'refused', code: 'tooManyTries' })
  expect(refusal((await saying(room, helloTo(room))).told)).toEqual({ say: 'refused', code: 'tooManyTries' })
  expect(inside.connection.get().state).toBe('live')
  await isLive(room.connect({ ...room.guest, credential: { kind: 'token', token: inside.token() } }))
})

test('when the room closes guests are told that it ended, and windows of the host go on', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  await room.hub.closeRoom(room.path)
  await until(guest.connection, ({ state }) => state === 'ended')
  expect(host.connection.get().state).toBe('live')
  expect(room.hub.roomState(room.path)).toBeNull()
  await isWell(room)
})

test('while the file cannot be written, editing goes on, people are told, and all is saved afterwards', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  await isSaved(host)
  await isSaved(guest)
  renameSync(room.path, `${room.path}.away`)
  const id = addCard(writerOf(guest), { type: 'note', text: 'the stick was pulled out' })
  for (const replica of [guest, host]) {
    await until(replica.saving, (saving) => saving.state === 'failed' && saving.code === 'missing')
  }
  await untilDocument(host, () => readAll(host.doc, 'cards').some((card) => card.id === id))
  renameSync(`${room.path}.away`, room.path)
  await isSaved(guest)
  await isSaved(host)
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard } from '#shared/board/actions/cards'
import { deleteOutcome, keepOutcome, showOutcome } from '#shared/board/actions/outcomes'
import {
  changeRecord,
  changeSingleton,
  readAll,
  readRecord,
  readSingleton,
  storedRecord,
} from '#shared/board/records'
import { NO_GUIDANCE } from '#shared/room/guiding'
import { encodeControl, encodePresence, encodeSealed, encodeSync } from '#shared/sync/messages'
import { NO_PRESENCE, presenceStep } from '#shared/sync/presence'
import type { Replica } from '../../../../renderer/board/replica'
import { forger } from '../../../support/forger'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, isSaved, openTestRoom, until, untilDocument } from '../../../support/realHub'

const writerOf = (replica: Replica) => ({
  doc: replica.doc,
  person: replica.me.get()?.person ?? '',
  origin: null,
  now: () => 1,
})

test('what a client makes up about locked cards, outcomes and screens is undone for everybody', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const honest = await isLive(room.connect(room.guest))
  const card = addCard(writerOf(host), { type: 'note', text: 'Agreed' })
  lockCards(writerOf(host), [card], true)
  const outcome = keepOutcome(writerOf(host), {
    round: 'vote',
    question: 'Which first?',
    cards: [card],
    counts: [9],
    people: 9,
  })
  showOutcome(writerOf(host), null)
  await isSaved(host)
  await untilDocument(honest, () => readRecord(honest.doc, 'outcomes', outcome) !== undefined)

  const { sends, isTaken } = await forger(room.guest.url, room.guest.credential, host.doc)
  sends((doc) => {
    changeRecord(doc, 'cards', card, { pos: [9_000, 0] })
    changeRecord(doc, 'outcomes', outcome, { counts: [0] })
    changeSingleton(doc, 'live', { outcome, seating: true })
    changeSingleton(doc, 'meta', { stage: 'report', version: 99, parking: card })
    changeSingleton(doc, 'seating', { tables: [['mallory']] })
  })
  await isTaken(honest)
  for (const { doc } of [host, honest]) {
    expect(readRecord(doc, 'cards', card)).toMatchObject({ pos: [0, 0], text: 'Agreed', locked: true })
    expect(readRecord(doc, 'outcomes', outcome)?.counts).toEqual([9])
    expect(readSingleton(doc, 'live')).toMatchObject({ outcome: null, seating: false })
    expect(readSingleton(doc, 'meta')).toMatchObject({ stage: 'stories', version: 1, parking: null })
    expect(readSingleton(doc, 'seating').tables).toEqual([])
  }

  showOutcome(writerOf(host), outcome)
  deleteOutcome(writerOf(host), outcome)
  await untilDocument(honest, () => readRecord(honest.doc, 'outcomes', outcome)?.del === true)
  expect(readSingleton(honest.doc, 'live').outcome).toBe(outcome)
  sends((doc) => changeRecord(doc, 'outcomes', outcome, { del: false }))
  await isTaken(honest)
  expect(readRecord(honest.doc, 'outcomes', outcome)?.del).toBe(true)
})

test('however often something is put right, the board has no more clients for it', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { sends, isTaken } = await forger(room.guest.url, room.guest.credential, host.doc)
  await isTaken(host)
  const before = host.doc.store.clients.size
  for (const stage of ['report', 'ideas', 'report', 'ideas', 'report'] as const) {
    sends((doc) => changeSingleton(doc, 'meta', { stage }))
    await isTaken(host)
    expect(readSingleton(host.doc, 'meta').stage).toBe('stories')
  }
  expect(host.doc.store.clients.size).toBeLessThanOrEqual(before + 1)
})

test('nobody writes under the id of the hub itself', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  // The hub wrote who came in.
  const hub = storedRecord(host.doc, 'people', host.me.get()?.person ?? '')?._item?.id.client
  const { sends, isRejected } = await forger(room.guest.url, room.guest.credential, host.doc)
  sends((doc) => {
    doc.clientID = hub ?? 0
    addCard({ doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: 'from the hub' })
  })
  expect(await isRejected()).toBe('noPermission')
  expect(readAll(host.doc, 'cards')).toEqual([])
})

test('whoever fills the board without end is sent out, and the others go on', async () => {
  const room = await openTestRoom()
  const { guest, sends } = await forger(room.guest.url, room.guest.credential, new Y.Doc())
  for (let at = 0; at < 5; at++) sends((doc) => doc.getMap('rubbish').set('all', new Uint8Array(7_900_000)))
  expect(await guest.hears('refused')).toEqual({ say: 'refused', code: 'tooLarge' })
  const honest = await isLive(room.connect(room.guest))
  addCard(writerOf(honest), { type: 'note', text: 'still here' })
  await isSaved(honest)
})

/** A card as an update. */
function forgedCard(): Uint8Array {
  const doc = new Y.Doc()
  addCard({ doc, person: '', origin: null, now: () => 1 }, { type: 'note', text: 'forged' })
  return Y.encodeStateAsUpdate(doc)
}

const EVERY_KIND: readonly (readonly [string, () => Uint8Array])[] = [
  ['an edit', () => encodeSync(1, { step: 'update', bytes: forgedCard() })],
  ['what it claims to have had', () => encodeSync(1, { step: 'difference', bytes: forgedCard() })],
  ['a hidden card', () => encodeSealed('any', 1, { step: 'update', bytes: forgedCard() })],
  [
    'something asked in a round',
    () => encodeControl({ say: 'ask', round: 'any', ask: { kind: 'speaking', asks: { do: 'raise' } } }),
  ],
  ['the letting go of a round', () => encodeControl({ say: 'letGo', round: 'any' })],
]
const OF_THOSE_WHO_LEAD: typeof EVERY_KIND = [
  [
    'the beginning of a round',
    () => encodeControl({ say: 'round', order: { do: 'begin', settings: { kind: 'timer', ms: 60_000 } } }),
  ],
  ['the end of a round', () => encodeControl({ say: 'round', order: { do: 'end', round: 'any' } })],
  [
    'the unlocking of the stage',
    () => encodeControl({ say: 'guide', order: { do: 'lockStage', isOn: false } }),
  ],
  [
    'a call to look elsewhere',
    () => encodeControl({ say: 'guide', order: { do: 'lookHere', view: [0, 0, 9, 9] } }),
  ],
]

test('what an observer sends is refused at the socket, and from a participant what only a facilitator may', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const credential = { kind: 'code', code: room.code } as const
  const refused = async (watch: boolean, message: () => Uint8Array) => {
    const guest = rawGuest(room.guest.url, credential, watch ? { watch } : {})
    await guest.hears('welcome')
    guest.send(message())
    await guest.ended
    return guest.told.some((said) => said.say === 'rejected' && said.code === 'noPermission')
  }
  for (const [what, message] of [...EVERY_KIND, ...OF_THOSE_WHO_LEAD])
    expect([what, await refused(true, message)]).toEqual([what, true])
  for (const [what, message] of OF_THOSE_WHO_LEAD)
    expect([what, await refused(false, message)]).toEqual([what, true])
  expect(readAll(host.doc, 'cards')).toEqual([])
  expect(host.rounds.running.get()).toBeNull()
  expect(host.guidance.get()).toEqual(NO_GUIDANCE)
})

test('nobody points as somebody else, and who only watches is shown nowhere', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const code = { kind: 'code', code: room.code } as const
  const pointing = encodePresence(presenceStep({ ...NO_PRESENCE, cursor: [3, 4] }, null))
  const watcher = rawGuest(room.guest.url, code, { watch: true })
  await watcher.hears('welcome')
  watcher.send(pointing)
  const guest = rawGuest(room.guest.url, code)
  const { me } = await guest.hears('welcome')
  guest.send(pointing)
  const shown = await until(host.presences, (all) => all.size > 0)
  expect([...shown.keys()]).toEqual([me.peer])
})

import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import {
  addWritten,
  changeDraft,
  changeWritten,
  finishDraft,
  readDraft,
  readWritten,
} from '#shared/room/writtenCards'
import type { Replica } from '../../../../renderer/board/replica'
import { openUnsentStore } from '../../../../renderer/platform/unsentStore'
import { cuttableLines, isLive, openTestRoom, until, untilDocument, unwrap } from '../../../support/realHub'

const QUESTION = 'What would make the lane safer?'
const mineOf = async ({ rounds }: Replica) => {
  const doc = await until(rounds.mine, (now) => now !== null)
  if (!doc) throw new Error('there is none')
  return doc
}
const textsOf = (cards: readonly { readonly text: string }[] | undefined) => cards?.map(({ text }) => text)

async function writingRoom() {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  host.rounds.order({ do: 'begin', settings: { kind: 'writing', ms: null, question: QUESTION } })
  const round = (await until(host.rounds.running, (now) => now !== null))?.id ?? ''
  const lines = cuttableLines()
  const hidden = openUnsentStore(`${room.folder} amal`)
  await hidden.hasAny()
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }, lines, undefined, hidden))
  const reload = async (token = amal.token()) => {
    amal.dispose()
    const kept = openUnsentStore(`${room.folder} amal`)
    const address = { ...room.guest, credential: { kind: 'token', token } as const }
    return isLive(room.connect(address, { name: 'Amal' }, cuttableLines(), undefined, kept))
  }
  return { room, host, amal, lines, round, reload }
}

test('a person’s cards are the same at every window of theirs, and a window that watches has none', async () => {
  const { room, amal } = await writingRoom()
  addWritten(await mineOf(amal), 'Lamps', 1)
  await until(amal.rounds.isKept, Boolean)
  const again = { ...room.guest, credential: { kind: 'token', token: amal.token() } } as const
  const second = await isLive(room.connect(again))
  const doc = await mineOf(second)
  await untilDocument({ doc }, () => readWritten(doc).length === 1)
  addWritten(doc, 'Benches', 2)
  const first = await mineOf(amal)
  await untilDocument({ doc: first }, () => readWritten(first).length === 2)
  const watching = await isLive(room.connect(again, { watch: true }))
  await until(watching.rounds.running, (now) => now !== null)
  expect(watching.rounds.mine.get()).toBeNull()
})

test('what was written while the line was down, and on a page that was closed meanwhile, is in the round when it is back', async () => {
  const { host, amal, lines, reload } = await writingRoom()
  const doc = await mineOf(amal)
  const card = addWritten(doc, 'Lamps', 1)
  await until(amal.rounds.isKept, Boolean)
  lines.cut()
  changeWritten(doc, card, 'Lamps by the underpass')
  addWritten(doc, 'Benches', 2)
  const back = await reload()
  const mine = await mineOf(back)
  await untilDocument({ doc: mine }, () => readWritten(mine).length === 2)
  expect(textsOf(readWritten(mine))).toEqual(['Lamps by the underpass', 'Benches'])
  await until(host.rounds.running, (now) => now?.shown.kind === 'writing' && now.shown.cards === 2)
  await until(back.rounds.isKept, Boolean)
})

test('what came too late for the reveal is offered to its author, and is gone once they let go of it', async () => {
  const { host, amal, lines, round, reload } = await writingRoom()
  const doc = await mineOf(amal)
  const card = addWritten(doc, 'Lamps', 1)
  await until(amal.rounds.isKept, Boolean)
  lines.cut()
  changeWritten(doc, card, 'Lamps by the underpass')
  addWritten(doc, 'Benches', 2)
  const token = amal.token()
  amal.dispose()
  host.rounds.order({ do: 'end', round })
  await untilDocument(host, () => readAll(host.doc, 'cards').length === 1)
  const back = await reload(token)
  const [late] = await until(back.rounds.leftovers, (all) => all.length > 0)
  expect(textsOf(late?.cards)).toEqual(['Lamps by the underpass', 'Benches'])
  back.rounds.letGo(round)
  expect(back.rounds.leftovers.get()).toEqual([])
  back.dispose()
  const later = await reload(token)
  await until(later.rounds.isKept, Boolean)
  expect(later.rounds.leftovers.get()).toEqual([])
})

test('what somebody has half typed is there after a reload, on no wall at the end, and theirs when the round is cancelled', async () => {
  const { host, amal, round, reload } = await writingRoom()
  const doc = await mineOf(amal)
  changeDraft(doc, 'Lamps by', 1)
  changeDraft(doc, 'Lamps by the', 2)
  const back = await reload()
  const mine = await mineOf(back)
  await untilDocument({ doc: mine }, () => readDraft(mine)?.text === 'Lamps by the')
  expect(readWritten(mine)).toEqual([])
  finishDraft(mine)
  expect(readDraft(mine)).toBeNull()
  changeDraft(mine, 'Benches', 3)
  await until(back.rounds.isKept, Boolean)
  await until(host.rounds.running, (now) => now?.shown.kind === 'writing' && now.shown.cards === 1)
  host.rounds.order({ do: 'cancel', round })
  const [left] = await until(back.rounds.leftovers, (all) => all.length > 0)
  expect(textsOf(left?.cards)).toEqual(['Lamps by the', 'Benches'])
})

test('at the reveal only finished cards come onto the wall', async () => {
  const { host, amal, round } = await writingRoom()
  const doc = await mineOf(amal)
  addWritten(doc, 'Lamps', 1)
  changeDraft(doc, 'Ben', 2)
  await until(amal.rounds.isKept, Boolean)
  host.rounds.order({ do: 'end', round })
  await untilDocument(host, () => readAll(host.doc, 'cards').length > 0)
  expect(textsOf(readAll(host.doc, 'cards'))).toEqual(['Lamps'])
})

test('cards of a cancelled round are offered to their author at every window, until one of them lets go', async () => {
  const { room, host, amal, round } = await writingRoom()
  addWritten(await mineOf(amal), 'Lamps', 1)
  await until(amal.rounds.isKept, Boolean)
  host.rounds.order({ do: 'cancel', round })
  const [left] = await until(amal.rounds.leftovers, (all) => all.length > 0)
  expect([left?.question, textsOf(left?.cards)]).toEqual([QUESTION, ['Lamps']])
  const again = { ...room.guest, credential: { kind: 'token', token: amal.token() } } as const
  const second = await isLive(room.connect(again))
  await until(second.rounds.leftovers, (all) => all.length > 0)
  expect(host.rounds.leftovers.get()).toEqual([])
  second.rounds.letGo(round)
  await until(amal.rounds.leftovers, (all) => all.length === 0)
})

test('in a room that may only look nothing counts as kept, and all of it goes when people may write again', async () => {
  const { room, host, amal } = await writingRoom()
  const doc = await mineOf(amal)
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await until(amal.isReadOnly, Boolean)
  addWritten(doc, 'Lamps', 1)
  expect(amal.rounds.isKept.get()).toBe(false)
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: false }))
  await until(host.rounds.running, (now) => now?.shown.kind === 'writing' && now.shown.cards === 1)
  await until(amal.rounds.isKept, Boolean)
})

test('a purge of somebody else loses nobody’s hidden cards', async () => {
  const { room, host, amal } = await writingRoom()
  const other = await isLive(room.connect(room.guest, { name: 'Sam' }))
  addWritten(await mineOf(other), 'Zebraquartz', 1)
  addWritten(await mineOf(amal), 'Lamps', 1)
  await Promise.all([other, amal].map(({ rounds }) => until(rounds.isKept, Boolean)))
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: other.me.get()?.person ?? '' }))
  await until(host.rounds.running, (now) => now?.shown.kind === 'writing' && now.shown.cards === 1)
  expect(textsOf(readWritten(await mineOf(amal)))).toEqual(['Lamps'])
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAll, readSingleton } from '#shared/board/records'
import type { RoundOrder } from '#shared/room/round'
import { putDots, readBallot } from '#shared/room/vote'
import { encodeControl } from '#shared/sync/messages'
import { openBoardFile } from '../../../../../electron/files/boardFile'
import { type HiddenWriter, hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import type { RawGuest } from '../../../../support/rawGuest'
import { isLive, isSaved, openTestRoom, until, untilDocument, unwrap } from '../../../../support/realHub'

const CARDS = ['bench', 'lamp', 'tree', 'ramp']
const BEGIN: RoundOrder = {
  do: 'begin',
  settings: { kind: 'vote', ms: null, question: 'Which first?', cards: CARDS, dots: 3, most: 2 },
}
const order = (guest: RawGuest, said: RoundOrder) => guest.send(encodeControl({ say: 'round', order: said }))
const RULES = { cards: CARDS, dots: 3, most: 2 }
const dotsFor = (guest: HiddenWriter, round: string, card: string, dots: number) =>
  guest.changes(round, (doc) => putDots(doc, card, dots))
/** The ballot as the hub has it, asked by a window of its person. */
const ballotOf = async (guest: HiddenWriter, round: string) => {
  await guest.catchesUp(round)
  return readBallot(guest.doc, RULES)
}

async function votingRoom() {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host)
  const [amal, sam] = [await hiddenWriter(room.guest), await hiddenWriter(room.guest)]
  order(host, BEGIN)
  const { id } = await roundOf(amal)
  return { room, host, amal, sam, round: id }
}

test('a ballot is sent to its person’s windows only; the others hear how many have voted', async () => {
  const { room, host, amal, sam, round } = await votingRoom()
  const projector = await hiddenWriter(room.host, { watch: true })
  const { token } = await amal.hears('welcome')
  const second = await hiddenWriter({ ...room.guest, credential: { kind: 'token', token } })
  dotsFor(amal, round, 'tree', 2)
  await roundOf(second, ({ voted }) => voted === 1)
  expect(await ballotOf(second, round)).toEqual({ tree: 2 })
  for (const other of [host, sam, projector]) await roundOf(other, ({ voted }) => voted === 1)
  for (const other of [host, sam]) expect(await ballotOf(other, round)).toEqual({})
  for (const other of [host, sam, projector])
    expect(Buffer.concat(other.arrived.map(({ bytes }) => bytes)).includes('dots\x04tree')).toBe(false)
  const replica = await isLive(room.connect(room.host))
  expect(readAll(replica.doc, 'outcomes')).toEqual([])
})

test('a person has one ballot in two windows and after coming back, and may change it until the close', async () => {
  const { room, host, amal, sam, round } = await votingRoom()
  dotsFor(amal, round, 'tree', 2)
  await roundOf(amal, ({ voted }) => voted === 1)
  const { token } = await amal.hears('welcome')
  const second = await hiddenWriter({ ...room.guest, credential: { kind: 'token', token } })
  expect(await ballotOf(second, round)).toEqual({ tree: 2 })
  // Both windows put their last dot before they hear of each other: together that is one too many.
  dotsFor(amal, round, 'lamp', 1)
  dotsFor(second, round, 'ramp', 1)
  await roundOf(second, ({ voted }) => voted === 1)
  await ballotOf(amal, round)
  expect(await ballotOf(second, round)).toEqual({ tree: 2, lamp: 1 })
  dotsFor(second, round, 'ramp', 0)
  dotsFor(amal, round, 'tree', 0)
  dotsFor(sam, round, 'ramp', 1)
  await roundOf(host, ({ voted }) => voted === 2)
  const replica = await isLive(room.connect(room.host))
  let transactions = 0
  replica.doc.on('update', () => transactions++)
  order(host, { do: 'end', round })
  await until(replica.rounds.running, (now) => now === null)
  await untilDocument(replica, () => readAll(replica.doc, 'outcomes').length === 1)
  const [outcome] = readAll(replica.doc, 'outcomes')
  expect(outcome).toMatchObject({ cards: ['lamp', 'ramp', 'bench', 'tree'], counts: [1, 1, 0, 0], people: 2 })
  expect(readSingleton(replica.doc, 'live').outcome).toBe(outcome?.id)
  expect(transactions).toBe(1)
  dotsFor(sam, round, 'ramp', 2)
  await isSaved(replica)
  await room.hub.close(room.path)
  const { file, contents } = unwrap(openBoardFile(room.path))
  file.release()
  expect(contents.sealed).toEqual([])
})

test('a hub that dies in the middle goes on with everybody’s ballots', async () => {
  const { room, amal, round } = await votingRoom()
  dotsFor(amal, round, 'tree', 2)
  await roundOf(amal, ({ voted }) => voted === 1)
  await room.hub.close(room.path)
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const { url, token } = unwrap(await room.hub.open(left))
  const host = await hiddenWriter({ url, credential: { kind: 'token', token } })
  expect((await roundOf(host)).shown).toMatchObject({ kind: 'vote', voted: 1, dots: 3, most: 2 })
})

test('a person whose words are taken out for good has no ballot any more', async () => {
  const { room, host, amal, sam, round } = await votingRoom()
  dotsFor(amal, round, 'tree', 2)
  dotsFor(sam, round, 'lamp', 1)
  await roundOf(host, ({ voted }) => voted === 2)
  const { me } = await amal.hears('welcome')
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: me.person }))
  await roundOf(host, ({ voted }) => voted === 1)
})

test('an observer who votes is sent away, and a participant cannot close the vote', async () => {
  const { room, amal, round } = await votingRoom()
  const observer = await hiddenWriter(room.guest, { watch: true })
  dotsFor(observer, round, 'tree', 1)
  order(amal, { do: 'end', round })
  for (const guest of [observer, amal])
    expect(await guest.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
  const host = await isLive(room.connect(room.host))
  expect((await until(host.rounds.running, (now) => now !== null))?.shown).toMatchObject({ voted: 0 })
})

test('a vote that is cancelled leaves nothing of anybody’s ballot', async () => {
  const { room, host, amal, round } = await votingRoom()
  dotsFor(amal, round, 'tree', 2)
  await roundOf(host, ({ voted }) => voted === 1)
  order(host, { do: 'cancel', round })
  await host.finds(({ told }) => {
    const last = told.findLast((said) => said.say === 'round')
    return last?.round === null || undefined
  })
  await room.hub.close(room.path)
  const { file, contents } = unwrap(openBoardFile(room.path))
  file.release()
  expect(contents.sealed).toEqual([])
})

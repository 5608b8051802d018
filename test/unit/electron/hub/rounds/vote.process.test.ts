import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAll, readSingleton } from '#shared/board/schema'
import type { RoundOrder } from '#shared/room/round'
import { encodeControl } from '#shared/sync/messages'
import { openBoardFile } from '../../../../../electron/files/boardFile'
import { hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import type { RawGuest } from '../../../../support/rawGuest'
import { isLive, isSaved, openTestRoom, until, untilDocument, unwrap } from '../../../../support/realHub'

const CARDS = ['bench', 'lamp', 'tree', 'ramp']
const BEGIN: RoundOrder = {
  do: 'begin',
  settings: { kind: 'vote', ms: null, question: 'Which first?', cards: CARDS, dots: 3, most: 2 },
}
const order = (guest: RawGuest, said: RoundOrder) => guest.send(encodeControl({ say: 'round', order: said }))
const dotsFor = (guest: RawGuest, round: string, card: string, dots: number) =>
  guest.send(encodeControl({ say: 'ask', round, ask: { kind: 'vote', card, dots } }))

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
  for (const window of [amal, second])
    expect((await roundOf(window, ({ voted }) => voted === 1)).shown).toMatchObject({ mine: { tree: 2 } })
  for (const other of [host, sam, projector])
    expect((await roundOf(other, ({ voted }) => voted === 1)).shown).toMatchObject({ mine: {} })
  const replica = await isLive(room.connect(room.host))
  expect(readAll(replica.doc, 'outcomes')).toEqual([])
})

test('a person has one ballot in two windows and after coming back, and may change it until the close', async () => {
  const { room, host, amal, sam, round } = await votingRoom()
  dotsFor(amal, round, 'tree', 2)
  await roundOf(amal, ({ voted }) => voted === 1)
  const { token } = await amal.hears('welcome')
  const second = await hiddenWriter({ ...room.guest, credential: { kind: 'token', token } })
  dotsFor(second, round, 'bench', 2)
  dotsFor(second, round, 'lamp', 1)
  expect((await roundOf(second, ({ mine }) => 'lamp' in (mine as object))).shown).toMatchObject({
    mine: { tree: 2, lamp: 1 },
    voted: 1,
  })
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
  expect((await roundOf(host)).shown).toMatchObject({ kind: 'vote', voted: 1, mine: {}, dots: 3, most: 2 })
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

test.each([-1, 1.5, 51, Number.NaN])('%d dots are no dots', async (dots) => {
  const { amal, round } = await votingRoom()
  dotsFor(amal, round, 'tree', dots)
  expect(await amal.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAll } from '#shared/board/records'
import { chooseFace, type Face, readFace } from '#shared/room/energy'
import type { RoundOrder } from '#shared/room/round'
import { encodeControl } from '#shared/sync/messages'
import { type HiddenWriter, hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import type { RawGuest } from '../../../../support/rawGuest'
import { isLive, openTestRoom, until, untilDocument, unwrap } from '../../../../support/realHub'

const order = (guest: RawGuest, said: RoundOrder) => guest.send(encodeControl({ say: 'round', order: said }))
const choose = (guest: HiddenWriter, round: string, face: Face | null) =>
  guest.changes(round, (doc) => chooseFace(doc, face))
const BEGIN: RoundOrder = { do: 'begin', settings: { kind: 'energy', ms: null, moment: 'start' } }

async function askedRoom() {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host)
  const guests = await Promise.all([1, 2, 3].map(() => hiddenWriter(room.guest)))
  order(host, BEGIN)
  const { id } = await roundOf(host)
  for (const guest of guests) await roundOf(guest)
  return { room, host, guests, round: id }
}

test('faces are sent to nobody else, outlive the hub, and only their counts come onto the board', async () => {
  const { room, host, guests, round } = await askedRoom()
  const [first, second, third] = guests
  if (!first || !second || !third) throw new Error('nobody came')
  choose(first, round, 'low')
  choose(first, round, 'great')
  choose(second, round, 'great')
  choose(third, round, 'drained')
  await roundOf(host, ({ answered }) => answered === 3)
  for (const other of [host, second]) {
    const heard = Buffer.concat(other.arrived.map(({ bytes }) => bytes))
    expect(heard.includes('drained')).toBe(false)
  }
  await room.hub.close(room.path)
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const { url, token } = unwrap(await room.hub.open(left))
  const credential = { kind: 'token', token } as const
  const back = await hiddenWriter({ url, credential })
  expect((await roundOf(back)).shown).toMatchObject({ answered: 3 })
  order(back, { do: 'end', round })
  const replica = await isLive(room.connect({ url, credential }))
  await untilDocument(replica, () => readAll(replica.doc, 'outcomes').length === 1)
  const [outcome] = readAll(replica.doc, 'outcomes')
  expect(outcome).toMatchObject({ round: 'energyAtStart', counts: [1, 0, 0, 0, 2], people: 3, cards: [] })
  const document = Buffer.from(Y.encodeStateAsUpdate(replica.doc))
  for (const word of ['drained', 'great']) expect(document.includes(word)).toBe(false)
})

test('of fewer than three nothing is kept, since the counts would tell who feels how', async () => {
  const { room, host, guests, round } = await askedRoom()
  for (const guest of guests.slice(0, 2)) choose(guest, round, 'low')
  await roundOf(host, ({ answered }) => answered === 2)
  const replica = await isLive(room.connect(room.host))
  order(host, { do: 'end', round })
  await until(replica.rounds.running, (now) => now === null)
  expect(readAll(replica.doc, 'outcomes')).toEqual([])
})

test('one person has one face, and may take it back; observers have none', async () => {
  const { room, host, guests, round } = await askedRoom()
  const [first] = guests
  if (!first) throw new Error('nobody came')
  const { token } = await first.hears('welcome')
  const again = await hiddenWriter({ ...room.guest, credential: { kind: 'token', token } })
  choose(first, round, 'low')
  await roundOf(host, ({ answered }) => answered === 1)
  await again.catchesUp(round)
  expect(readFace(again.doc)).toBe('low')
  choose(again, round, 'good')
  await again.catchesUp(round)
  await first.catchesUp(round)
  expect(readFace(first.doc)).toBe('good')
  expect((await roundOf(host)).shown).toMatchObject({ answered: 1 })
  choose(again, round, null)
  await roundOf(host, ({ answered }) => answered === 0)
  const observer = await hiddenWriter(room.guest, { watch: true })
  choose(observer, round, 'low')
  expect(await observer.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
  choose(first, round, 'furious' as never)
  await first.catchesUp(round)
  expect((await roundOf(host)).shown).toMatchObject({ answered: 0 })
})

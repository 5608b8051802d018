import { expect, test } from 'vitest'
import type { RoundOrder } from '#shared/room/round'
import { encodeControl } from '#shared/sync/messages'
import type { Replica } from '../../../../../renderer/board/replica'
import { rawGuest } from '../../../../support/rawGuest'
import { isLive, openTestRoom, until } from '../../../../support/realHub'

const MINUTE = 60_000
/** ms by which a message may be late on a busy machine. */
const LATE = 20_000
const begin = (ms: number, silent = false): RoundOrder => ({
  do: 'begin',
  settings: { kind: 'timer', ms, silent },
})
const said = (order: RoundOrder) => encodeControl({ say: 'round', order })
const round = ({ rounds }: Replica) => until(rounds.running, (now) => now !== null)
const silent = (isSilent: boolean) => ({ kind: 'timer', silent: isSilent })

test('a facilitator’s timer is everybody’s, and stops for everybody', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  const projector = await isLive(room.connect(room.host, { watch: true }))
  host.rounds.order(begin(5 * MINUTE))
  for (const replica of [host, guest, projector]) {
    const time = (await round(replica))?.time
    expect(time?.whole).toBe(5 * MINUTE)
    expect((time?.endsAt ?? 0) - performance.now()).toBeLessThanOrEqual(5 * MINUTE)
  }
  host.rounds.order({ do: 'end', round: (await round(host))?.id ?? '' })
  for (const replica of [host, guest, projector]) await until(replica.rounds.running, (now) => now === null)
})

test('a silent timer is silent for everybody, also for whoever comes late, and another takes its place', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  host.rounds.order(begin(5 * MINUTE, true))
  expect((await round(guest))?.shown).toEqual(silent(true))
  const projector = await isLive(room.connect(room.host, { watch: true }))
  expect((await round(projector))?.shown).toEqual(silent(true))
  const first = (await round(host))?.id
  host.rounds.order(begin(MINUTE))
  const next = await until(guest.rounds.running, (now) => now !== null && now.id !== first)
  expect([next?.shown, next?.time?.whole]).toEqual([silent(false), MINUTE])
})

test('an order that means another round than the one that runs is without effect', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  host.rounds.order(begin(5 * MINUTE))
  const first = (await round(host))?.id ?? ''
  host.rounds.order(begin(MINUTE))
  for (const order of ['end', 'cancel', 'next'] as const) host.rounds.order({ do: order, round: first })
  host.rounds.order({ do: 'addTime', round: first, ms: MINUTE })
  const second = await until(host.rounds.running, (now) => now !== null && now.id !== first)
  host.rounds.order({ do: 'addTime', round: second?.id ?? '', ms: MINUTE })
  const after = await until(host.rounds.running, (now) => now?.time?.whole !== MINUTE)
  expect([after?.id, after?.time?.whole]).toEqual([second?.id, 2 * MINUTE])
})

test('whoever comes late or comes back has the same time left, by the hub’s clock and not their own', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  host.rounds.order(begin(5 * MINUTE))
  const first = (await round(host))?.time
  const guest = await isLive(room.connect(room.guest))
  const again = { ...room.guest, credential: { kind: 'token', token: guest.token() } } as const
  for (const replica of [guest, await isLive(room.connect(again))]) {
    const time = (await round(replica))?.time
    expect(time?.whole).toBe(5 * MINUTE)
    // Told later, it ends at the same moment.
    expect(Math.abs((time?.endsAt ?? 0) - (first?.endsAt ?? 0))).toBeLessThan(LATE)
  }
})

const ORDERS: readonly RoundOrder[] = [
  begin(MINUTE),
  { do: 'next', round: 'r' },
  { do: 'addTime', round: 'r', ms: MINUTE },
  { do: 'end', round: 'r' },
  { do: 'cancel', round: 'r' },
]

test.each([
  ['a participant', {}, 'guest'],
  ['a guest who only watches', { watch: true }, 'guest'],
  ['a projector of the host', { watch: true }, 'host'],
  ['a guest who says they are a facilitator', { side: 'facilitator' }, 'guest'],
] as const)('%s cannot order anything of a round, whatever their client sends', async (_, hello, from) => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { url, credential } = room[from]
  for (const order of ORDERS) {
    const raw = rawGuest(url, credential, hello)
    await raw.hears('people')
    raw.send(said(order))
    expect(await raw.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
    await raw.ended
  }
  host.rounds.order(begin(MINUTE))
  expect((await round(host))?.time?.whole).toBe(MINUTE)
})

test.each([0, -1, 999, 1.5, 5 * 60 * MINUTE, Number.NaN])('a timer of %d ms is no timer', async (ms) => {
  const room = await openTestRoom()
  const raw = rawGuest(room.host.url, room.host.credential)
  await raw.hears('people')
  raw.send(said(begin(ms)))
  expect(await raw.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
})

test('a timer goes on when the board is opened again', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  host.rounds.order(begin(5 * MINUTE, true))
  const before = await round(host)
  await room.hub.close(room.path)
  const opened = await room.hub.open(room.path)
  if (!opened.ok) throw new Error(opened.failure.code)
  const { url, token } = opened.value
  const after = await round(await isLive(room.connect({ url, credential: { kind: 'token', token } })))
  expect([after?.id, after?.shown, after?.time?.whole]).toEqual([before?.id, silent(true), 5 * MINUTE])
  expect(Math.abs((after?.time?.endsAt ?? 0) - (before?.time?.endsAt ?? 0))).toBeLessThan(LATE)
})

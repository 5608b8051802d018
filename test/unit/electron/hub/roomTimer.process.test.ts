import { expect, test } from 'vitest'
import { encodeControl } from '#shared/sync/messages'
import type { TimerOrder } from '#shared/sync/protocol'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, openTestRoom, until } from '../../../support/realHub'

const MINUTE = 60_000
const START = { do: 'start', ms: 5 * MINUTE } as const
const said = (order: TimerOrder) => encodeControl({ say: 'timer', order })

test('a facilitator’s timer is everybody’s, and stops for everybody', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  const projector = await isLive(room.connect(room.host, { watch: true }))
  host.orderTimer(START)
  for (const replica of [host, guest, projector]) {
    const timer = await until(replica.timer, (now) => now !== null)
    expect(timer?.whole).toBe(START.ms)
    expect((timer?.endsAt ?? 0) - performance.now()).toBeLessThanOrEqual(START.ms)
  }
  host.orderTimer({ do: 'stop' })
  for (const replica of [host, guest, projector]) await until(replica.timer, (now) => now === null)
})

test('a silent timer is silent for everybody, also for whoever comes late', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  host.orderTimer({ ...START, silent: true })
  expect((await until(guest.timer, (now) => now !== null))?.isSilent).toBe(true)
  const projector = await isLive(room.connect(room.host, { watch: true }))
  expect((await until(projector.timer, (now) => now !== null))?.isSilent).toBe(true)
  host.orderTimer(START)
  expect((await until(guest.timer, (now) => now?.isSilent === false))?.whole).toBe(START.ms)
})

test('whoever comes late or comes back has the same time left, by the hub’s clock and not their own', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  host.orderTimer(START)
  const first = await until(host.timer, (now) => now !== null)
  const guest = await isLive(room.connect(room.guest))
  const again = { ...room.guest, credential: { kind: 'token', token: guest.token() } } as const
  for (const replica of [guest, await isLive(room.connect(again))]) {
    const timer = await until(replica.timer, (now) => now !== null)
    expect(timer?.whole).toBe(START.ms)
    // Told later, it ends at the same moment.
    expect(Math.abs((timer?.endsAt ?? 0) - (first?.endsAt ?? 0))).toBeLessThan(1_000)
  }
})

test.each([
  ['a participant', {}, 'guest'],
  ['a guest who only watches', { watch: true }, 'guest'],
  ['a projector of the host', { watch: true }, 'host'],
  ['a guest who says they are a facilitator', { side: 'facilitator' }, 'guest'],
] as const)('%s cannot set the timer, whatever their client sends', async (_, hello, from) => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { url, credential } = room[from]
  const raw = rawGuest(url, credential, hello)
  await raw.hears('people')
  raw.send(said(START))
  expect(await raw.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
  await raw.ended
  host.orderTimer({ do: 'start', ms: MINUTE })
  expect((await until(host.timer, (now) => now !== null))?.whole).toBe(MINUTE)
})

test.each([0, -1, 999, 1.5, 5 * 60 * MINUTE, Number.NaN])('a timer of %d ms is no timer', async (ms) => {
  const room = await openTestRoom()
  const raw = rawGuest(room.host.url, room.host.credential)
  await raw.hears('people')
  raw.send(said({ do: 'start', ms }))
  expect(await raw.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
})

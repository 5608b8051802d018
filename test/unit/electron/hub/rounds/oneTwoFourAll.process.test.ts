import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/schema'
import type { RoundOrder } from '#shared/room/round'
import { encodeControl } from '#shared/sync/messages'
import { hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import type { RawGuest } from '../../../../support/rawGuest'
import { isLive, openTestRoom, untilDocument, unwrap } from '../../../../support/realHub'

const order = (guest: RawGuest, said: RoundOrder) => guest.send(encodeControl({ say: 'round', order: said }))
const keep = (guest: RawGuest, round: string, idea: string) =>
  guest.send(encodeControl({ say: 'ask', round, ask: { kind: 'oneTwoFourAll', asks: { do: 'keep', idea } } }))

test('a four’s idea is the four’s alone until the end, outlives the hub, and is an idea on the wall then', async () => {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host)
  const guests = await Promise.all(
    Array.from({ length: 8 }, (_, at) => hiddenWriter(room.guest, { name: `Guest ${at}` })),
  )
  order(host, {
    do: 'begin',
    settings: { kind: 'oneTwoFourAll', ms: 60_000, later: [60_000, 60_000, 60_000], question: '' },
  })
  const { id: round } = await roundOf(host)
  order(host, { do: 'next', round })
  order(host, { do: 'next', round })
  const [first] = guests
  if (!first) throw new Error('nobody came')
  const { shown } = await roundOf(first, ({ circle }) => circle === 'fours')
  const mates = ('mates' in shown && shown.mates) || []
  expect(mates).toHaveLength(3)
  keep(first, round, 'Zebraquartz lamps')
  for (const guest of guests) {
    const { me } = await guest.hears('welcome')
    const isMate = guest === first || mates.some(({ person }) => person === me.person)
    const told = await roundOf(guest, ({ kept }) => kept === 1)
    expect(told.shown).toMatchObject({ fours: 2, idea: isMate ? 'Zebraquartz lamps' : '' })
    if (!isMate) expect(Buffer.concat(guest.arrived.map(({ bytes }) => bytes)).includes('Zebra')).toBe(false)
  }
  await room.hub.close(room.path)
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const { url, token } = unwrap(await room.hub.open(left))
  const credential = { kind: 'token', token } as const
  const back = await hiddenWriter({ url, credential })
  expect((await roundOf(back)).shown).toMatchObject({ circle: 'fours', kept: 1, idea: '' })
  order(back, { do: 'end', round, at: [0, 0] })
  const replica = await isLive(room.connect({ url, credential }))
  await untilDocument(replica, () => readAll(replica.doc, 'cards').length === 1)
  expect(readAll(replica.doc, 'cards')[0]).toMatchObject({ type: 'idea', text: 'Zebraquartz lamps' })
})

test('an idea that is too long is no message', async () => {
  const room = await openTestRoom()
  const guest = await hiddenWriter(room.guest)
  keep(guest, 'round', 'x'.repeat(501))
  expect(await guest.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AskOf, RoundOrder } from '#shared/room/round'
import { encodeControl } from '#shared/sync/messages'
import { hiddenWriter, roundOf } from '../../../../support/hiddenWriter'
import type { RawGuest } from '../../../../support/rawGuest'
import { openTestRoom, unwrap } from '../../../../support/realHub'

const order = (guest: RawGuest, said: RoundOrder) => guest.send(encodeControl({ say: 'round', order: said }))
const ask = (guest: RawGuest, round: string, asks: AskOf<'speaking'>['asks']) =>
  guest.send(encodeControl({ say: 'ask', round, ask: { kind: 'speaking', asks } }))
const named = (shown: unknown) => {
  const { now, queue } = shown as { now: { name: string } | null; queue: { name: string }[] }
  return [now?.name ?? null, ...queue.map(({ name }) => name)]
}
/** Resolves once a window is shown this speaker and queue. */
const hearsNames = (guest: RawGuest, ...names: (string | null)[]) =>
  roundOf(guest, (shown) => JSON.stringify(named(shown)) === JSON.stringify(names))

async function talkingRoom() {
  const room = await openTestRoom()
  const host = await hiddenWriter(room.host, { name: 'Imran', side: 'facilitator' })
  const join = (name: string, side: 'resident' | 'professional') => hiddenWriter(room.guest, { name, side })
  const ben = await join('Ben', 'professional')
  const chris = await join('Chris', 'professional')
  const amina = await join('Amina', 'resident')
  order(host, { do: 'begin', settings: { kind: 'speaking', ms: null, question: 'What now?' } })
  const { id } = await roundOf(amina)
  for (const guest of [host, ben, chris, amina]) await roundOf(guest)
  ask(ben, id, { do: 'raise' })
  await hearsNames(host, null, 'Ben')
  ask(chris, id, { do: 'raise' })
  ask(chris, id, { do: 'raise' })
  await hearsNames(host, null, 'Ben', 'Chris')
  ask(amina, id, { do: 'raise' })
  await hearsNames(host, null, 'Ben', 'Amina', 'Chris')
  return { room, host, ben, chris, amina, round: id }
}

test('the sides take turns, everybody sees who has the floor, and a hand can be lowered', async () => {
  const { host, ben, chris, amina, round } = await talkingRoom()
  order(host, { do: 'next', round })
  for (const guest of [host, ben, chris, amina]) await hearsNames(guest, 'Ben', 'Amina', 'Chris')
  ask(ben, round, { do: 'raise' })
  await hearsNames(amina, 'Ben', 'Amina', 'Chris', 'Ben')
  order(host, { do: 'next', round })
  await hearsNames(amina, 'Amina', 'Chris', 'Ben')
  ask(chris, round, { do: 'lower' })
  await hearsNames(amina, 'Amina', 'Ben')
  order(host, { do: 'next', round })
  order(host, { do: 'next', round })
  await hearsNames(amina, null)
})

test('only whoever leads the room calls somebody out of turn or sets them aside', async () => {
  const { room, host, ben, chris, amina, round } = await talkingRoom()
  const { me } = await chris.hears('welcome')
  ask(amina, round, { do: 'setAside', person: me.person })
  ask(ben, round, { do: 'call', person: me.person })
  const projector = await hiddenWriter(room.host, { watch: true })
  await hearsNames(projector, null, 'Ben', 'Amina', 'Chris')
  ask(host, round, { do: 'call', person: me.person })
  await hearsNames(projector, 'Chris', 'Amina', 'Ben')
  ask(host, round, { do: 'setAside', person: (await ben.hears('welcome')).me.person })
  await hearsNames(projector, 'Chris', 'Amina')
  order(amina, { do: 'next', round })
  expect(await amina.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
})

test('a hub that dies goes on with the queue, and who was purged is in it no more', async () => {
  const { room, host, ben, round } = await talkingRoom()
  order(host, { do: 'next', round })
  await hearsNames(host, 'Ben', 'Amina', 'Chris')
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: (await ben.hears('welcome')).me.person }))
  await hearsNames(host, null, 'Amina', 'Chris')
  await room.hub.close(room.path)
  const left = join(room.folder, 'left.ground')
  copyFileSync(room.path, left)
  const { url, token } = unwrap(await room.hub.open(left))
  await hearsNames(await hiddenWriter({ url, credential: { kind: 'token', token } }), null, 'Amina', 'Chris')
})

test.each([{ do: 'shout' }, { do: 'call' }, { do: 'call', person: 7 }, null])(
  'asking for %j in a talk is no message',
  async (asks) => {
    const { amina, round } = await talkingRoom()
    ask(amina, round, asks as never)
    expect(await amina.hears('refused')).toEqual({ say: 'refused', code: 'badMessage' })
  },
)

import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import { encodeControl } from '#shared/sync/messages'
import type { Credential, Hello } from '#shared/sync/protocol'
import { hashOf } from '../../../../electron/files/hostToken'
import { rawGuest } from '../../../support/rawGuest'
import { isLive, openTestRoom, type TestRoom, unwrap } from '../../../support/realHub'

const byToken = (token: string): Credential => ({ kind: 'token', token })
const WATCHING = { watch: true }
const KEEPING = { keeps: { port: 4747, print: 'a'.repeat(43) } }

/** As whom the hub lets this credential in, or why it does not. */
async function roleOf({ url }: { url: string }, credential: Credential, more: Partial<Hello> = {}) {
  const guest = rawGuest(url, credential, more)
  const answer = await guest.finds(({ told: [first] }) => first)
  guest.leave()
  await guest.ended
  if (answer.say === 'refused') return answer.code
  return answer.say === 'welcome' ? answer.me.role : answer.say
}

/** The token of somebody who comes in by the code. */
async function tokenOf({ guest }: TestRoom, more: Partial<Hello> = {}): Promise<string> {
  const { token } = await rawGuest(guest.url, guest.credential, more).hears('welcome')
  return token
}

const setDoor = ({ hub, path }: TestRoom, isOpen: boolean) =>
  unwrap(hub.leadRoom(path, { do: 'door', isOpen }))

test('who came only to watch comes back only to watch, and takes part by the code like anybody new', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const token = await tokenOf(room, WATCHING)
  const known = readAll(host.doc, 'people').length
  setDoor(room, false)
  expect(await roleOf(room.guest, byToken(token))).toBe('doorClosed')
  expect(await roleOf(room.guest, byToken(token), WATCHING)).toBe('observer')
  setDoor(room, true)
  expect(await roleOf(room.guest, byToken(token))).toBe('wrongCode')
  expect(await roleOf(room.guest, byToken(token), WATCHING)).toBe('observer')
  expect(readAll(host.doc, 'people')).toHaveLength(known)
  expect(await roleOf(room.guest, room.guest.credential)).toBe('participant')
})

test('who came only to watch is known as such after the board was closed, and who takes part as that', async () => {
  const room = await openTestRoom()
  const watcher = await tokenOf(room, WATCHING)
  const participant = await tokenOf(room)
  await room.hub.close(room.path)
  unwrap(await room.hub.open(room.path))
  const { addresses } = unwrap(await room.hub.openRoom(room.path))
  const later = { url: `ws://${new URL(addresses[0]?.url ?? '').host}/sync` }
  setDoor(room, false)
  expect(await roleOf(later, byToken(watcher))).toBe('doorClosed')
  expect(await roleOf(later, byToken(watcher), WATCHING)).toBe('observer')
  expect(await roleOf(later, byToken(participant))).toBe('participant')
})

test('who takes part may watch as well and then take part again, behind a closed door too', async () => {
  const room = await openTestRoom()
  const token = await tokenOf(room)
  setDoor(room, false)
  expect(await roleOf(room.guest, byToken(token), WATCHING)).toBe('observer')
  expect(await roleOf(room.guest, byToken(token))).toBe('participant')
  expect(await roleOf(room.host, room.host.credential, WATCHING)).toBe('observer')
  expect(await roleOf(room.host, room.host.credential)).toBe('facilitator')
})

test('a computer that keeps a copy hears who only watches, and so does whoever it tells', async () => {
  const first = await openTestRoom()
  const second = await openTestRoom()
  const tokens = { watcher: await tokenOf(first, WATCHING), participant: await tokenOf(first) }
  const copy = rawGuest(first.guest.url, first.guest.credential, KEEPING)
  const { devices = [] } = await copy.hears('standby')
  const hashes = Object.values(tokens).map(hashOf)
  const told = devices.filter(([hash]) => hashes.includes(hash))
  expect(told).toHaveLength(2)
  // Another hub of which nobody was told yet, as after its file was taken from a copy.
  const teller = rawGuest(second.guest.url, second.guest.credential, KEEPING)
  await teller.hears('welcome')
  teller.send(encodeControl({ say: 'devices', devices: told }))
  teller.sendCard('read after that')
  await teller.hears('saved')
  expect(await roleOf(second.guest, byToken(tokens.watcher))).toBe('wrongCode')
  expect(await roleOf(second.guest, byToken(tokens.watcher), WATCHING)).toBe('observer')
  expect(await roleOf(second.guest, byToken(tokens.participant))).toBe('participant')
})

test('one address fills the board with no more than so many new people, and those keep coming back', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  /** What the hub answers first to somebody who comes and goes. */
  const knock = async (credential: Credential = room.guest.credential, from?: string) => {
    const stranger = rawGuest(room.guest.url, credential, { name: '' }, from)
    const answer = await stranger.finds(({ told: [first] }) => first)
    stranger.leave()
    await stranger.ended
    return answer.say === 'refused' ? answer.code : answer.say
  }
  const answers = new Set<string>()
  for (let batch = 0; batch < 12; batch++)
    for (const answer of await Promise.all(Array.from({ length: 50 }, () => knock()))) answers.add(answer)
  expect([...answers]).toEqual(['welcome', 'tooManyTries'])
  expect(await knock({ kind: 'token', token: guest.token() })).toBe('welcome')
  expect(guest.connection.get().state).toBe('live')
  expect(await knock(room.guest.credential, '127.0.0.9')).toBe('welcome')
})

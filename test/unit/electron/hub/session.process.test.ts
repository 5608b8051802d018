import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addCard, writeCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { encodeControl } from '#shared/sync/messages'
import type { Credential } from '#shared/sync/protocol'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { hashOf } from '../../../../electron/files/hostToken'
import { renameBoard } from '../../../../electron/hub/upkeep'
import type { Presence, Replica } from '../../../../renderer/board/replica'
import { rawGuest } from '../../../support/rawGuest'
import {
  cuttableLines,
  failureOf,
  isLive,
  isSaved,
  openTestRoom,
  type TestRoom,
  until,
  untilDocument,
  unwrap,
} from '../../../support/realHub'

const writerOf = (replica: Replica) => ({ doc: replica.doc, person: '', origin: null, now: () => 1 })
const textsOf = ({ doc }: Replica) => readAll(doc, 'cards').map(({ text }) => text)
const CARET = { head: Uint8Array.of(0, 1, 2), anchor: Uint8Array.of(0, 1, 3) }
const byCode = (code: string): Credential => ({ kind: 'code', code })
const byToken = (token: string, code?: string): Credential =>
  code === undefined ? { kind: 'token', token } : { kind: 'token', token, code }

/** What the hub answers to this credential: `in`, or why not. */
async function knock(room: TestRoom, credential: Credential): Promise<string> {
  const { told, hears, ended } = rawGuest(room.guest.url, credential)
  await Promise.race([hears('welcome').catch(() => undefined), ended])
  const refusal = told.find((said) => said.say === 'refused')
  return refusal?.say === 'refused' ? refusal.code : 'in'
}

/** The hub's own copy has everything that reached it: an honest edit made now is saved and seen. */
async function settled(host: Replica): Promise<string[]> {
  addCard(writerOf(host), { type: 'note', text: 'a mark' })
  await isSaved(host)
  return textsOf(host)
}

test('who is let in is known to the file by then, so that they come back even if the host dies in that moment', async () => {
  const room = await openTestRoom()
  const { token } = await rawGuest(room.guest.url, byCode(room.code)).hears('welcome')
  const left = join(room.folder, 'left behind.ground')
  copyFileSync(room.path, left)
  const { file, contents } = unwrap(openBoardFile(left))
  file.close()
  expect(contents.devices.has(hashOf(token))).toBe(true)
})

test('a closed door keeps out who has the code, and nobody who was in', async () => {
  const room = await openTestRoom()
  const inside = await isLive(room.connect(room.guest, { name: 'Amal' }))
  unwrap(room.hub.leadRoom(room.path, { do: 'door', isOpen: false }))
  expect(await knock(room, byCode(room.code))).toBe('doorClosed')
  expect(await knock(room, byCode('AAAAAA'))).toBe('wrongCode')
  expect(inside.connection.get().state).toBe('live')
  expect(await knock(room, byToken(inside.token()))).toBe('in')
  unwrap(room.hub.leadRoom(room.path, { do: 'door', isOpen: true }))
  expect(await knock(room, byCode(room.code))).toBe('in')
})

test('who is removed is told so on every device, cannot come back in this session, and their cards stay', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const other = await isLive(room.connect(room.guest, { name: 'Sam' }))
  addCard(writerOf(guest), { type: 'note', text: 'mine' })
  await isSaved(guest)
  const token = guest.token()
  const second = await isLive(room.connect({ ...room.guest, credential: byToken(token) }, { watch: true }))
  const raw = rawGuest(room.guest.url, byToken(token))
  await raw.hears('people')
  const person = guest.me.get()?.person ?? ''
  unwrap(room.hub.leadRoom(room.path, { do: 'remove', person }))
  raw.sendCard('after the removal')
  expect(await raw.hears('refused')).toEqual({ say: 'refused', code: 'removed' })
  await raw.ended
  for (const replica of [guest, second]) {
    expect(await until(replica.connection, ({ state }) => state === 'refused')).toEqual({
      state: 'refused',
      code: 'removed',
    })
  }
  expect(await knock(room, byToken(token))).toBe('removed')
  expect(await settled(host)).toEqual(['mine', 'a mark'])
  expect(other.connection.get().state).toBe('live')

  await room.hub.closeRoom(room.path)
  unwrap(await room.hub.openRoom(room.path))
  const again = unwrap(await room.hub.openRoom(room.path))
  const url = `ws://${new URL(again.addresses[0]?.url ?? '').host}/sync`
  const back = await isLive(room.connect({ url, credential: byToken(token) }, { name: 'Amal' }))
  expect(back.me.get()?.person).toBe(person)
})

/** Somebody whose client claims to keep a copy, and to know another person by this token. */
async function vouching(room: TestRoom, token: string): Promise<string> {
  const guest = rawGuest(room.guest.url, byCode(room.code), { keeps: { port: 4747, print: 'a'.repeat(43) } })
  const { me } = await guest.hears('welcome')
  guest.send(encodeControl({ say: 'devices', devices: [[hashOf(token), `of ${token}`]] }))
  guest.sendCard('read after that')
  await guest.hears('saved')
  return me.person
}

test('nobody lets others in through a closed door, or themselves after being sent out, by vouching for them', async () => {
  const room = await openTestRoom()
  await isLive(room.connect(room.host))
  const person = await vouching(room, 'first')
  unwrap(room.hub.leadRoom(room.path, { do: 'door', isOpen: false }))
  expect(await knock(room, byToken('first'))).toBe('doorClosed')
  unwrap(room.hub.leadRoom(room.path, { do: 'door', isOpen: true }))
  unwrap(room.hub.leadRoom(room.path, { do: 'remove', person }))
  expect(await knock(room, byToken('first'))).toBe('wrongCode')
  await vouching(room, 'second')
  expect(await knock(room, byToken('second'))).toBe('in')
  // Whoever has been in comes back.
  unwrap(room.hub.leadRoom(room.path, { do: 'door', isOpen: false }))
  expect(await knock(room, byToken('second'))).toBe('in')
})

test('a window of the host cannot be removed', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  unwrap(room.hub.leadRoom(room.path, { do: 'remove', person: host.me.get()?.person ?? '' }))
  await settled(host)
  await isLive(room.connect(room.host))
})

test('in a read-only room the hub refuses what guests send, whatever their client claims', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const watcher = rawGuest(room.guest.url, byCode(room.code), { watch: true })
  const raw = rawGuest(room.guest.url, byCode(room.code))
  const late = rawGuest(room.guest.url, byCode(room.code))
  await Promise.all([watcher.hears('people'), raw.hears('people'), late.hears('people')])
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  for (const forger of [raw, watcher]) {
    forger.sendCard('forged')
    expect(await forger.hears('rejected')).toEqual({ say: 'rejected', code: 'noPermission' })
    expect(forger.told).toContainEqual({ say: 'readOnly', isOn: true })
    await forger.ended
  }
  expect(await knock(room, byCode(room.code))).toBe('in')
  expect(await settled(host)).toEqual(['a mark'])
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: false }))
  // The same connection as before: nobody has to come in anew.
  late.sendCard('welcome back')
  await untilDocument(host, () => textsOf(host).includes('welcome back'))
})

test('guests become watchers and participants again where they are, and learn it when they come late', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await until(guest.me, (me) => me?.role === 'observer')
  expect(guest.isReadOnly.get()).toBe(true)
  expect(host.me.get()?.role).toBe('facilitator')
  const late = await isLive(room.connect(room.guest, { name: 'Late' }))
  expect(late.me.get()?.role).toBe('observer')
  await until(late.isReadOnly, (isOn) => isOn)
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: false }))
  for (const replica of [guest, late]) {
    await until(replica.me, (me) => me?.role === 'participant')
    expect(replica.isReadOnly.get()).toBe(false)
    addCard(writerOf(replica), { type: 'note', text: 'again' })
    await isSaved(replica)
  }
})

test('what was written before the room became read-only counts', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const raw = rawGuest(room.guest.url, byCode(room.code))
  await raw.hears('people')
  for (const text of ['one', 'two', 'three']) raw.sendCard(text)
  await untilDocument(host, () => textsOf(host).length > 0)
  const seen = textsOf(host)
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  expect(await settled(host)).toEqual(expect.arrayContaining(seen))
})

test('a guest who comes back to a read-only room without anything new is not refused', async () => {
  const room = await openTestRoom()
  const lines = cuttableLines()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }, lines))
  const id = addCard(writerOf(guest), { type: 'note', text: 'a word too many' })
  writeCard(writerOf(guest), id, 'a word')
  await isSaved(guest)
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await until(guest.me, (me) => me?.role === 'observer')
  lines.cut()
  await until(guest.connection, ({ state }) => state === 'offline')
  await isLive(guest)
  await isSaved(guest)
  expect(guest.connection.get().state).toBe('live')
})

test('what was written away from a room that is read-only by now is refused', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const lines = cuttableLines()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }, lines))
  lines.cut()
  await until(guest.connection, ({ state }) => state === 'offline')
  addCard(writerOf(guest), { type: 'note', text: 'written in the lift' })
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await until(guest.connection, ({ state }) => state === 'rejected')
  expect(await settled(host)).toEqual(['a mark'])
})

test('nobody is shown to move a card while they may only look', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const peer = guest.me.get()?.peer ?? -1
  const holds = [{ ids: ['a'], by: [30, 40], places: [] }] as const
  const stroke = { key: 1, width: 7, pen: 'pen', tint: 'white', clip: null, points: [[0, 0, 1]] } as const
  const hands = { selection: ['a'], editing: 'a', caret: CARET }
  const shown: Presence = { cursor: [1, 2], ...hands, holds, strokes: [stroke] }
  guest.showPresence(shown)
  await until(host.presences, (all) => all.get(peer)?.holds.length === 1)
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await until(host.presences, (all) => all.get(peer)?.holds.length === 0)
  expect(host.presences.get().get(peer)).toEqual({
    ...shown,
    editing: null,
    caret: null,
    holds: [],
    strokes: [],
  })
  guest.showPresence({ ...shown, cursor: [3, 4] })
  await until(host.presences, (all) => all.get(peer)?.cursor?.[0] === 3)
  expect(host.presences.get().get(peer)).toMatchObject({ editing: null, holds: [], strokes: [] })
})

test('a room has one code from its opening to its closing, and another the next time', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const host = await isLive(room.connect(room.host))
  const person = guest.me.get()?.person
  unwrap(await renameBoard(room.hub, room.path, 'Another name', 'Another name'))
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: host.me.get()?.person ?? '' }))
  expect(unwrap(await room.hub.openRoom(room.path)).code).toBe(room.code)

  await room.hub.closeRoom(room.path)
  const next = unwrap(await room.hub.openRoom(room.path))
  expect(next.code).not.toBe(room.code)
  expect(next.addresses[0]?.url).toContain(`#${next.code}`)
  const url = `ws://${new URL(next.addresses[0]?.url ?? '').host}/sync`
  const later = { ...room, guest: { url, credential: byCode(next.code) } }
  expect(await knock(later, byCode(room.code))).toBe('wrongCode')
  expect(await knock(later, byCode(next.code))).toBe('in')
  const again = await isLive(room.connect({ url, credential: byToken(guest.token()) }))
  expect(again.me.get()?.person).toBe(person)
})

test('a new session begins with an open door, writing for all, and nobody removed', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  unwrap(room.hub.leadRoom(room.path, { do: 'door', isOpen: false }))
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await room.hub.closeRoom(room.path)
  expect(failureOf(room.hub.leadRoom(room.path, { do: 'door', isOpen: true }))).toBe('roomClosed')
  const next = unwrap(await room.hub.openRoom(room.path))
  const url = `ws://${new URL(next.addresses[0]?.url ?? '').host}/sync`
  const fresh = await isLive(room.connect({ url, credential: byCode(next.code) }))
  expect(fresh.me.get()?.role).toBe('participant')
  expect(guest.connection.get().state).toBe('ended')
})

test('a hub that takes over a session keeps its code and its rules', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const person = guest.me.get()?.person ?? ''
  await room.hub.closeRoom(room.path)
  const rules = { code: room.code, isDoorOpen: false, isReadOnly: true, removed: [person] }
  const taken = unwrap(await room.hub.openRoom(room.path, 'Ruth', rules))
  expect(taken.code).toBe(room.code)
  const url = `ws://${new URL(taken.addresses[0]?.url ?? '').host}/sync`
  const later = { ...room, guest: { url, credential: byCode(room.code) } }
  expect(await knock(later, byCode(room.code))).toBe('doorClosed')
  expect(await knock(later, byToken(guest.token()))).toBe('removed')
})

test('a token counts only in the room whose code was scanned, when one was', async () => {
  const room = await openTestRoom()
  const second = join(room.folder, 'second.ground')
  unwrap(await room.hub.create(second, { title: 'Second', place: '', language: 'en' }))
  const elsewhere = unwrap(await room.hub.openRoom(second))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  expect(await knock(room, byToken(guest.token(), elsewhere.code))).toBe('wrongCode')
  expect(await knock(room, byToken(guest.token(), room.code))).toBe('in')
  await room.hub.closeRoom(room.path)
  expect(await knock(room, byToken(guest.token()))).toBe('roomClosed')
  expect(await knock(room, byToken('nobody’s'))).toBe('wrongCode')
})

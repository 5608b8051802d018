import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import type { Writer } from '#shared/board/actions/writer'
import { changeSingleton, readAll, readRecord } from '#shared/board/records'
import { lockPath } from '../../../../electron/files/lock'
import type { Presence, Replica } from '../../../../renderer/board/replica'
import {
  cuttableLines,
  isLive,
  isSaved,
  openTestRoom,
  until,
  untilDocument,
  unwrap,
} from '../../../support/realHub'

const writerOf = (replica: Replica): Writer => ({
  doc: replica.doc,
  person: replica.me.get()?.person ?? '',
  origin: null,
  now: () => 1,
})

test('what one window writes is on the other, and saved once the file has it', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth', side: 'facilitator' }))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const id = addCard(writerOf(guest), { type: 'insight', text: 'nobody spoke to me' })
  expect(guest.saving.get().state).toBe('saving')
  await untilDocument(host, () => readRecord(host.doc, 'cards', id) !== undefined)
  await isSaved(guest)
  await room.hub.close(room.path)
  const opened = unwrap(await room.hub.open(room.path))
  const credential = { kind: 'token', token: opened.token } as const
  const later = await isLive(room.connect({ url: opened.url, credential }))
  expect(readRecord(later.doc, 'cards', id)?.text).toBe('nobody spoke to me')
})

test('what somebody writes at the moment in which the room is closed is in the file, and they hear so', async () => {
  const room = await openTestRoom()
  unwrap(await room.hub.openRoom(room.path))
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const words = ['one', 'two', 'three']
  const closing = room.hub.closeRoom(room.path)
  for (const text of words) {
    addCard(writerOf(guest), { type: 'note', text })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await closing
  await until(guest.connection, ({ state }) => state === 'ended')
  expect(guest.saving.get().state).toBe('saved')
  await room.hub.close(room.path)
  const opened = unwrap(await room.hub.open(room.path))
  const credential = { kind: 'token', token: opened.token } as const
  const later = await isLive(room.connect({ url: opened.url, credential }))
  expect(readAll(later.doc, 'cards').map(({ text }) => text)).toEqual(words)
})

test('a person who reloads comes back as the same person, with the same name', async () => {
  const room = await openTestRoom()
  const first = await isLive(room.connect(room.guest, { name: ' Amal ', languages: ['ar', 'en'] }))
  const person = first.me.get()?.person ?? ''
  const token = first.token()
  first.dispose()
  const again = await isLive(
    room.connect({ ...room.guest, credential: { kind: 'token', token } }, { name: 'Amal' }),
  )
  expect(again.me.get()).toMatchObject({ person, name: 'Amal', role: 'participant' })
  expect(readAll(again.doc, 'people').map(({ name }) => name)).toEqual(['Amal'])
})

test('windows of the host are facilitators; a guest who picks that side is not', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { name: 'Ruth', side: 'facilitator' }))
  const guest = await isLive(room.connect(room.guest, { name: 'Sam', side: 'facilitator' }))
  expect(host.me.get()?.role).toBe('facilitator')
  expect(guest.me.get()?.role).toBe('participant')
  const here = await until(host.people, (people) => people.length === 2)
  expect(here.map(({ name }) => name).sort()).toEqual(['Ruth', 'Sam'])
})

test('a window that only watches is in no list of people in the document and cannot write', async () => {
  const room = await openTestRoom()
  const watcher = await isLive(room.connect(room.guest, { name: 'Wall', watch: true }))
  expect(watcher.me.get()?.role).toBe('observer')
  expect(readAll(watcher.doc, 'people')).toEqual([])
  const host = await isLive(room.connect(room.host))
  addCard(writerOf(watcher), { type: 'note', text: 'not allowed' })
  expect(await until(watcher.connection, ({ state }) => state === 'rejected')).toEqual({
    state: 'rejected',
    code: 'noPermission',
  })
  const id = addCard(writerOf(host), { type: 'note', text: 'allowed' })
  await isSaved(host)
  expect(readAll(host.doc, 'cards').map((card) => card.id)).toEqual([id])
})

test('what is written while the line is down arrives when it is back', async () => {
  const room = await openTestRoom()
  const lines = cuttableLines()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }, lines))
  const host = await isLive(room.connect(room.host))
  lines.cut()
  await until(guest.connection, ({ state }) => state === 'offline')
  const mine = addCard(writerOf(guest), { type: 'note', text: 'written in the lift' })
  const theirs = addCard(writerOf(host), { type: 'note', text: 'meanwhile' })
  await untilDocument(host, () => readRecord(host.doc, 'cards', mine) !== undefined)
  await untilDocument(guest, () => readRecord(guest.doc, 'cards', theirs) !== undefined)
  await isSaved(guest)
})

test('cursors, selections and drags are seen by the others and go with their window', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const guest = await isLive(room.connect(room.guest))
  const shown: Presence = {
    cursor: [10, -20],
    selection: ['a', 'b'],
    editing: 'a',
    caret: null,
    holds: [
      { ids: ['a', 'b'], by: [5, 6], places: [] },
      { ids: ['c'], by: [0, 0], places: [[1, 2, 300, 200, 12.5]] },
    ],
    strokes: [
      {
        key: 1,
        width: 4.5,
        pen: 'pen',
        tint: 'white',
        clip: { x: 1, y: 2, width: 30, height: 40 },
        points: [[0, 0.5, 1]],
      },
    ],
  }
  guest.showPresence(shown)
  const peer = guest.me.get()?.peer ?? -1
  expect((await until(host.presences, (all) => all.has(peer))).get(peer)).toEqual(shown)
  guest.showPresence({ ...shown, cursor: [11, -20], holds: [] })
  await until(host.presences, (all) => all.get(peer)?.cursor?.[0] === 11)
  expect(host.presences.get().get(peer)).toEqual({ ...shown, cursor: [11, -20], holds: [] })
  const late = await isLive(room.connect(room.guest, { name: 'Late' }))
  expect((await until(late.presences, (all) => all.has(peer))).get(peer)?.selection).toEqual(['a', 'b'])
  guest.dispose()
  await until(host.presences, (all) => !all.has(peer))
})

test('whoever hosts from this computer is the same person when the board is opened again', async () => {
  const room = await openTestRoom()
  const before = await isLive(room.connect(room.host, { name: 'Ruth', side: 'facilitator' }))
  const person = before.me.get()?.person
  await room.hub.close(room.path)
  const opened = unwrap(await room.hub.open(room.path))
  const address = { url: opened.url, credential: { kind: 'token', token: opened.token } } as const
  const after = await isLive(room.connect(address, { name: '', side: 'facilitator' }))
  expect(after.me.get()).toMatchObject({ person, name: 'Ruth' })
})

test('a guest who writes a strange version into the document locks nobody out', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest, { name: 'Amal' }))
  changeSingleton(guest.doc, 'meta', { version: 9_999 })
  await isSaved(guest)
  await room.hub.close(room.path)
  expect((await room.hub.open(room.path)).ok).toBe(true)
})

test('a hub that ends while a board is just being let go waits for its file', async () => {
  const { hub, path } = await openTestRoom()
  const letGo = hub.close(path)
  // The board has left the list of open ones, and its file is still held.
  await new Promise((resolve) => setImmediate(resolve))
  await hub.shutDown()
  expect(existsSync(lockPath(path))).toBe(false)
  await letGo
})

test('a window says no more of its person than the room asks for', async () => {
  const room = await openTestRoom()
  const known = { name: 'Amal', keeps: false, token: 'of an earlier visit' }
  expect((await isLive(room.connect(room.guest, known))).me.get()?.name).toBe('Amal')
})

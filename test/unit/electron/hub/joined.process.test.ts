import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { moveCards } from '#shared/board/actions/cards'
import { readAll, readRecord } from '#shared/board/records'
import { addWritten, readWritten } from '#shared/room/writtenCards'
import { MAX_MESSAGE } from '#shared/sync/protocol'
import { freePort } from '../../../faults/hub/freePort'
import { canonical } from '../../../support/canonical'
import {
  GREETING,
  hostRoom,
  joinFrom,
  newHub,
  openAgain,
  wordsOf,
  write,
  writerOf,
} from '../../../support/joined'
import {
  connectTo,
  failureOf,
  isLive,
  isSaved,
  temporaryFolder,
  until,
  untilDocument,
  unwrap,
} from '../../../support/realHub'

const A_MINUTE = { do: 'begin', settings: { kind: 'timer', ms: 60_000 } } as const

test('a desktop that joins is one guest of the room, by name and role, and both walls are one', async () => {
  const host = await hostRoom()
  write(host.window, 'the bench was taken away')
  await isSaved(host.window)
  const { window } = await joinFrom(host)
  expect(wordsOf(window)).toEqual(['the bench was taken away'])
  expect(window.me.get()).toMatchObject({ name: 'Amal', side: 'professional', role: 'participant' })
  const people = await until(host.window.people, (all) => all.length === 2)
  expect(people.map(({ name, role }) => `${name} ${role}`).sort()).toEqual([
    'Amal participant',
    'Ruth facilitator',
  ])
  await until(window.people, (all) => all.length === 2)

  const mine = write(window, 'nowhere to rest')
  await untilDocument(
    host.window,
    () => readRecord(host.window.doc, 'cards', mine)?.text === 'nowhere to rest',
  )
  moveCards(writerOf(host.window), [mine], [40, 0])
  await untilDocument(window, () => readRecord(window.doc, 'cards', mine)?.pos[0] === 40)
  await isSaved(window)
  expect(canonical(window.doc)).toEqual(canonical(host.window.doc))
})

test('cursors, the timer and looking only reach the windows of a desktop that joined', async () => {
  const host = await hostRoom()
  const { window } = await joinFrom(host)
  const shown = { cursor: [3, 4] as const, selection: [], editing: null, caret: null, holds: [], strokes: [] }
  host.window.showPresence(shown)
  const ruth = host.window.me.get()?.peer ?? -1
  await until(window.presences, (all) => all.get(ruth)?.cursor?.[0] === 3)
  window.showPresence({ ...shown, cursor: [5, 6] })
  const amal = window.me.get()?.peer ?? -1
  await until(host.window.presences, (all) => all.get(amal)?.cursor?.[0] === 5)

  host.window.rounds.order(A_MINUTE)
  await until(window.rounds.running, (round) => round !== null)
  unwrap(host.hub.leadRoom(host.path, { do: 'readOnly', isOn: true }))
  await until(window.me, (me) => me?.role === 'observer')
  await until(window.isReadOnly, Boolean)
  unwrap(host.hub.leadRoom(host.path, { do: 'readOnly', isOn: false }))
  await until(window.me, (me) => me?.role === 'participant')
})

test('hidden cards from a desktop that joined go to the room and to that desktop’s other windows, also after it was away', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  const second = await isLive(connectTo(joined.address, { side: 'facilitator' }))
  const settings = { kind: 'writing', ms: null, question: 'Why?' } as const
  host.window.rounds.order({ do: 'begin', settings })
  const [mine, other] = await Promise.all(
    [joined.window, second].map(({ rounds }) => until(rounds.mine, (doc) => doc !== null)),
  )
  if (!mine || !other) throw new Error('no round')
  addWritten(mine, 'Lamps', 1)
  await untilDocument({ doc: other }, () => readWritten(other).length === 1)
  await until(joined.window.rounds.isKept, Boolean)
  addWritten(other, 'Benches', 2)
  await until(second.rounds.isKept, Boolean)
  await untilDocument({ doc: mine }, () => readWritten(mine).length === 2)

  await host.hub.shutDown()
  await until(joined.window.isAway, Boolean)
  addWritten(mine, 'While it was away', 3)
  expect(joined.window.rounds.isKept.get()).toBe(false)
  const back = await hostRoom(host.path, host.place.port)
  await until(joined.window.isAway, (isAway) => !isAway)
  await until(joined.window.rounds.isKept, Boolean)
  await until(back.window.rounds.running, (now) => now?.shown.kind === 'writing' && now.shown.cards === 3)
})

test('a participant on a desktop cannot set the timer or lead: that window is sent off, and the others stay in', async () => {
  const host = await hostRoom()
  const { window, address } = await joinFrom(host)
  const second = await isLive(connectTo(address, { side: 'facilitator' }))
  const third = await isLive(connectTo(address, { side: 'facilitator' }))
  window.rounds.order(A_MINUTE)
  third.guide({ do: 'lockStage', isOn: true })
  for (const forger of [window, third]) await until(forger.connection, ({ state }) => state === 'rejected')
  write(second, 'still here')
  await untilDocument(host.window, () => wordsOf(host.window).includes('still here'))
  expect(second.isAway.get()).toBe(false)
  expect(host.window.rounds.running.get()).toBeNull()
  expect(host.window.guidance.get().isStageLocked).toBe(false)
})

test('what is written while the host is away, and after a restart without it, arrives when it is back', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  const person = joined.window.me.get()?.person
  await host.hub.shutDown()
  await until(joined.window.isAway, Boolean)
  write(joined.window, 'while it was away')
  await isSaved(joined.window)
  await joined.hub.shutDown()

  const again = await openAgain(joined.path)
  expect(again.window.isAway.get()).toBe(true)
  expect(wordsOf(again.window)).toEqual(['while it was away'])
  expect(again.window.me.get()).toMatchObject({ person, name: 'Amal', role: 'participant' })
  write(again.window, 'after the restart')
  const back = await hostRoom(host.path, host.place.port)
  write(back.window, 'from the host')
  await untilDocument(back.window, () => wordsOf(back.window).length === 3)
  await untilDocument(again.window, () => wordsOf(again.window).length === 3)
  await isSaved(again.window)
  expect(canonical(again.window.doc)).toEqual(canonical(back.window.doc))
  const people = await until(back.window.people, (all) => all.length === 2)
  expect(people.some((one) => one.person === person && one.name === 'Amal')).toBe(true)
})

test('whoever joins a room again opens the same copy as the same person', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const person = first.window.me.get()?.person
  await first.hub.shutDown()
  const second = await joinFrom(host, first.folder)
  expect(second.path).toBe(first.path)
  expect(second.window.me.get()?.person).toBe(person)
  expect(readAll(host.window.doc, 'people').filter(({ name }) => name === 'Amal')).toHaveLength(1)
})

test('what was written offline waits while guests may only look, and goes when they may write again', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  await host.hub.shutDown()
  await until(joined.window.isAway, Boolean)
  const mine = write(joined.window, 'written in the lift')
  await isSaved(joined.window)
  // From its first moment: a copy knocks all the time.
  const rules = { code: host.code, isDoorOpen: true, isReadOnly: true, removed: [] }
  const back = await hostRoom(host.path, host.place.port, rules)
  await until(joined.window.me, (me) => me?.role === 'observer')
  const theirs = write(back.window, 'the host goes on')
  await untilDocument(joined.window, () => readRecord(joined.window.doc, 'cards', theirs) !== undefined)
  expect(readRecord(back.window.doc, 'cards', mine)).toBeUndefined()
  unwrap(back.hub.leadRoom(back.path, { do: 'readOnly', isOn: false }))
  await untilDocument(back.window, () => readRecord(back.window.doc, 'cards', mine) !== undefined)
})

test('words that the host takes out for good go from the copy too, whether it is there or away', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const away = await joinFrom(host)
  const guest = await isLive(
    connectTo({
      url: `ws://127.0.0.1:${host.place.port}/sync`,
      credential: { kind: 'code', code: host.code },
    }),
  )
  const person = guest.me.get()?.person ?? ''
  const theirs = write(guest, 'sycamore')
  for (const { window } of [first, away]) {
    await untilDocument(window, () => readRecord(window.doc, 'cards', theirs)?.text === 'sycamore')
    await isSaved(window)
  }
  await away.hub.shutDown()
  unwrap(await host.hub.purge(host.path, { kind: 'person', id: person }))
  await until(first.window.isOutdated, Boolean)
  await untilDocument(first.window, () => readRecord(first.window.doc, 'cards', theirs) === undefined)

  const back = await openAgain(away.path)
  await until(back.window.isOutdated, Boolean)
  await untilDocument(back.window, () => readRecord(back.window.doc, 'cards', theirs) === undefined)
  const later = unwrap(await back.hub.open(away.path))
  const fresh = await isLive(connectTo({ url: later.url, credential: { kind: 'token', token: later.token } }))
  expect(JSON.stringify(canonical(fresh.doc))).not.toContain('sycamore')
})

test('somebody who is sent out is told so at their desktop, and does not come back', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  const person = joined.window.me.get()?.person ?? ''
  unwrap(host.hub.leadRoom(host.path, { do: 'remove', person }))
  expect(await until(joined.window.connection, ({ state }) => state === 'refused')).toEqual({
    state: 'refused',
    code: 'removed',
  })
  await joined.hub.shutDown()
  const again = newHub()
  const refused = await again.join(joined.folder, { place: host.place, code: host.code, greeting: GREETING })
  expect(failureOf(refused)).toBe('removed')
})

test('a copy leads no room of its own and purges nothing; a copy of the file lets nobody in', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  expect(failureOf(await joined.hub.openRoom(joined.path))).toBe('noPermission')
  const person = joined.window.me.get()?.person ?? ''
  expect(failureOf(await joined.hub.purge(joined.path, { kind: 'person', id: person }))).toBe('noPermission')
  await joined.hub.shutDown()
  const elsewhere = join(temporaryFolder(), 'copy.ground')
  await copyFile(joined.path, elsewhere)
  expect(unwrap(await newHub().open(elsewhere)).joined).toBeUndefined()
})

test('who types an address is told when another computer answers than the last time, before it hears anything', async () => {
  const host = await hostRoom()
  const typed = { host: host.place.host, port: host.place.port, print: '' }
  const way = { place: typed, code: host.code, greeting: GREETING }
  const folder = temporaryFolder()
  const hub = newHub()
  expect(unwrap(await hub.join(folder, way)).joined).toEqual({ host: '127.0.0.1', print: host.place.print })
  await host.hub.shutDown()
  await hub.shutDown()

  // Another installation at the same address.
  const other = newHub(host.place.port)
  const path = join(temporaryFolder(), 'other.ground')
  unwrap(await other.create(path, { title: 'Other', place: '', language: 'en' }))
  const { code, print } = unwrap(await other.openRoom(path))
  const later = newHub()
  const there = { ...way, code }
  expect(failureOf(await later.join(folder, there))).toBe('otherComputer')
  expect(print).not.toBe(host.place.print)
  const joined = unwrap(await later.join(folder, { ...there, takesAnyComputer: true })).joined
  expect(joined).toEqual({ host: '127.0.0.1', print })
  // From now on it is known.
  await later.shutDown()
  expect(unwrap(await newHub().join(folder, there)).joined?.print).toBe(print)
})

test.each([
  ['a wrong code', 'WRONG7', 'wrongCode'],
  ['no code', '', 'wrongCode'],
] as const)('with %s nobody comes in, and nothing is made', async (_what, code, failure) => {
  const host = await hostRoom()
  const folder = temporaryFolder()
  const refused = await newHub().join(folder, { place: host.place, code, greeting: GREETING })
  expect(failureOf(refused)).toBe(failure)
})

test('where no room answers, that is said', async () => {
  const place = { host: '127.0.0.1', port: await freePort(), print: '' }
  const refused = await newHub().join(temporaryFolder(), { place, code: 'ABC123', greeting: GREETING })
  expect(failureOf(refused)).toBe('noRoomThere')
})

test('more than the room takes at once stays with a desktop that was away, and its windows say so', async () => {
  const host = await hostRoom()
  const joined = await joinFrom(host)
  await host.hub.shutDown()
  await until(joined.window.isAway, Boolean)
  const part = 'x'.repeat(MAX_MESSAGE / 2)
  for (const each of [part, part, part]) write(joined.window, each)
  await isSaved(joined.window)
  const back = await hostRoom(host.path, host.place.port)
  await until(joined.window.saving, ({ state }) => state === 'failed')
  write(joined.window, 'one more')
  const second = await isLive(connectTo(joined.address, { side: 'facilitator' }))
  for (const { saving } of [joined.window, second])
    await until(saving, (now) => now.state === 'failed' && now.code === 'tooLarge')
  await untilDocument(second, () => wordsOf(second).includes('one more'))
  expect(wordsOf(back.window)).toEqual([])
})

import { expect, test, vi } from 'vitest'
import { readAll } from '#shared/board/records'
import { success } from '#shared/failure'
import type { Replica } from '../../../../renderer/board/replica'
import { canonical } from '../../../support/canonical'
import { hostRoom, type Joined, joinFrom, openTab, takeOver, wordsOf, write } from '../../../support/joined'
import { rawGuest } from '../../../support/rawGuest'
import { connectTo, failureOf, isLive, isSaved, until, untilDocument, unwrap } from '../../../support/realHub'

/** For what nobody is told of. */
const SOON = { timeout: 30_000 }
const personOf = ({ me }: Replica) => me.get()?.person ?? ''

const haveAll = (replicas: readonly Replica[], words: readonly string[]) =>
  Promise.all(
    replicas.map((replica) =>
      untilDocument(replica, () => words.every((each) => wordsOf(replica).includes(each))),
    ),
  )

const areOne = (replicas: readonly Replica[]) => {
  const [first, ...others] = replicas.map(({ doc }) => canonical(doc))
  for (const other of others) expect(other).toEqual(first)
}

test('when the host is gone a desktop hosts the room; everybody finds it as who they were, and nothing is lost', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const second = await joinFrom(host)
  const tab = await openTab(host, 'Sam')
  const replicas = [first.window, second.window, tab]
  const persons = replicas.map(personOf)
  write(tab, 'before')
  await haveAll([host.window, ...replicas], ['before'])
  expect(failureOf(await first.hub.openRoom(first.path))).toBe('noPermission')

  await host.hub.shutDown()
  await until(tab.connection, ({ state }) => state === 'offline')
  const { code } = await takeOver(first)
  expect(code).toBe(host.code)
  for (const [at, replica] of replicas.entries()) write(replica, `in the gap ${at}`)
  await haveAll(replicas, ['before', 'in the gap 0', 'in the gap 1', 'in the gap 2'])
  expect(replicas.map(personOf)).toEqual(persons)
  await until(second.window.isAway, (isAway) => !isAway)
  const people = await until(tab.people, (all) => all.length === 3)
  expect(people.map(({ name, role }) => `${name} ${role}`).sort()).toEqual([
    'Amal facilitator',
    'Amal participant',
    'Sam participant',
  ])
  for (const replica of replicas) await isSaved(replica)
  areOne(replicas)
  expect(readAll(tab.doc, 'people').filter(({ name }) => name === 'Sam')).toHaveLength(1)
})

test('when the first host comes back and opens the room, the other gives way and everybody is there again', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const second = await joinFrom(host)
  const tab = await openTab(host, 'Sam')
  const replicas = [first.window, second.window, tab]
  await haveAll(replicas, [])
  await host.hub.shutDown()
  await takeOver(first)
  await until(tab.connection, ({ state }) => state === 'live')
  await until(second.window.isAway, (isAway) => !isAway)
  // Somebody new, whom the first host has never seen.
  const late = await isLive(
    connectTo(
      { url: `ws://127.0.0.1:${portOf(first)}/sync`, credential: { kind: 'code', code: host.code } },
      { name: 'Late' },
    ),
  )
  write(late, 'came late')
  const ended = first.hub.roomEnd(first.path)
  await haveAll([...replicas, late], ['came late'])
  const persons = [...replicas, late].map(personOf)

  const back = await hostRoom(host.path, host.place.port)
  expect(await ended).toBe(true)
  write(back.window, 'the host is back')
  const all = [back.window, ...replicas, late]
  await haveAll(all, ['came late', 'the host is back'])
  for (const [at, replica] of all.entries()) write(replica, `after ${at}`)
  await haveAll(
    all,
    [0, 1, 2, 3, 4].map((at) => `after ${at}`),
  )
  expect([...replicas, late].map(personOf)).toEqual(persons)
  await until(first.window.me, (me) => me?.role === 'participant')
  for (const replica of all) await isSaved(replica)
  areOne(all)
  await until(back.window.people, (people) => people.length === 5)
})

test('of two desktops that host at once the one of the lower rank gives way', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const second = await joinFrom(host)
  const tab = await openTab(host, 'Sam')
  await host.hub.shutDown()
  await Promise.all([takeOver(first), takeOver(second)])
  for (const [at, replica] of [first.window, second.window, tab].entries()) write(replica, `both ${at}`)
  const all = [first.window, second.window, tab]
  await haveAll(all, ['both 0', 'both 1', 'both 2'])
  await until(second.window.me, (me) => me?.role === 'participant')
  expect(first.window.me.get()?.role).toBe('facilitator')
  for (const replica of all) await isSaved(replica)
  areOne(all)
})

test('who was sent out is nobody at the next host either', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const [sam, noor] = [await openTab(host, 'Sam'), await openTab(host, 'Noor')]
  const [token, person] = [sam.token(), personOf(sam)]
  const isKnown = async () =>
    unwrap(
      await first.hub.use(first.path, async ({ people }) => success([...people.known().values()])),
    ).includes(person)
  await vi.waitUntil(isKnown, SOON)
  unwrap(host.hub.leadRoom(host.path, { do: 'remove', person }))
  await until(sam.connection, ({ state }) => state === 'refused')
  await vi.waitUntil(async () => !(await isKnown()), SOON)
  await host.hub.shutDown()
  await takeOver(first)
  await isLive(noor)
  const url = `ws://127.0.0.1:${portOf(first)}/sync`
  const back = rawGuest(url, { kind: 'token', token })
  expect(await back.hears('refused')).toEqual({ say: 'refused', code: 'wrongCode' })
})

const portOf = ({ hub, path }: Joined) => new URL(hub.roomState(path)?.addresses[0]?.url ?? '').port

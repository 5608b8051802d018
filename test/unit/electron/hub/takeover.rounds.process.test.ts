import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import { chooseFace } from '#shared/room/energy'
import type { Guidance } from '#shared/room/guiding'
import { putDots, readBallot } from '#shared/room/vote'
import { addWritten, readWritten } from '#shared/room/writtenCards'
import type { Replica } from '../../../../renderer/board/replica'
import { hostRoom, joinFrom, openAgain, openTab, takeOver } from '../../../support/joined'
import { connectTo, isLive, until, untilDocument } from '../../../support/realHub'
import { placesOfWords } from '../../../support/wordsInFile'

const QUESTION = 'What would make the lane safer?'
const textsOn = ({ doc }: Replica) => readAll(doc, 'cards').map(({ text }) => text)

const mineOf = async ({ rounds }: Replica) => {
  const doc = await until(rounds.mine, (now) => now !== null)
  if (!doc) throw new Error('there is none')
  return doc
}
const writeHidden = async (replica: Replica, text: string) => addWritten(await mineOf(replica), text, 1)
/** Resolves once a window is told of so many cards in the round. */
const hasCards = ({ rounds }: Replica, count: number) =>
  until(rounds.running, (now) => now?.shown.kind === 'writing' && now.shown.cards === count)

/** A host, two desktops that joined and a browser, in a silent round of half an hour. */
async function writingRoom() {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const second = await joinFrom(host)
  const tab = await openTab(host, 'Sam')
  host.window.rounds.order({ do: 'begin', settings: { kind: 'writing', ms: 1_800_000, question: QUESTION } })
  const guests = [first.window, second.window, tab]
  for (const { rounds } of guests) await until(rounds.running, (now) => now !== null)
  return { host, first, second, tab, guests, round: tab.rounds.running.get()?.id ?? '' }
}

test('a silent round goes on at another host, with the same time and what people wrote before and in the gap', async () => {
  const { host, first, second, tab, guests, round } = await writingRoom()
  for (const [at, guest] of guests.entries()) await writeHidden(guest, `Zebraquartz ${at}`)
  for (const { rounds } of guests) await until(rounds.isKept, Boolean)
  await hasCards(tab, 3)
  host.window.rounds.order({ do: 'addTime', round, ms: 600_000 })
  await until(tab.rounds.running, (now) => now?.time?.whole === 2_400_000)
  const endsAt = tab.rounds.running.get()?.time?.endsAt ?? 0

  await host.hub.shutDown()
  await until(first.window.isAway, Boolean)
  // The computer that hosts next has held nothing of others.
  expect([
    ...placesOfWords(first.path, 'Zebraquartz 1'),
    ...placesOfWords(first.path, 'Zebraquartz 2'),
  ]).toEqual([])
  for (const [at, guest] of guests.entries()) await writeHidden(guest, `In the gap ${at}`)
  await takeOver(first)
  const now = await hasCards(first.window, 6)
  expect(now).toMatchObject({ id: round, shown: { question: QUESTION, people: 3 } })
  // Told late on a busy machine, by seconds; begun anew it would be by minutes.
  expect(Math.abs((now?.time?.endsAt ?? 0) - endsAt)).toBeLessThan(30_000)
  for (const { rounds } of guests) await until(rounds.isKept, Boolean)

  first.window.rounds.order({ do: 'end', round, at: [0, 0] })
  for (const guest of guests) await untilDocument(guest, () => textsOn(guest).length === 6)
  expect(textsOn(tab).sort()).toEqual(
    [0, 1, 2].flatMap((at) => [`In the gap ${at}`, `Zebraquartz ${at}`]).sort(),
  )
  await until(second.window.rounds.running, (after) => after === null)
})

test('a desktop that was started anew while the host was away still knows of the round', async () => {
  const { host, first, tab, round } = await writingRoom()
  await writeHidden(tab, 'Lamps')
  await host.hub.shutDown()
  first.window.dispose()
  await first.hub.shutDown()
  const again = await openAgain(first.path)
  await takeOver({ ...first, ...again })
  const now = await until(again.window.rounds.running, (each) => each !== null)
  expect(now).toMatchObject({ id: round, shown: { question: QUESTION } })
})

test('a round that ended is over at the desktops that would have gone on with it', async () => {
  const { host, first, tab, guests, round } = await writingRoom()
  await writeHidden(tab, 'Lamps')
  await until(tab.rounds.isKept, Boolean)
  host.window.rounds.order({ do: 'end', round, at: [0, 0] })
  for (const { rounds } of guests) await until(rounds.running, (now) => now === null)
  await untilDocument(first.window, () => textsOn(first.window).length === 1)
  await host.hub.shutDown()
  await takeOver(first)
  await until(tab.connection, ({ state }) => state === 'live')
  expect(first.window.rounds.running.get()).toBeNull()
  expect(tab.rounds.running.get()).toBeNull()
})

test('when the first host takes the room back in the middle of the round, what was written meanwhile comes along', async () => {
  const { host, first, tab, round } = await writingRoom()
  await writeHidden(tab, 'Lamps')
  await until(tab.rounds.isKept, Boolean)
  await host.hub.shutDown()
  await takeOver(first)
  await writeHidden(tab, 'Benches')
  await hasCards(first.window, 2)
  const back = await hostRoom(host.path, host.place.port)
  expect(await hasCards(back.window, 2)).toMatchObject({ id: round })
  back.window.rounds.order({ do: 'end', round, at: [0, 0] })
  await untilDocument(tab, () => textsOn(tab).length === 2)
  expect(textsOn(tab).sort()).toEqual(['Benches', 'Lamps'])
})

test('a host that comes back after the reveal has what it kept of the round, and puts no card on the wall twice', async () => {
  const { host, first, tab, round } = await writingRoom()
  const alone = await openTab(host, 'Left')
  await writeHidden(alone, 'From somebody who left')
  await writeHidden(tab, 'Lamps')
  for (const { rounds } of [alone, tab]) await until(rounds.isKept, Boolean)
  await hasCards(host.window, 2)
  alone.dispose()
  await host.hub.shutDown()
  await takeOver(first)
  await hasCards(first.window, 1)
  first.window.rounds.order({ do: 'end', round, at: [0, 0] })
  await untilDocument(tab, () => textsOn(tab).length === 1)

  const back = await hostRoom(host.path, host.place.port)
  await untilDocument(back.window, () => textsOn(back.window).includes('Lamps'))
  await hasCards(back.window, 2)
  back.window.rounds.order({ do: 'end', round, at: [0, 0] })
  await untilDocument(tab, () => textsOn(tab).length === 2)
  expect(textsOn(tab).sort()).toEqual(['From somebody who left', 'Lamps'])
})

test('what somebody wrote at a desktop is at its windows while the host is away, and at the next host', async () => {
  const { host, first, tab } = await writingRoom()
  await writeHidden(first.window, 'At the desk')
  await writeHidden(tab, 'Zebraquartz')
  for (const { rounds } of [first.window, tab]) await until(rounds.isKept, Boolean)
  await host.hub.shutDown()
  await until(first.window.isAway, Boolean)
  first.window.dispose()
  const window = await isLive(connectTo(first.address))
  const mine = await mineOf(window)
  await untilDocument({ doc: mine }, () => readWritten(mine).length === 1)
  addWritten(mine, 'In the gap', 2)
  expect(window.rounds.isKept.get()).toBe(false)
  window.dispose()
  expect(placesOfWords(first.path, 'Zebraquartz')).toEqual([])
  const again = await isLive(connectTo(first.address))
  await takeOver({ ...first, window: again })
  await hasCards(again, 3)
  const back = await mineOf(again)
  expect(readWritten(back).map(({ text }) => text)).toEqual(['At the desk', 'In the gap'])
})

test('what a host wrote whose window is closed goes to the first host when that one takes the room back', async () => {
  const { host, first, tab, round } = await writingRoom()
  await host.hub.shutDown()
  await takeOver(first)
  await until(first.window.rounds.running, (now) => now !== null)
  await writeHidden(first.window, 'At the desk')
  await until(first.window.rounds.isKept, Boolean)
  first.window.dispose()
  const back = await hostRoom(host.path, host.place.port)
  await hasCards(back.window, 1)
  back.window.rounds.order({ do: 'end', round, at: [0, 0] })
  await untilDocument(tab, () => textsOn(tab).includes('At the desk'))
})

test('each person has one ballot at another host too, as they changed it last, in the gap and at another window', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const tab = await openTab(host, 'Sam')
  const RULES = { cards: ['bench', 'lamp'], dots: 3, most: 3 }
  const settings = { kind: 'vote' as const, ms: null, question: 'Which first?', ...RULES }
  host.window.rounds.order({ do: 'begin', settings })
  const guests = [first.window, tab]
  putDots(await mineOf(tab), 'bench', 3)
  putDots(await mineOf(first.window), 'lamp', 1)
  for (const { rounds } of guests) await until(rounds.isKept, Boolean)
  await host.hub.shutDown()
  await until(tab.connection, ({ state }) => state === 'offline')
  putDots(await mineOf(tab), 'bench', 0)
  putDots(await mineOf(tab), 'lamp', 2)
  await takeOver(first)
  await until(tab.rounds.isKept, Boolean)
  const round = tab.rounds.running.get()?.id ?? ''
  const token = { kind: 'token', token: tab.token() } as const
  const url = `ws://${new URL(first.hub.roomState(first.path)?.addresses[0]?.url ?? '').host}/sync`
  const second = await isLive(connectTo({ url, credential: token }))
  const mine = await mineOf(second)
  await untilDocument({ doc: mine }, () => readBallot(mine, RULES).lamp === 2)
  putDots(mine, 'lamp', 1)
  await until(second.rounds.isKept, Boolean)
  const now = await until(
    first.window.rounds.running,
    (each) => each?.shown.kind === 'vote' && each.shown.voted === 2,
  )
  expect(now?.id).toBe(round)
  first.window.rounds.order({ do: 'end', round })
  await untilDocument(tab, () => readAll(tab.doc, 'outcomes').length === 1)
  expect(readAll(tab.doc, 'outcomes')[0]).toMatchObject({
    cards: ['lamp', 'bench'],
    counts: [2, 0],
    people: 2,
  })
})

test('faces that people chose are counted at another host', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const tabs = [await openTab(host, 'Sam'), await openTab(host, 'Lee'), await openTab(host, 'Kim')]
  host.window.rounds.order({ do: 'begin', settings: { kind: 'energy', ms: null, moment: 'end' } })
  for (const tab of tabs) {
    chooseFace(await mineOf(tab), 'good')
    await until(tab.rounds.isKept, Boolean)
  }
  await host.hub.shutDown()
  await takeOver(first)
  const { rounds } = first.window
  const now = await until(
    rounds.running,
    (each) => each?.shown.kind === 'energy' && each.shown.answered === 3,
  )
  rounds.order({ do: 'end', round: now?.id ?? '' })
  await untilDocument(first.window, () => readAll(first.window.doc, 'outcomes').length === 1)
  expect(readAll(first.window.doc, 'outcomes')[0]).toMatchObject({ counts: [0, 0, 0, 3, 0], people: 3 })
})

test('a locked stage and a card in the spotlight are so at another host as well, who may end both', async () => {
  const host = await hostRoom()
  const first = await joinFrom(host)
  const tab = await openTab(host, 'Sam')
  host.window.guide({ do: 'lockStage', isOn: true })
  host.window.guide({ do: 'spotlight', card: 'card1' })
  const isHeld = ({ isStageLocked, spotlight }: Guidance) => isStageLocked && spotlight === 'card1'
  for (const { guidance } of [first.window, tab]) await until(guidance, isHeld)
  await host.hub.shutDown()
  await takeOver(first)
  await until(tab.connection, ({ state }) => state === 'live')
  for (const { guidance } of [first.window, tab]) await until(guidance, isHeld)
  first.window.guide({ do: 'lockStage', isOn: false })
  first.window.guide({ do: 'spotlight', card: null })
  await until(tab.guidance, ({ isStageLocked, spotlight }) => !isStageLocked && spotlight === null)
})

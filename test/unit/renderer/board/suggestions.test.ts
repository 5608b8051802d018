import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { joinTheme, makeTheme } from '#shared/board/actions/themes'
import { commandWith } from '../../../../renderer/board/commands/commands'
import { Driver } from '../../../driver'
import { MemoryRoom } from '../../../support/memoryReplica'

let room: MemoryRoom
let me: Driver
beforeEach(() => {
  vi.useFakeTimers()
  room = new MemoryRoom()
  me = new Driver(room, 1)
})
afterEach(() => {
  vi.useRealTimers()
})

const BUS = ['The bus was late again', 'Waiting for a late bus', 'The bus never comes']
const PHONE = ['Nobody answers the phone', 'I rang, the phone was never answered']
const write = (texts: readonly string[], left: number) =>
  texts.map((text, at) =>
    addCard(me.session.writer, { type: 'note', text, pos: [left, at * 900], size: [200, 120, 0] }),
  )
const suggest = () => {
  commandWith('suggestClusters')?.run(me.session)
  vi.runAllTimers()
}
const proposals = () => {
  const now = me.session.suggestions.state.get()
  return now.state === 'shown' ? now.proposals : []
}

test('suggesting writes nothing; accepting in part is one step, and the rest can still be accepted', () => {
  const [bus, phone] = [write(BUS, 0), write(PHONE, 3000)]
  let updates = 0
  me.replica.doc.on('update', () => updates++)
  suggest()
  expect(proposals().map(({ cards }) => cards.length)).toEqual([3, 2])
  expect(updates).toBe(0)
  const [first, second] = proposals()
  const [theme = ''] = me.session.suggestions.accept([first?.key ?? -1])
  expect(updates).toBe(1)
  expect(bus.every((id) => me.card(id).theme === theme)).toBe(true)
  expect(me.card(theme).text).toContain('bus')
  expect(me.card(phone[0] ?? '').theme).toBeNull()
  expect(proposals()).toEqual([second])
  me.press('mod+z')
  expect(bus.map((id) => me.card(id).pos)).toEqual([
    [0, 0],
    [0, 900],
    [0, 1800],
  ])
})

test('accepting all at once is one step, and the cards stand in rows that cover nothing', () => {
  write([...BUS, ...PHONE], 0)
  const other = write(['Benches'], 220)
  suggest()
  const themes = me.session.suggestions.accept(proposals().map(({ key }) => key))
  expect(themes).toHaveLength(2)
  const places = [...themes, ...other].map((id) => me.session.scene.get(id)?.place)
  for (const [at, a] of places.entries())
    for (const b of places.slice(at + 1))
      expect(
        !a ||
          !b ||
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y,
      ).toBe(true)
  me.press('mod+z')
  expect(me.cards.some(({ type }) => type === 'theme')).toBe(false)
})

test('a card that is left out stays where it is', () => {
  const bus = write(BUS, 0)
  suggest()
  const [first] = proposals()
  me.session.suggestions.leaveOut(first?.key ?? -1, bus[1] ?? '')
  me.session.suggestions.accept([first?.key ?? -1])
  expect(me.card(bus[1] ?? '')).toMatchObject({ theme: null, pos: [0, 900] })
})

test('the chosen cards are compared when there are several, else all that lie in no theme', () => {
  const bus = write(BUS, 0)
  const phone = write(PHONE, 3000)
  makeTheme(me.session.writer, phone, 'Phones')
  me.session.selection.set(bus.slice(0, 2))
  suggest()
  expect(proposals().map(({ cards }) => [...cards].sort())).toEqual([bus.slice(0, 2).sort()])
  me.session.selection.clear()
  suggest()
  expect(proposals().map(({ cards }) => [...cards].sort())).toEqual([[...bus].sort()])
})

test('cards that others take away or cluster meanwhile leave the proposal', () => {
  const you = new Driver(room, 2)
  const bus = write(BUS, 0)
  room.deliver()
  suggest()
  deleteCards(you.session.writer, bus.slice(0, 1))
  room.deliver()
  expect(proposals()[0]?.cards).toHaveLength(2)
  joinTheme(you.session.writer, bus.slice(1, 2), makeTheme(you.session.writer, [], 'Theirs'))
  room.deliver()
  expect(proposals()).toEqual([])
})

test('closing the list forgets the proposals', () => {
  write(BUS, 0)
  suggest()
  me.session.overlay.set(null)
  expect(me.session.suggestions.state.get()).toEqual({ state: 'none' })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { NO_PRESENCE, type Presence } from '#shared/sync/presence'
import { freeSpot, marksOfOthers } from '../../../../renderer/canvas/otherMarks'
import { Driver } from '../../../driver'

let me: Driver

beforeEach(() => {
  me = new Driver()
})
afterEach(() => me.dispose())

const show = (peer: number, presence: Partial<Presence>) =>
  me.replica.presences.set(new Map(me.replica.presences.get()).set(peer, { ...NO_PRESENCE, ...presence }))
const cardAt = (x: number, y: number): string =>
  addCard(me.session.writer, { type: 'note', pos: [x, y], size: [100, 60, 0] })
const marks = () => marksOfOthers(me.session, performance.now())

test('a card that several people chose has one outline', () => {
  const a = cardAt(0, 0)
  for (const peer of [2, 3, 4]) show(peer, { selection: [a] })
  expect(marks()).toHaveLength(1)
  expect(marks()[0]?.people).toHaveLength(3)
})

test('the card somebody writes in is marked as such, whatever else they chose', () => {
  const a = cardAt(0, 0)
  const b = cardAt(300, 0)
  show(2, { selection: [b], editing: a })
  expect(marks().map(({ place, isWriting }) => [place.x, isWriting])).toEqual([[0, true]])
})

test('many cards of one person get one outline together, and only what is in view', () => {
  const seen = Array.from({ length: 10 }, (_, at) => cardAt(at * 60 - 300, 0))
  const away = Array.from({ length: 10 }, (_, at) => cardAt(at * 60 + 90_000, 0))
  show(2, { selection: [...seen, ...away] })
  const [mark, ...more] = marks()
  expect(more).toEqual([])
  expect(mark).toMatchObject({ isGroup: true, place: { x: -300, width: 640 } })
  me.session.camera.set({ x: 0, y: 9_000, zoom: 1 })
  expect(marks()).toEqual([])
})

test('forty people with a card each make a calm number of outlines', () => {
  for (let peer = 2; peer < 42; peer++)
    show(peer, { selection: [cardAt((peer % 7) * 110 - 400, Math.floor(peer / 7) * 70 - 200)] })
  expect(marks().length).toBeLessThanOrEqual(24)
})

test('the outline goes with a card that is held', () => {
  const a = cardAt(0, 0)
  show(2, { selection: [a], holds: [{ ids: [a], by: [80, 20], places: [] }] })
  expect(marks()[0]?.place).toMatchObject({ x: 80, y: 20 })
})

test('a name stands where it covers no card, or nowhere', () => {
  const card = { x: 800, y: 450, width: 100, height: 60 }
  cardAt(0, 0)
  expect(freeSpot(me.session, card, [60, 20])).toEqual([800, 428])
  const taken = { x: 790, y: 430, width: 40, height: 10 }
  expect(freeSpot(me.session, card, [60, 20], [taken])).toEqual([800, 512])
  cardAt(0, -70)
  expect(freeSpot(me.session, card, [60, 20])).toEqual([800, 512])
  cardAt(0, 70)
  expect(freeSpot(me.session, card, [60, 20])).toBeUndefined()
})

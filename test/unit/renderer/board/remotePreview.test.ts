import { expect, test } from 'vitest'
import { addCard, deleteCards, resizeCard } from '#shared/board/actions/cards'
import { createRemotePreview, type RemotePreview } from '../../../../renderer/board/remotePreview'
import { createTrails } from '../../../../renderer/board/trails'
import { Driver } from '../../../driver'
import { MemoryRoom } from '../../../support/memoryReplica'

const SOON = 1_000

/** Two people at one wall with one card, 240 × 160 with its top left corner at −120, −80. */
function twoPeople() {
  const room = new MemoryRoom()
  const amal = new Driver(room, 1)
  const bea = new Driver(room, 2)
  const id = addCard(amal.session.writer, { type: 'note', text: 'Late bus', pos: [-120, -80] })
  room.deliver()
  let now = 0
  const seen = createRemotePreview(bea.replica, bea.session.scene, createTrails(), () => now)
  const pass = (ms: number): boolean => {
    now += ms
    return seen.advance(now)
  }
  pass(0)
  return { room, amal, bea, id, seen, pass }
}

const heldAt = (seen: RemotePreview): number[] => {
  const [lift] = seen.lifts()
  const [drawable] = lift?.drawables ?? []
  if (!lift || !drawable) return []
  const { x, y, width, height, rotation } = drawable.place
  return [x + lift.delta[0], y + lift.delta[1], width, height, rotation].map(Math.round)
}

test("another person's drag moves smoothly from where the card was to where they hold it", () => {
  const { amal, seen, pass } = twoPeople()
  amal.down(800, 450).move(5, 0).move(95, 40)
  const way: number[] = []
  for (let step = 0; step < 30; step++) {
    pass(16)
    way.push(heldAt(seen)[0] ?? 0)
  }
  expect(way[0]).toBeLessThan(way[1] ?? 0)
  expect(way.at(-1)).toBe(-20)
  expect([...way].sort((a, b) => a - b)).toEqual(way)
})

test("another person's resize is seen while it lasts", () => {
  const { amal, id, seen, pass } = twoPeople()
  amal.session.selection.set([id])
  amal.down(920, 530).move(10, 10).move(70, 50)
  pass(SOON)
  pass(SOON)
  expect(heldAt(seen)).toEqual([-120, -80, 320, 220, 0])
})

test('a released card never jumps back while its new place is on the way', () => {
  const { room, amal, seen, pass } = twoPeople()
  amal.down(800, 450).move(5, 0).move(95, 0)
  pass(SOON)
  pass(SOON)
  amal.up()
  pass(16)
  expect(heldAt(seen)[0]).toBe(-20)
  room.deliver()
  pass(16)
  pass(16)
  expect(seen.lifts()).toEqual([])
})

test('a drag that was dropped gives the card back after a moment', () => {
  const { amal, seen, pass } = twoPeople()
  amal.down(800, 450).move(5, 0).move(95, 0)
  pass(SOON)
  amal.press('Escape')
  pass(SOON)
  expect(seen.lifts()).toEqual([])
})

test('a card in the hands of one person is not moved under them by another', () => {
  const { room, amal, bea, id, seen, pass } = twoPeople()
  amal.down(800, 450).move(5, 0).move(95, 0)
  pass(SOON)
  resizeCard(bea.session.writer, id, { pos: [500, 500], size: [240, 160, 0] })
  pass(SOON)
  expect(heldAt(seen).slice(0, 2)).toEqual([-20, -80])
  amal.up()
  room.deliver()
  pass(SOON)
  pass(SOON)
  expect(seen.lifts()).toEqual([])
  expect(bea.card(id).pos).toEqual(amal.card(id).pos)
})

test('two gestures at one window are both seen', () => {
  const { room, amal, seen, pass } = twoPeople()
  addCard(amal.session.writer, { type: 'note', text: 'Far', pos: [300, -80] })
  room.deliver()
  const other = amal.down(800, 450, { device: 'touch', pointer: 1 }).move(20, 0)
  other.down(1200, 450, { device: 'touch', pointer: 2 }).move(0, 30)
  pass(SOON)
  expect(seen.lifts()).toHaveLength(2)
})

test('a stroke under way is seen as it grows, and until the ink is there', () => {
  const { room, amal, bea, seen, pass } = twoPeople()
  amal.session.tools.choose('pen')
  amal.down(100, 100, { device: 'pen' }).move(10, 0).move(10, 5)
  expect(seen.lines()[0]?.points).toHaveLength(3)
  amal.up()
  pass(100)
  expect(seen.lines()).toHaveLength(1)
  room.deliver()
  expect(bea.cards.some(({ type }) => type === 'ink')).toBe(true)
  pass(SOON)
  expect(seen.lines()).toEqual([])
})

test('who leaves takes their cursor, cards and strokes with them', () => {
  const { amal, bea, seen } = twoPeople()
  amal.down(800, 450).move(5, 0).move(95, 0)
  expect(seen.cursors()).toHaveLength(1)
  bea.replica.presences.set(new Map())
  expect(seen.cursors()).toEqual([])
  expect(seen.lifts()).toEqual([])
})

test('a card that is deleted while somebody holds it stays in their hands', () => {
  const { room, amal, bea, id, seen, pass } = twoPeople()
  amal.down(800, 450).move(5, 0).move(95, 0)
  pass(SOON)
  deleteCards(bea.session.writer, [id])
  pass(SOON)
  expect(heldAt(seen)).toHaveLength(5)
  room.deliver()
})

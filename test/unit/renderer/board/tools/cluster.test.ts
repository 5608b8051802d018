import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import { REST } from '../../../../../renderer/board/tools/grouping'
import { Driver } from '../../../../driver'
import { MemoryRoom } from '../../../../support/memoryReplica'

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

/** A card whose middle is `x`, `y` CSS pixels from the viewport's top left corner. */
const cardAt = (x: number, y: number, type = 'note') =>
  addCard(me.session.writer, {
    type,
    text: 'words',
    pos: [x - 800 - 100, y - 450 - 60],
    size: [200, 120, 0],
  })
const fieldShown = () => me.session.preview.gatherings.get().size > 0
const rest = () => vi.advanceTimersByTime(REST)

test('a card that rests on another and is let go begins a theme of both, whose sentence is ready to write', () => {
  const a = cardAt(300, 300)
  const b = cardAt(1200, 700)
  me.down(1200, 700).moveTo(310, 305)
  expect(fieldShown()).toBe(false)
  rest()
  expect(fieldShown()).toBe(true)
  me.up()
  const theme = me.cards.find(({ type }) => type === 'theme')
  expect([me.card(a).theme, me.card(b).theme]).toEqual([theme?.id, theme?.id])
  expect(me.card(a).pos).toEqual([-600, -210])
  expect(me.card(b).pos).toEqual([-384, -210])
  expect(me.session.editing.get()).toBe(theme?.id)
  expect(fieldShown()).toBe(false)
  me.type('Both wait').press('Escape')
  expect(me.card(theme?.id ?? '').text).toBe('Both wait')
  me.press('mod+z')
  expect(me.card(theme?.id ?? '').text).toBe('')
  me.press('mod+z')
  expect(me.cards.map(({ theme: home }) => home)).toEqual([null, null])
  expect(me.card(b).pos).toEqual([300, 190])
})

test('a card carried over others without resting only moves', () => {
  cardAt(300, 300)
  const b = cardAt(1200, 700)
  me.down(1200, 700).moveTo(310, 305)
  vi.advanceTimersByTime(REST - 1)
  me.moveTo(330, 320)
  vi.advanceTimersByTime(REST - 1)
  me.up()
  rest()
  expect(me.cards).toHaveLength(2)
  expect(me.card(b).theme).toBeNull()
})

test('a card on the edge of another one stays apart, however long it rests', () => {
  cardAt(300, 300)
  const b = cardAt(1200, 700)
  me.down(1200, 700).moveTo(380, 300)
  rest()
  expect(fieldShown()).toBe(false)
  me.up()
  expect(me.card(b).theme).toBeNull()
})

test('going on takes the field away, and escape too', () => {
  cardAt(300, 300)
  const b = cardAt(1200, 700)
  const before = me.card(b)
  me.down(1200, 700).moveTo(300, 300)
  rest()
  me.moveTo(700, 300)
  expect(fieldShown()).toBe(false)
  me.moveTo(300, 300)
  rest()
  expect(fieldShown()).toBe(true)
  me.press('Escape').up()
  expect(fieldShown()).toBe(false)
  expect(me.card(b)).toBe(before)
})

test('a stamp on a card, and a card on a card that is in a theme, begin nothing', () => {
  const inside = cardAt(300, 300)
  makeTheme(me.session.writer, [inside], 'There')
  cardAt(300, 800, 'stamp')
  cardAt(1000, 300)
  me.down(300, 800).moveTo(1000, 300)
  rest()
  expect(fieldShown()).toBe(false)
  me.press('Escape').up()
  me.down(1000, 300).moveTo(300, 300)
  rest()
  expect(fieldShown()).toBe(false)
})

test('while a card is held over a theme the others make room, and go back when it leaves', () => {
  const a = cardAt(300, 300)
  const b = cardAt(600, 300)
  const theme = makeTheme(me.session.writer, [a, b], 'What people need')
  const c = cardAt(1200, 700)
  const { glides } = me.session
  const shiftOf = (id: string) =>
    glides.lifts().find(({ drawables }) => drawables.some((one) => one.id === id))?.delta[0] ?? 0
  glides.advance(0, false)
  me.down(1200, 700).moveTo(390, 300)
  expect(glides.advance(16, false)).toBe(true)
  expect(shiftOf(b)).toBeGreaterThan(0)
  expect(shiftOf(b)).toBeLessThan(216)
  glides.advance(216, false)
  for (const now of [232, 248]) glides.advance(now, false)
  expect(shiftOf(b)).toBe(216)
  expect(shiftOf(a)).toBe(0)
  me.moveTo(1200, 700)
  glides.advance(500, true)
  expect(glides.lifts()).toEqual([])
  me.moveTo(390, 300).up()
  expect(me.card(c).theme).toBe(theme)
  expect([a, c, b].map((id) => me.card(id).pos[0])).toEqual([-600, -384, -168])
})

test('whoever wants no motion sees every card where it belongs at once', () => {
  const a = cardAt(300, 300)
  const b = cardAt(600, 300)
  makeTheme(me.session.writer, [a, b], 'What people need')
  cardAt(1200, 700)
  me.down(1200, 700).moveTo(390, 300)
  expect(me.session.glides.advance(16, true)).toBe(false)
  const lift = me.session.glides.lifts().find(({ drawables }) => drawables[0]?.id === b)
  expect(lift?.delta).toEqual([216, 0])
})

test('a theme dropped in a theme becomes part of it, and moving the outer one moves all', () => {
  const inner = makeTheme(me.session.writer, [cardAt(300, 600)], 'inner')
  const a = cardAt(800, 300)
  const outer = makeTheme(me.session.writer, [a], 'outer')
  // By its sentence; its middle lands on the outer field.
  me.down(300, 480).move(560, -250).up()
  expect(me.card(inner).theme).toBe(outer)
  const [x = 0, y = 0] = me.card(inner).pos
  const field = me.session.scene.get(outer)?.place
  me.down((field?.x ?? 0) + 840, (field?.y ?? 0) + 470).move(50, 70)
  me.up()
  expect(me.card(inner).pos).toEqual([x + 50, y + 70])
  me.press('mod+z').press('mod+z')
  expect(me.card(inner).theme).toBeNull()
})

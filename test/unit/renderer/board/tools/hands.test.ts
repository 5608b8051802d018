import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard, deleteCards, moveCards } from '#shared/board/actions/cards'
import { joinTheme, makeTheme } from '#shared/board/actions/themes'
import { Driver } from '../../../../driver'
import { MemoryRoom } from '../../../../support/memoryReplica'

let room: MemoryRoom
let amal: Driver
let bea: Driver

beforeEach(() => {
  room = new MemoryRoom()
  amal = new Driver(room, 1)
  bea = new Driver(room, 2)
})
afterEach(() => {
  amal.dispose()
  bea.dispose()
})

/** A card of 200 × 120 around a screen point, known to both. */
function cardAt(x: number, y: number): string {
  const id = addCard(amal.session.writer, {
    type: 'note',
    text: 'words',
    pos: [x - 900, y - 510],
    size: [200, 120, 0],
  })
  room.deliver()
  return id
}

const expectSame = () => {
  room.deliver()
  expect(amal.cards).toEqual(bea.cards)
}

test('a card stays under the pointer that holds it, whatever a peer does to it, and lands there', () => {
  const a = cardAt(400, 300)
  amal.down(400, 300).move(100, 0)
  moveCards(bea.session.writer, [a], [0, 500])
  room.deliver()
  const [lift] = amal.session.preview.lifts.get().values()
  expect(lift?.drawables[0]?.place.y).toBe(-210)
  amal.move(20, 0).up()
  expect(amal.card(a).pos).toEqual([-380, -210])
  expectSame()
})

test('of two people who hold one card, the one who lets go last decides', () => {
  const a = cardAt(400, 300)
  amal.down(400, 300).move(100, 0)
  bea.down(400, 300).move(0, 300)
  bea.up()
  room.deliver()
  amal.up()
  expectSame()
  expect(bea.card(a).pos).toEqual([-400, -210])
})

test('a hand that drops its drag leaves the card where a peer has put it', () => {
  const a = cardAt(400, 300)
  amal.down(400, 300).move(100, 0)
  moveCards(bea.session.writer, [a], [0, 500])
  room.deliver()
  amal.press('Escape')
  expect(amal.card(a).pos).toEqual([-500, 290])
})

test('a card in a hand cannot be thrown away: it is back where it is let go, and one undo gives it up again', () => {
  const a = cardAt(400, 300)
  amal.down(400, 300).move(100, 0)
  deleteCards(bea.session.writer, [a])
  room.deliver()
  amal.up()
  expect(amal.card(a).pos).toEqual([-400, -210])
  amal.press('mod+z')
  expect(amal.session.scene.get(a)).toBeUndefined()
  expectSame()
})

test('a theme that is deleted while it is carried is put down with its cards in it', () => {
  const cards = [cardAt(300, 400), cardAt(600, 400)]
  const theme = makeTheme(amal.session.writer, cards, 'What people need')
  room.deliver()
  const before = amal.session.scene.get(theme)?.place ?? { x: 0, y: 0 }
  const grip = amal.session.camera.toScreen([before.x + 40, before.y + 30])
  amal
    .down(...grip)
    .move(0, 60)
    .move(0, 60)
  deleteCards(bea.session.writer, [theme])
  room.deliver()
  amal.up()
  expectSame()
  expect(bea.session.scene.membersOf(theme)).toEqual(new Set(cards))
  expect(bea.session.scene.get(theme)?.place.y).toBe(before.y + 120)
})

test('a theme that grows while it is carried takes the new card along and does not shift', () => {
  const first = cardAt(300, 400)
  const theme = makeTheme(amal.session.writer, [first], 'What people need')
  const late = cardAt(1300, 700)
  const before = amal.session.scene.get(theme)?.place ?? { x: 0, y: 0 }
  const stood = amal.card(first).pos
  const grip = amal.session.camera.toScreen([before.x + 40, before.y + 30])
  amal
    .down(...grip)
    .move(0, 60)
    .move(50, 60)
  joinTheme(bea.session.writer, [late], theme)
  room.deliver()
  const joined = amal.card(late).pos
  const [lift] = amal.session.preview.lifts.get().values()
  expect(lift?.delta).toEqual([50, 120])
  amal.up()
  expectSame()
  expect(amal.card(first).pos).toEqual([stood[0] + 50, stood[1] + 120])
  expect(amal.card(late).pos).toEqual([joined[0] + 50, joined[1] + 120])
})

test('a card that a peer took out of a carried theme stays where they put it', () => {
  const cards = [cardAt(300, 400), cardAt(600, 400)]
  const [taken = ''] = cards
  const theme = makeTheme(amal.session.writer, cards, 'What people need')
  room.deliver()
  const { x, y } = amal.session.scene.get(theme)?.place ?? { x: 0, y: 0 }
  amal
    .down(...amal.session.camera.toScreen([x + 40, y + 30]))
    .move(0, 60)
    .move(0, 60)
  joinTheme(bea.session.writer, [taken], null)
  moveCards(bea.session.writer, [taken], [600, 0])
  room.deliver()
  const there = bea.card(taken).pos
  amal.up()
  expectSame()
  expect(amal.card(taken).pos).toEqual(there)
})

test('a card that somebody writes in cannot be thrown away, and not a letter is lost', () => {
  const a = cardAt(400, 300)
  amal.doubleClick(400, 300).type(' more')
  deleteCards(bea.session.writer, [a])
  room.deliver()
  expect(amal.session.editing.get()).toBe(a)
  expect(amal.selected).toEqual([a])
  amal.type(' and more')
  expectSame()
  expect(bea.card(a).text).toBe('words more and more')
})

test('a card that is locked meanwhile is no longer written in, and keeps what was', () => {
  const a = cardAt(400, 300)
  amal.doubleClick(400, 300).type(' more')
  lockCards(bea.session.writer, [a], true)
  room.deliver()
  expect(amal.session.editing.get()).toBeNull()
  expectSame()
  expect(bea.card(a)).toMatchObject({ text: 'words more', locked: true })
})

test('what others do takes nobody’s selection, view or words', () => {
  const a = cardAt(400, 300)
  const b = cardAt(900, 300)
  amal.click(400, 300)
  const view = amal.session.camera.view.get()
  bea.down(900, 300).move(-300, 200).up()
  bea.doubleClick(1300, 700).type('new').press('Escape')
  deleteCards(bea.session.writer, [b])
  room.deliver()
  expect(amal.selected).toEqual([a])
  expect(amal.session.camera.view.get()).toBe(view)
  expect(amal.session.editing.get()).toBeNull()
  expect(amal.session.tools.current.get()).toBe('select')
})

test('a card that is deleted while it is being resized has the new size when it is let go', () => {
  const a = cardAt(400, 300)
  amal.click(400, 300).down(500, 360).move(60, 40)
  deleteCards(bea.session.writer, [a])
  room.deliver()
  amal.up()
  expectSame()
  expect(bea.card(a).size).toEqual([260, 160, 0])
})

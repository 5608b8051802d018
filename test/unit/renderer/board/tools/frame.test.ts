import { beforeEach, expect, test } from 'vitest'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import { Driver } from '../../../../driver'

let me: Driver
beforeEach(() => {
  me = new Driver()
})

/** A card whose middle is `x`, `y` CSS pixels from the viewport's top left corner. */
const cardAt = (x: number, y: number) =>
  addCard(me.session.writer, {
    type: 'note',
    text: 'words',
    pos: [x - 800 - 100, y - 450 - 60],
    size: [200, 120, 0],
  })

/** Draws a frame between two points of the screen and gives it a name. */
function draw(from: readonly [number, number], to: readonly [number, number], name = 'Arrival'): string {
  me.session.tools.choose('frame')
  me.down(...from)
    .moveTo(...to)
    .up()
    .type(name)
    .press('Escape')
  return me.selected[0] ?? ''
}

test('a frame is drawn around what lies there, and named at once', () => {
  const inside = cardAt(400, 400)
  const outside = cardAt(1200, 400)
  const frame = draw([200, 200], [700, 700])
  expect(me.card(frame)).toMatchObject({
    type: 'frame',
    text: 'Arrival',
    pos: [-600, -250],
    size: [500, 500, 0],
  })
  expect(me.card(inside).theme).toBe(frame)
  expect(me.card(outside).theme).toBeNull()
  me.press('mod+z')
  expect(me.cards.map(({ type }) => type)).toEqual(['note', 'note'])
  expect(me.card(inside).theme).toBeNull()
})

test('a frame without a name stays', () => {
  const frame = draw([200, 200], [700, 700], '')
  expect(me.card(frame).type).toBe('frame')
})

test('its name and its border move it with all that lies in it, its field does not', () => {
  const inside = cardAt(400, 400)
  const frame = draw([200, 200], [700, 700])
  me.press('Escape')
  me.down(230, 180).move(0, 50).move(0, 50).up()
  expect(me.card(frame).pos).toEqual([-600, -150])
  expect(me.card(inside).pos[1]).toBe(400 - 450 - 60 + 100)
  me.press('Escape')
  me.down(700, 600).move(30, 0).move(30, 0).up()
  expect(me.card(frame).pos).toEqual([-540, -150])
  me.press('Escape')
  me.down(600, 700).move(30, 30).move(30, 30).up()
  expect(me.card(frame).pos).toEqual([-540, -150])
})

test('a card dropped in a frame belongs to it, and one dropped outside leaves it', () => {
  const frame = draw([200, 200], [700, 700])
  const card = cardAt(1200, 400)
  me.down(1200, 400).moveTo(500, 450).up()
  expect(me.card(card).theme).toBe(frame)
  expect(me.card(frame).size).toEqual([500, 500, 0])
  me.down(500, 450).moveTo(1200, 600).up()
  expect(me.card(card).theme).toBeNull()
})

test('a theme and a smaller frame may lie in a frame and are painted over it', () => {
  const theme = makeTheme(me.session.writer, [cardAt(400, 450)], 'Waiting')
  const small = draw([800, 300], [1000, 500], 'Small')
  const large = draw([150, 150], [1200, 800], 'Large')
  expect(me.card(theme).theme).toBe(large)
  expect(me.card(small).theme).toBe(large)
  const order = me.session.scene.all().map(({ id }) => id)
  expect(order.indexOf(large)).toBeLessThan(order.indexOf(theme))
  expect(order.indexOf(large)).toBeLessThan(order.indexOf(small))
})

test('pulled larger, a frame takes in what it comes to lie around, and lets go of what it leaves', () => {
  const [near, far] = [cardAt(400, 400), cardAt(1000, 400)]
  const frame = draw([200, 200], [700, 700])
  me.down(700, 700).moveTo(1200, 700).up()
  expect([near, far].map((id) => me.card(id).theme)).toEqual([frame, frame])
  me.down(1200, 700).moveTo(600, 350).up()
  expect([near, far].map((id) => me.card(id).theme)).toEqual([null, null])
})

test('a double click on its name shows it whole, and changes nothing', () => {
  const frame = draw([200, 200], [700, 700])
  me.press('Escape')
  const count = me.cards.length
  me.doubleClick(230, 180)
  expect(me.cards.length).toBe(count)
  expect(me.session.editing.get()).toBeNull()
  const { place } = me.session.scene.get(frame) ?? {}
  const { x, y } = me.session.camera.view.get()
  expect(Math.abs(x - (place?.x ?? 0) - 250)).toBeLessThan(30)
  expect(Math.abs(y - (place?.y ?? 0) - 250)).toBeLessThan(40)
})

test('by keyboard, a frame goes around the selected cards and asks for its name', () => {
  const [a, b] = [cardAt(400, 400), cardAt(900, 600)]
  me.session.selection.set([a, b])
  me.press('alt+f').type('Both').press('Escape')
  const frame = me.cards.find(({ type }) => type === 'frame')
  expect(frame?.text).toBe('Both')
  expect([a, b].map((id) => me.card(id).theme)).toEqual([frame?.id, frame?.id])
  expect(me.selected).toEqual([frame?.id])
})

test('what lay in a deleted frame stays where it is', () => {
  const inside = cardAt(400, 400)
  const before = me.card(inside).pos
  const frame = draw([200, 200], [700, 700])
  deleteCards(me.session.writer, [frame])
  expect(me.card(inside)).toMatchObject({ theme: null, pos: before })
})

test('a frame is copied with what lies in it', () => {
  const inside = cardAt(400, 400)
  const frame = draw([200, 200], [700, 700])
  me.press('mod+d')
  const copies = me.cards.filter(({ id }) => id !== frame && id !== inside)
  const copy = copies.find(({ type }) => type === 'frame')
  expect(copies.find(({ type }) => type === 'note')?.theme).toBe(copy?.id)
  expect(me.card(inside).theme).toBe(frame)
})

test('what is drawn and stamped in a frame goes with it, and stays when it is deleted', () => {
  const frame = draw([200, 200], [700, 700])
  me.press('Escape')
  me.session.tools.choose('pen')
  me.down(300, 500).move(60, 0).move(60, 10).up()
  me.session.tools.choose('stamp')
  me.click(500, 600)
  me.session.tools.choose('select')
  const marks = () => me.cards.filter(({ type }) => type === 'ink' || type === 'stamp')
  expect(marks().map(({ theme }) => theme)).toEqual([frame, frame])
  const before = marks().map(({ pos }) => pos[1])
  me.down(230, 180).move(0, 50).move(0, 50).up()
  expect(marks().map(({ pos }) => pos[1])).toEqual(before.map((y) => y + 100))
  deleteCards(me.session.writer, [frame])
  expect(marks().map(({ theme }) => theme)).toEqual([null, null])
})

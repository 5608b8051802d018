import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { Driver } from '../../../../driver'

let wall: Driver

beforeEach(() => {
  wall = new Driver()
})
afterEach(() => wall.dispose())

/** A card of 200 × 120 around a screen point. */
const cardAt = (x: number, y: number, text = 'words'): string =>
  addCard(wall.session.writer, { type: 'note', text, pos: [x - 900, y - 510], size: [200, 120, 0] })
const placeOf = (id: string) => wall.card(id).pos
const viewNow = () => wall.session.camera.view.get()
const finger = (pointer: number) => ({ pointer, device: 'touch', contact: [18, 18] }) as const
const palm = (pointer: number) => ({ pointer, device: 'touch', contact: [70, 90] }) as const
const pen = (pointer = 9) => ({ pointer, device: 'pen' }) as const
const steps = () => {
  let count = 0
  for (; wall.session.undo.state.get().canUndo && count < 20; count++) wall.session.undo.undo()
  return count
}
/** A tablet, which one person holds. */
const onTablet = () => wall.session.camera.resize(1180, 820)
const onPhone = () => wall.session.camera.resize(390, 600)

test('three people write, drag and draw at the same time, each with an undo step of their own', () => {
  const written = cardAt(150, 150, '')
  const dragged = cardAt(800, 300)
  const before = placeOf(dragged)
  wall.session.tools.choose('pen')
  wall.session.selection.set([written])
  wall.session.undo.mark()
  wall.session.editing.set(written)
  wall.down(1300, 700, pen()).move(20, 0)
  wall.down(800, 300, finger(1)).move(40, 0)
  wall.type('Late ')
  wall.with(9).move(20, 10)
  wall.with(1).move(40, 0)
  wall.type('bus')
  expect(wall.session.preview.lines.get().size).toBe(1)
  expect(wall.session.preview.lifts.get().size).toBe(1)
  wall.with(1).up()
  wall.with(9).up()
  wall.type('es')
  expect(wall.session.editing.get()).toBe(written)
  expect(wall.card(written).text).toBe('Late buses')
  expect(placeOf(dragged)).toEqual([before[0] + 80, before[1]])
  expect(wall.cards.filter(({ type }) => type === 'ink')).toHaveLength(1)
  wall.session.undo.undo()
  expect(wall.card(written).text).toBe('Late bus')
  wall.session.undo.undo()
  expect(wall.cards.filter(({ type }) => type === 'ink')).toHaveLength(0)
  expect(placeOf(dragged)).toEqual([before[0] + 80, before[1]])
  wall.session.undo.undo()
  expect(placeOf(dragged)).toEqual(before)
})

test('what somebody does out of reach of the writer does not end the writing; beside them it does', () => {
  const written = cardAt(150, 150)
  cardAt(500, 150)
  cardAt(1200, 700)
  wall.session.editing.set(written)
  wall.down(1200, 700, finger(1)).move(30, 0).up()
  wall.click(1200, 400, finger(1))
  expect(wall.session.editing.get()).toBe(written)
  wall.down(500, 150, finger(2)).move(30, 0).up()
  expect(wall.session.editing.get()).toBeNull()
})

test('on a tablet a press anywhere ends the writing', () => {
  onTablet()
  const written = cardAt(300, 200)
  wall.session.editing.set(written)
  wall.click(1100, 800, finger(1))
  expect(wall.session.editing.get()).toBeNull()
})

test('a mouse belongs to the keyboard: its press ends the writing wherever it is', () => {
  const written = cardAt(150, 150)
  cardAt(1200, 700)
  wall.session.editing.set(written)
  wall.click(1200, 700)
  expect(wall.session.editing.get()).toBeNull()
})

test('a second person who taps a card twice gets the keyboard, and no word is lost', () => {
  const first = cardAt(150, 150, '')
  const second = cardAt(1200, 700, '')
  wall.session.editing.set(first)
  wall.type('kept')
  wall.click(1200, 700, finger(1)).wait(100).click(1200, 700, finger(2))
  expect(wall.session.editing.get()).toBe(second)
  expect(wall.card(first).text).toBe('kept')
})

test('two people who tap at once tap once each', () => {
  const a = cardAt(150, 150)
  cardAt(1200, 700)
  wall.down(150, 150, finger(1)).down(1200, 700, finger(2))
  wall.with(1).up()
  wall.with(2).up()
  expect(wall.session.editing.get()).toBeNull()
  wall.wait(100).click(150, 150, finger(3))
  expect(wall.session.editing.get()).toBe(a)
})

test('a card in one hand cannot be taken by another', () => {
  const a = cardAt(500, 300)
  const before = placeOf(a)
  wall.down(500, 300, finger(1)).move(100, 0)
  wall.down(640, 300, finger(2)).move(0, 200)
  wall.with(2).up()
  wall.with(1).up()
  expect(placeOf(a)).toEqual([before[0] + 100, before[1]])
  expect(steps()).toBe(2)
})

test('a finger on the bare wall moves it only while nobody holds anything', () => {
  const start = viewNow()
  cardAt(300, 300)
  wall.down(300, 300, finger(1)).move(40, 0)
  wall.down(1300, 700, finger(2)).move(-200, 0).up()
  expect(viewNow()).toEqual(start)
  wall.with(1).up()
  wall.down(1300, 700, finger(3)).move(-200, 0).up()
  expect(viewNow().x).toBe(start.x + 200)
})

test('nobody moves the wall away under somebody who writes', () => {
  const start = viewNow()
  wall.session.editing.set(cardAt(150, 150))
  wall.down(1300, 700, finger(1)).move(-200, 0).up()
  expect(viewNow()).toEqual(start)
})

test('whoever takes hold of a card holds the wall still', () => {
  const a = cardAt(300, 300)
  const before = placeOf(a)
  wall.down(1300, 700, finger(1)).move(-100, 0)
  const moved = viewNow()
  wall.down(200, 300, finger(2)).move(0, 50)
  wall.with(1).move(-300, 0)
  expect(viewNow()).toEqual(moved)
  wall.with(2).up()
  expect(placeOf(a)).toEqual([before[0], before[1] + 50])
})

test.each([
  ['two fingers far apart are two people', 200, 1300, 0, true],
  ['a second finger that comes late is another person', 700, 900, 900, true],
  ['two fingers that come down together pinch', 700, 900, 100, false],
])('%s', (_, first, second, later, isStill) => {
  wall.down(first, 450, finger(1)).wait(later).down(second, 450, finger(2))
  wall.with(2).move(100, 0)
  expect(viewNow().zoom === 1).toBe(isStill)
})

test("a second finger on somebody's card is not a pinch", () => {
  const a = cardAt(900, 450)
  wall.down(700, 450, finger(1)).down(900, 450, finger(2)).move(60, 0)
  wall.with(1).move(-60, 0)
  expect(viewNow().zoom).toBe(1)
  wall.with(2).up()
  expect(placeOf(a)[0]).toBe(60)
})

test('on a tablet two fingers pinch wherever they are, and leave the cards below them alone', () => {
  onTablet()
  const a = addCard(wall.session.writer, { type: 'note', pos: [-500, -400], size: [1000, 800, 0] })
  wall.down(300, 400, finger(1)).wait(100).down(700, 400, finger(2)).move(100, 0)
  wall.with(1).move(-100, 0)
  expect(viewNow().zoom).toBeGreaterThan(1.2)
  wall.with(1).up()
  wall.with(2).up()
  expect(placeOf(a)).toEqual([-500, -400])
})

test('a third finger of a hand that pinches does nothing', () => {
  const a = cardAt(800, 300)
  wall.down(700, 450, finger(1)).down(900, 450, finger(2)).down(800, 300, finger(3)).move(50, 50).up()
  expect(placeOf(a)).toEqual([-100, -210])
})

test('a palm beside a pen draws nothing and moves nothing', () => {
  const a = cardAt(700, 500)
  wall.session.tools.choose('pen')
  wall.down(500, 450, pen()).move(20, 0)
  wall.down(700, 500, palm(1)).move(60, 40)
  wall.with(9).move(20, 10).up()
  wall.with(1).up()
  expect(placeOf(a)).toEqual([-200, -10])
  expect(wall.cards.filter(({ type }) => type === 'ink')).toHaveLength(1)
})

test('a hand that comes down just before its pen leaves no trace', () => {
  const a = cardAt(700, 500)
  const before = viewNow()
  wall.down(700, 500, palm(1)).move(60, 40)
  wall.down(560, 620, finger(2)).move(40, 0)
  wall.wait(200).down(500, 450, pen()).move(30, 0).up()
  wall.with(1).move(200, 200).up()
  wall.with(2).move(200, 200).up()
  expect(placeOf(a)).toEqual([-200, -10])
  expect(viewNow()).toEqual(before)
})

test('a hover is enough to know that a pen is near, and half a second after it the hand is free', () => {
  const a = cardAt(700, 500)
  wall.hover(600, 480).cancel()
  wall.wait(300).down(700, 500, finger(1)).move(60, 0).up()
  expect(placeOf(a)).toEqual([-200, -10])
  wall.wait(600).down(700, 500, finger(2)).move(60, 0).up()
  expect(placeOf(a)).toEqual([-140, -10])
})

test("another person's finger far from the pen keeps working", () => {
  const a = cardAt(1300, 700)
  wall.down(200, 200, pen()).move(10, 0)
  wall.down(1300, 700, finger(1)).move(-60, 0).up()
  expect(placeOf(a)).toEqual([340, 190])
})

test('a touch that grows as large as a hand while a pen is near is dropped', () => {
  const a = cardAt(1300, 700)
  wall.down(200, 200, pen()).move(10, 0)
  wall.down(1300, 700, finger(1)).move(-60, 0)
  wall
    .with(1, { contact: [60, 80] })
    .move(-60, 0)
    .up()
  expect(placeOf(a)).toEqual([400, 190])
})

test('with a pen at hand fingers move while it draws; without one they draw', () => {
  const a = cardAt(1300, 700)
  wall.session.tools.choose('pen')
  wall.down(300, 700, finger(1)).move(40, 0).up()
  expect(wall.cards.filter(({ type }) => type === 'ink')).toHaveLength(1)
  wall.down(200, 200, pen()).move(10, 0).up()
  wall.wait(1_000).down(1300, 700, finger(2)).move(-60, 0).up()
  expect(placeOf(a)).toEqual([340, 190])
  expect(wall.cards.filter(({ type }) => type === 'ink')).toHaveLength(2)
})

test('a wheel moves no wall under a hand that holds a card', () => {
  cardAt(300, 300)
  const start = viewNow()
  wall.down(300, 300, finger(1)).move(40, 0).wheel(900, 450, 0, 120)
  expect(viewNow()).toEqual(start)
})

test('on a phone a finger looks around wherever it lands, and moves only a card that was chosen by a tap', () => {
  onPhone()
  const id = addCard(wall.session.writer, {
    type: 'note',
    text: 'words',
    pos: [-100, -60],
    size: [200, 120, 0],
  })
  const other = addCard(wall.session.writer, {
    type: 'note',
    text: 'more',
    pos: [-100, 100],
    size: [200, 120, 0],
  })
  const { y } = viewNow()
  wall.down(195, 300, finger(1)).move(0, 40).move(0, 40).up()
  expect(placeOf(id)).toEqual([-100, -60])
  expect(viewNow().y).toBe(y - 80)
  expect(wall.session.selection.ids.get().size).toBe(0)
  wall.click(195, 380, finger(1))
  expect([...wall.session.selection.ids.get()]).toEqual([id])
  wall.down(195, 380, finger(1)).move(0, -40).move(0, -40).up()
  expect(placeOf(id)).toEqual([-100, -140])
  expect(viewNow().y).toBe(y - 80)
  wall.down(195, 540, finger(1)).move(-30, 0).move(-30, 0).up()
  expect(placeOf(other)).toEqual([-100, 100])
})

test('a mouse at a small window drags what it is pressed on', () => {
  onPhone()
  const id = addCard(wall.session.writer, {
    type: 'note',
    text: 'words',
    pos: [-100, -60],
    size: [200, 120, 0],
  })
  wall.down(195, 300).move(20, 0).move(20, 0).up()
  expect(placeOf(id)[0]).toBeGreaterThan(-100)
})

import { beforeEach, expect, test } from 'vitest'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard } from '#shared/board/actions/cards'
import { addStoryboard } from '#shared/board/actions/prototypes'
import { makeTheme } from '#shared/board/actions/themes'
import { centreOf } from '#shared/cards/box'
import { toWorld, uprightBox } from '#shared/cards/kinds'
import { turnedBy } from '#shared/cards/place'
import { hitWall } from '../../../../../renderer/board/hit'
import { graspOf, gripAt, handlePoint } from '../../../../../renderer/board/tools/handles'
import { Driver } from '../../../../driver'

let me: Driver
beforeEach(() => {
  me = new Driver()
})

const note = (x: number, y: number, turn = 0) =>
  addCard(me.session.writer, { type: 'note', pos: [x - 800, y - 450], size: [200, 120, turn] })
const box = (id: string) => {
  const { pos, size } = me.card(id)
  return [pos[0] + 800, pos[1] + 450, size[0], size[1]]
}
const place = (id: string) => {
  const drawable = me.session.scene.get(id)
  if (!drawable) throw new Error('no such card')
  return drawable.place
}
const screen = (id: string, x: number, y: number) => me.session.camera.toScreen(toWorld(place(id), [x, y]))

/** Where the handle that turns is, on the screen. */
const turnAt = () => {
  const grasp = graspOf(me.session)
  if (!grasp?.turns) throw new Error('nothing turns')
  return me.session.camera.toScreen(
    handlePoint(grasp.place, { name: 'turn' }, me.session.camera.view.get().zoom),
  )
}
/** Turns what is selected by going round its middle. */
const turn = (degrees: number, keys: { shift?: boolean; mod?: boolean } = {}) => {
  const grasp = graspOf(me.session)
  const [x, y] = turnAt()
  const [cx, cy] = me.session.camera.toScreen(centreOf(grasp?.place ?? { x: 0, y: 0, width: 0, height: 0 }))
  const [dx, dy] = turnedBy(degrees, [x - cx, y - cy])
  me.down(x, y, keys)
    .moveTo(cx + dx, cy + dy)
    .up()
}

test('an edge is pulled anywhere along it and moves only its own side', () => {
  const a = note(300, 300)
  me.click(400, 350)
  me.down(502, 330).move(50, 90).up()
  expect(box(a)).toEqual([300, 300, 250, 120])
  me.down(330, 298).move(40, -30).up()
  expect(box(a)).toEqual([300, 270, 250, 150])
  me.press('mod+z')
  expect(box(a)).toEqual([300, 300, 250, 120])
})

test('shift keeps the proportions, of an edge about its middle', () => {
  const a = note(300, 300)
  me.click(400, 350)
  me.down(502, 330, { shift: true }).move(100, 0).up()
  expect(box(a)).toEqual([300, 270, 300, 180])
})

test('several cards scale together, and one step puts them back', () => {
  const [a, b] = [note(300, 300), note(600, 400)]
  me.session.selection.set([a, b])
  me.down(800, 520).move(250, 110).up()
  expect(box(a)).toEqual([300, 300, 300, 180])
  expect(box(b)).toEqual([750, 450, 300, 180])
  me.press('mod+z')
  expect([box(a), box(b)]).toEqual([
    [300, 300, 200, 120],
    [600, 400, 200, 120],
  ])
})

test('no card of several becomes smaller than it may be', () => {
  const [a, b] = [note(300, 300), note(600, 400)]
  me.session.selection.set([a, b])
  me.down(800, 520).move(-450, -200).up()
  for (const id of [a, b]) {
    const { size } = me.card(id)
    expect(size[0]).toBeGreaterThanOrEqual(96)
    expect(size[1]).toBeGreaterThanOrEqual(64)
  }
})

test('what does not resize goes along without changing its size, and a theme follows its cards', () => {
  const board = addStoryboard(me.session.writer, { pos: [-700, -100] }, 1)
  const size = me.card(board).size
  const [a, b] = [note(300, 100), note(600, 100)]
  const theme = makeTheme(me.session.writer, [a], 'What people need')
  me.session.selection.set([board, theme, b])
  const before = place(theme).width
  me.down(800, place(board).y + place(board).height + 450)
    .move(200, 200)
    .up()
  expect(me.card(board).size).toEqual(size)
  expect(place(theme).width).toBeGreaterThan(before)
})

test('a turned card is taken at its own corners, and its opposite corner stays', () => {
  const a = note(300, 300, 30)
  me.click(400, 360)
  const fixed = screen(a, 0, 0)
  const [x, y] = screen(a, 200, 120)
  me.down(x, y).move(40, 60).up()
  const now = screen(a, 0, 0)
  expect(now[0]).toBeCloseTo(fixed[0], 0)
  expect(now[1]).toBeCloseTo(fixed[1], 0)
  expect(me.card(a).size[2]).toBe(30)
  expect(me.card(a).size[0]).toBeGreaterThan(220)
})

test('the handle beside a corner turns a card about its middle, shift in steps of 15 degrees', () => {
  const a = note(300, 300)
  me.click(400, 350)
  turn(90)
  expect(me.card(a).size).toEqual([200, 120, 90])
  expect(box(a).slice(0, 2)).toEqual([300, 300])
  me.press('mod+z')
  turn(37, { shift: true })
  expect(me.card(a).size[2]).toBe(30)
})

test('a turn that is almost upright is upright, unless Ctrl is held', () => {
  const a = note(300, 300)
  me.click(400, 350)
  turn(1.2)
  expect(me.card(a).size[2]).toBe(0)
  turn(1.2, { mod: true })
  expect(me.card(a).size[2]).toBe(1)
})

test('several cards turn about their common middle', () => {
  const [a, b] = [note(300, 300), note(700, 300)]
  me.session.selection.set([a, b])
  turn(90)
  expect(me.card(a).size[2]).toBe(90)
  expect(place(a).x).toBeCloseTo(place(b).x)
  expect(Math.abs(place(a).y - place(b).y)).toBeCloseTo(400)
})

test('a turned card is hit where it is painted, boxed by its corners and snapped by its upright box', () => {
  const a = note(300, 300, 90)
  expect(hitWall(me.session.scene, [-790, -90])).toBeNull()
  expect(me.click(400, 270).selected).toEqual([a])
  me.press('Escape')
  me.down(330, 200).moveTo(470, 470)
  expect(me.selected).toEqual([a])
  me.up()
  expect(uprightBox(place(a)).width).toBeCloseTo(120)
  const b = note(343, 600)
  me.down(400, 650).move(2, 40).up()
  expect(place(b).x + 800).toBeCloseTo(340)
})

test('there are only handles that there is room for, and none on what is locked', () => {
  const a = note(300, 300)
  me.click(400, 350)
  const handleAt = (x: number, y: number) =>
    gripAt(me.session, { at: screen(a, x, y), device: 'mouse' })?.handle
  expect(handleAt(100, 0)).toMatchObject({ across: 0, down: -1 })
  me.session.camera.set({ x: 0, y: 0, zoom: 0.14 })
  expect(handleAt(100, 0)).toBeUndefined()
  expect(handleAt(0, 0)).toMatchObject({ across: -1, down: -1 })
  me.session.camera.set({ x: 0, y: 0, zoom: 0.05 })
  expect(handleAt(0, 0)).toBeUndefined()
  me.session.camera.set({ x: 0, y: 0, zoom: 1 })
  me.press('mod+shift+L')
  expect(handleAt(0, 0)).toBeUndefined()
})

test('a card that somebody locks while it is pulled stays as it is', () => {
  const a = note(300, 300)
  me.click(400, 350)
  const before = box(a)
  me.down(502, 330).move(50, 0)
  lockCards({ ...me.session.writer, origin: 'somebody' }, [a], true)
  me.up()
  expect(box(a)).toEqual(before)
})

test('the handles follow a card that moves, is locked or grows meanwhile', () => {
  const a = note(300, 300)
  me.click(400, 350)
  expect(graspOf(me.session)?.place.width).toBe(200)
  me.down(502, 330).move(50, 0).up()
  expect(graspOf(me.session)?.place.width).toBe(250)
  lockCards(me.session.writer, [a], true)
  expect(graspOf(me.session)).toBeUndefined()
})

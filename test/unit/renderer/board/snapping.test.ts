import { beforeEach, expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import { storeRecord } from '#shared/board/records'
import { Driver } from '../../../driver'

let me: Driver
beforeEach(() => {
  me = new Driver()
})

/** A card by its corner, in CSS pixels from the viewport's top left corner at 100 %. */
const note = (x: number, y: number, width = 200, height = 120) =>
  addCard(me.session.writer, { type: 'note', pos: [x - 800, y - 450], size: [width, height, 0] })
const at = (id: string) => {
  const { pos } = me.card(id)
  return [pos[0] + 800, pos[1] + 450]
}
const guides = () => [...me.session.preview.guides.get().values()].flat()

test('a dragged card is held by the edges of another and shows why', () => {
  note(300, 100)
  const a = note(320, 400)
  me.down(400, 450).move(-16, 60)
  expect(guides()).toContainEqual({ kind: 'line', from: [-500, -350], to: [-500, 130] })
  me.up()
  expect(at(a)).toEqual([300, 460])
  expect(guides()).toEqual([])
})

test('middles hold middles, and an edge does not hold a middle', () => {
  note(300, 100, 300, 120)
  const a = note(357, 400)
  me.down(400, 450).move(-10, 3).up()
  expect(at(a)).toEqual([350, 403])
  me.down(400, 450).moveTo(250, 450).up()
  // Its middle is now at 300, where the other one's edge is: nothing pulls it there.
  expect(at(a)).toEqual([200, 403])
  me.down(250, 450).move(-5, 0).up()
  expect(at(a)).toEqual([195, 403])
})

test('a card between two others is held where the gaps are equal', () => {
  note(100, 300)
  note(700, 330)
  const a = note(405, 500)
  me.down(500, 550).moveTo(499, 370)
  expect(guides().filter(({ kind }) => kind === 'gap')).toHaveLength(2)
  me.up()
  expect(at(a)[0]).toBe(400)
})

test('a card beside two others is held at the gap that they have', () => {
  note(100, 300)
  note(350, 310)
  const a = note(640, 600)
  me.down(700, 650).moveTo(663, 375).up()
  expect(at(a)[0]).toBe(600)
})

test('with Ctrl nothing holds a card', () => {
  note(300, 100)
  const a = note(320, 400)
  me.down(400, 450, { mod: true }).move(-16, 60)
  expect(guides()).toEqual([])
  me.up()
  expect(at(a)).toEqual([304, 460])
})

test('with shift a card is only held along its line', () => {
  note(300, 100)
  const a = note(320, 401)
  note(700, 400)
  me.down(400, 450, { shift: true }).move(-16, 3).up()
  expect(at(a)).toEqual([300, 401])
})

test('six pixels hold, at every zoom', () => {
  me.session.camera.set({ x: 0, y: 0, zoom: 0.5 })
  note(300, 100)
  const a = note(340, 400)
  const press = me.session.camera.toScreen([340 - 800 + 50, 400 - 450 + 50])
  me.down(...press)
    .move(-15, 40)
    .up()
  expect(at(a)[0]).toBe(300)
  me.press('mod+z')
  me.down(...press)
    .move(-13, 40)
    .up()
  expect(at(a)[0]).toBe(314)
})

test('over a theme nothing holds a card: the theme gives it its place', () => {
  const a = note(300, 300)
  const theme = makeTheme(me.session.writer, [a], 'What people need')
  me.session.selection.set([a])
  me.down(400, 350).move(5, 3)
  expect(guides()).toEqual([])
  me.up()
  expect(at(a)).toEqual([300, 300])
  expect(me.card(a).theme).toBe(theme)
})

test('a side that is pulled is held by the edges of others', () => {
  note(100, 600, 423)
  const a = note(300, 300)
  me.click(400, 350)
  me.down(503, 380).move(17, 4)
  expect(guides()).toHaveLength(1)
  me.up()
  expect(me.card(a).size).toEqual([223, 120, 0])
  expect(at(a)).toEqual([300, 300])
})

test('Escape leaves the card where it was and no guide behind', () => {
  note(300, 100)
  const a = note(320, 400)
  me.down(400, 450).move(-16, 60).press('Escape')
  expect(guides()).toEqual([])
  expect(at(a)).toEqual([320, 400])
})

test('what a drag looks at does not grow with the board or with what is dragged', () => {
  const looks = (across: number, down: number, carried: number) => {
    const driver = new Driver()
    const { doc } = driver.replica
    const ids = Array.from({ length: across * down }, (_, at) => `card${at}`)
    doc.transact(() => {
      for (const [at, id] of ids.entries()) {
        const pos = [(at % across) * 260 - 800, Math.floor(at / across) * 180 - 450] as const
        storeRecord(doc, 'cards', id, { type: 'note', pos, size: [200, 120, 0], z: `a${at}` })
      }
    })
    let count = 0
    const { near } = driver.session.scene
    const { scene } = driver.session
    Object.assign(scene, {
      near: (box: Parameters<typeof near>[0]) => {
        const found = near(box)
        count += found.length
        return found
      },
    })
    driver.session.selection.set(ids.slice(0, carried))
    driver.down(100, 60).move(20, 20)
    count = 0
    driver.move(7, 3)
    return count
  }
  const small = looks(20, 25, 1)
  expect(small).toBeGreaterThan(0)
  expect(looks(40, 60, 1)).toBeLessThanOrEqual(small * 1.5)
  expect(looks(40, 60, 500)).toBeLessThanOrEqual(small * 3)
})

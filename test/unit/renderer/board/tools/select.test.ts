import { beforeEach, expect, test } from 'vitest'
import { addCard, deleteCards, moveCards } from '#shared/board/actions/cards'
import { addFrame, addStoryboard, framesOf } from '#shared/board/actions/prototypes'
import { addStory, highlightPassage } from '#shared/board/actions/stories'
import { makeTheme } from '#shared/board/actions/themes'
import { Driver } from '../../../../driver'
import { MemoryRoom } from '../../../../support/memoryReplica'

let room: MemoryRoom
let me: Driver
beforeEach(() => {
  room = new MemoryRoom()
  me = new Driver(room, 1)
})

/** A card whose middle is `x`, `y` CSS pixels from the viewport's top left corner. */
const cardAt = (driver: Driver, x: number, y: number, values: { theme?: string; type?: string } = {}) =>
  addCard(driver.session.writer, {
    type: 'note',
    text: 'words',
    pos: [x - 800 - 100, y - 450 - 60],
    size: [200, 120, 0],
    ...values,
  })

test('a click selects, shift adds and takes away, a click on the bare wall lets go', () => {
  const a = cardAt(me, 300, 300)
  const b = cardAt(me, 700, 300)
  expect(me.click(300, 300).selected).toEqual([a])
  expect(me.click(700, 300, { shift: true }).selected).toEqual([a, b])
  expect(me.click(300, 300, { shift: true }).selected).toEqual([b])
  expect(me.click(1200, 800).selected).toEqual([])
})

test('a drag is one transaction on release and one step to undo', () => {
  const a = cardAt(me, 300, 300)
  const b = cardAt(me, 700, 300)
  me.session.selection.set([a, b])
  let updates = 0
  me.replica.doc.on('update', () => updates++)
  me.down(300, 300).move(50, 20).move(50, 20)
  expect(updates).toBe(0)
  expect(me.session.preview.lifts.get().size).toBe(1)
  me.up()
  expect(updates).toBe(1)
  expect(me.session.preview.lifts.get().size).toBe(0)
  expect([me.card(a).pos, me.card(b).pos]).toEqual([
    [-500, -170],
    [-100, -170],
  ])
  me.press('mod+z')
  expect([me.card(a).pos, me.card(b).pos]).toEqual([
    [-600, -210],
    [-200, -210],
  ])
})

test('escape during a drag puts every card back, and the release that follows does nothing', () => {
  const a = cardAt(me, 300, 300)
  const before = me.card(a)
  me.down(300, 300).move(90, 90).press('Escape')
  expect(me.session.preview.lifts.get().size).toBe(0)
  me.up()
  expect(me.card(a)).toBe(before)
})

test('a lost pointer drops the drag', () => {
  const a = cardAt(me, 300, 300)
  const before = me.card(a)
  me.down(300, 300).move(90, 90).cancel()
  expect(me.card(a)).toBe(before)
})

test('a press that trembles is a click', () => {
  const a = cardAt(me, 300, 300)
  const before = me.card(a)
  me.down(300, 300).move(2, 1).up()
  expect(me.card(a)).toBe(before)
  expect(me.selected).toEqual([a])
})

test('the box selects what lies wholly inside and escape gives the old selection back', () => {
  const a = cardAt(me, 300, 300)
  const b = cardAt(me, 700, 300)
  me.down(100, 100).moveTo(600, 500)
  expect(me.selected).toEqual([a])
  me.moveTo(900, 500)
  expect(me.selected.sort()).toEqual([a, b].sort())
  me.press('Escape')
  expect(me.selected).toEqual([])
})

test('a corner resizes against the opposite one, in one step, never below the smallest size', () => {
  const a = cardAt(me, 300, 300)
  me.click(300, 300)
  me.down(400, 360).move(40, 30).up()
  expect(me.card(a).size).toEqual([240, 150, 0])
  expect(me.card(a).pos).toEqual([-600, -210])
  me.down(440, 390).move(-900, -900).up()
  expect(me.card(a).size[0]).toBeGreaterThan(50)
  me.press('mod+z').press('mod+z')
  expect(me.card(a).size).toEqual([200, 120, 0])
})

test('two people at one screen drag two cards at the same time', () => {
  const a = cardAt(me, 300, 300)
  const b = cardAt(me, 700, 300)
  const finger = (pointer: number) => ({ pointer, device: 'touch' as const })
  const touch = (kind: 'down' | 'move' | 'up', pointer: number, x: number, y: number) =>
    me.send({
      kind,
      ...finger(pointer),
      at: [x, y],
      button: 0,
      pressure: 0.5,
      contact: [20, 20],
      time: 0,
      samples: [],
      shift: false,
      mod: false,
      alt: false,
    })
  touch('down', 1, 300, 300)
  touch('move', 1, 340, 300)
  touch('down', 2, 700, 300)
  touch('move', 2, 700, 380)
  expect(me.session.preview.lifts.get().size).toBe(2)
  touch('up', 1, 340, 300)
  touch('up', 2, 700, 380)
  expect(me.card(a).pos[0]).toBe(-560)
  expect(me.card(b).pos[1]).toBe(-130)
})

test('two fingers on the bare wall zoom it', () => {
  const touch = (kind: 'down' | 'move' | 'up', pointer: number, x: number) =>
    me.send({
      kind,
      pointer,
      device: 'touch',
      at: [x, 450],
      button: 0,
      pressure: 0,
      contact: [20, 20],
      time: 0,
      samples: [],
      shift: false,
      mod: false,
      alt: false,
    })
  touch('down', 1, 700)
  touch('down', 2, 900)
  touch('move', 1, 600)
  touch('move', 2, 1000)
  expect(me.session.camera.view.get().zoom).toBeCloseTo(2)
})

test('a card dropped on a theme joins it, and one dragged out leaves it, together with its move', () => {
  const inside = cardAt(me, 300, 300)
  const outside = cardAt(me, 1200, 300)
  const theme = makeTheme(me.session.writer, [inside], 'What people need')
  me.down(1200, 300).moveTo(330, 330).up()
  expect(me.card(outside).theme).toBe(theme)
  me.press('mod+z')
  expect(me.card(outside).theme).toBeNull()
  expect(me.card(outside).pos[0]).toBe(300)
  me.press('mod+y')
  // It stands in the row now, beside the other one.
  me.down(530, 300).moveTo(1200, 700).up()
  expect(me.card(outside).theme).toBeNull()
})

test('grabbing the sentence of a theme moves all of its cards; its field lets gestures through', () => {
  const a = cardAt(me, 300, 300)
  const b = cardAt(me, 700, 300)
  const theme = makeTheme(me.session.writer, [a, b], 'What people need')
  me.down(300, 170).move(0, 100).up()
  expect(me.card(a).pos).toEqual([-600, -110])
  expect(me.card(b).pos).toEqual([-384, -110])
  expect(me.card(theme).text).toBe('What people need')
  me.down(408, 420).move(60, 60)
  expect(me.session.preview.band.get()).not.toBeNull()
})

test('a click on the source asks the panels to show the passage', () => {
  const { writer } = me.session
  const story = addStory(writer, {
    title: 'A visit',
    paragraphs: [{ heading: 0, text: 'Nobody spoke to me.' }],
  })
  const highlight = highlightPassage(writer, story, 'text', 0, 12) ?? ''
  addCard(writer, { type: 'insight', text: 'Alone', highlight, pos: [-100, -60], size: [200, 200, 0] })
  me.click(740, 580)
  expect(me.session.focus.get()).toEqual({ kind: 'story', story, highlight })
})

test('the plus of a storyboard adds a frame', () => {
  const board = addStoryboard(me.session.writer, { pos: [-700, -200] }, 1)
  me.click(490, 400)
  expect(framesOf(me.session.writer, board)).toHaveLength(2)
  addFrame(me.session.writer, board)
  expect(me.session.scene.get(board)?.details.frames).toHaveLength(3)
})

test('undo takes back only what this person did', () => {
  const you = new Driver(room, 2)
  const a = cardAt(me, 300, 300)
  room.deliver()
  you.down(300, 300).move(200, 0).up()
  room.deliver()
  me.down(500, 300).move(0, 100).up()
  room.deliver()
  you.press('mod+z')
  room.deliver()
  // My move came after: it stays.
  expect(me.card(a).pos).toEqual([-400, -110])
})

test('a card deleted by somebody while it is dragged is put back where it is let go, with the others', () => {
  const you = new Driver(room, 2)
  const a = cardAt(me, 300, 300)
  const b = cardAt(me, 700, 300)
  room.deliver()
  me.session.selection.set([a, b])
  me.down(300, 300).move(80, 0)
  deleteCards(you.session.writer, [a])
  room.deliver()
  me.up()
  expect(me.card(a).pos[0]).toBe(-520)
  expect(me.card(b).pos[0]).toBe(-120)
})

test('an observer selects but moves, writes and deletes nothing', () => {
  const a = cardAt(me, 300, 300)
  const before = me.card(a)
  const info = me.replica.me.get()
  if (info) me.replica.me.set({ ...info, role: 'observer' })
  me.down(300, 300).move(90, 0).up()
  me.type('x').press('Delete').press('mod+d').doubleClick(300, 300)
  expect(me.card(a)).toBe(before)
  expect(me.cards).toHaveLength(1)
  expect(me.session.editing.get()).toBeNull()
})

test("others' drags glide towards where they are and let go when the document has moved the card", () => {
  const you = new Driver(room, 2)
  const a = cardAt(me, 300, 300)
  room.deliver()
  me.session.remote.advance(1000)
  you.down(300, 300).move(100, 0)
  me.session.remote.advance(1016)
  you.move(100, 0)
  me.session.remote.advance(1032)
  const [lift] = me.session.remote.lifts()
  expect(lift?.drawables.map(({ id }) => id)).toEqual([a])
  expect(lift?.delta[0]).toBeGreaterThan(100)
  expect(lift?.delta[0]).toBeLessThan(200)
  you.up()
  room.deliver()
  expect(me.card(a).pos[0]).toBe(-400)
  for (const now of [1200, 1400, 1600, 1800]) me.session.remote.advance(now)
  expect(me.session.remote.lifts()).toEqual([])
})

test('moving cards that are gone changes nothing', () => {
  moveCards(me.session.writer, ['nobody'], [1, 1])
  expect(me.cards).toHaveLength(0)
})

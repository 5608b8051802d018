import { beforeEach, expect, test } from 'vitest'
import { addCard, deleteCards, moveCards, putBackCards } from '#shared/board/actions/cards'
import { connectCards } from '#shared/board/actions/connectors'
import { makeTheme } from '#shared/board/actions/themes'
import { lineOf } from '#shared/cards/connector'
import { pointAt } from '#shared/cards/polyline'
import { liftsOf } from '../../../../../renderer/canvas/lifts'
import { Driver } from '../../../../driver'
import { MemoryRoom } from '../../../../support/memoryReplica'

let room: MemoryRoom
let me: Driver
beforeEach(() => {
  room = new MemoryRoom()
  me = new Driver(room, 1)
})

/** A card whose middle is `x`, `y` CSS pixels from the viewport's top left corner. */
const cardAt = (x: number, y: number) =>
  addCard(me.session.writer, {
    type: 'note',
    text: 'words',
    pos: [x - 800 - 100, y - 450 - 60],
    size: [200, 120, 0],
  })

const line = (driver = me) => driver.cards.find(({ type }) => type === 'connector')
const lineEnds = (driver = me) => {
  const drawable = driver.session.scene.get(line(driver)?.id ?? '')
  return drawable ? [pointAt(lineOf(drawable), 0), pointAt(lineOf(drawable), -1)] : []
}
const joined = (a: string, b: string) =>
  connectCards(
    me.session.writer,
    {
      ends: [
        { card: a, at: null },
        { card: b, at: null },
      ],
      route: 'straight',
    },
    [0, 0],
  )

test('the tool draws from a card to a card, showing on the way what it will be joined to', () => {
  const a = cardAt(300, 300)
  const b = cardAt(900, 300)
  me.session.tools.choose('connector')
  me.down(300, 300).moveTo(600, 300)
  expect([...me.session.preview.aims.get().values()]).toEqual([])
  me.moveTo(880, 310)
  expect([...me.session.preview.aims.get().values()]).toEqual([b])
  expect(line()).toBeUndefined()
  me.up()
  expect(line()?.ends).toEqual([
    { card: a, at: null },
    { card: b, at: null },
  ])
  expect(me.session.preview.aims.get().size).toBe(0)
  expect(me.selected).toEqual([line()?.id])
  expect(me.session.tools.current.get()).toBe('select')
  me.press('mod+z')
  expect(line()).toBeUndefined()
})

test('a dot beside the selected card begins one too, and the bare wall ends it', () => {
  const a = cardAt(300, 300)
  me.click(300, 300)
  me.down(400 + 18, 300)
    .moveTo(700, 500)
    .up()
  expect(line()?.ends).toEqual([
    { card: a, at: null },
    { card: null, at: [-100, 50] },
  ])
})

test('let go on a dot of a card, the end is pinned there', () => {
  cardAt(300, 300)
  const b = cardAt(900, 300)
  me.session.tools.choose('connector')
  me.down(300, 300).moveTo(900, 242).up()
  expect(line()?.ends[1]).toEqual({ card: b, at: [0.5, 0] })
})

test('escape draws nothing, and neither does a click', () => {
  cardAt(300, 300)
  me.session.tools.choose('connector')
  me.down(300, 300).moveTo(700, 500).press('Escape').up()
  me.session.tools.choose('connector')
  me.click(300, 300)
  expect(line()).toBeUndefined()
})

test('the line follows a card that is moved, also while it is held, here and elsewhere', () => {
  const a = cardAt(300, 300)
  const b = cardAt(900, 300)
  joined(a, b)
  expect(lineEnds()).toEqual([
    [-400, -150],
    [0, -150],
  ])
  const other = new Driver(room, 2)
  me.down(900, 300).moveTo(900, 400).moveTo(900, 500)
  for (const driver of [me, other]) {
    if (driver === other) driver.session.remote.advance(performance.now() + 5_000)
    const held = liftsOf(driver.session).flatMap(({ drawables }) => drawables)
    const shown = held.find(({ kind }) => kind.isLine)
    const [x = 0, y = 0] = shown ? pointAt(lineOf(shown), -1) : []
    expect(x).toBeGreaterThan(-10)
    expect(y).toBeGreaterThan(-40)
  }
  me.up()
  room.deliver()
  expect(lineEnds(other)).toEqual(lineEnds(me))
  expect(lineEnds()[1]?.[1]).toBeGreaterThan(-40)
})

test('only the connectors of a moved card are made anew', () => {
  const [a, b, c, d] = [cardAt(300, 300), cardAt(900, 300), cardAt(300, 700), cardAt(900, 700)]
  const near = joined(a, b)
  const far = joined(c, d)
  const before = me.session.scene.get(far)
  const changed: string[] = []
  me.session.scene.subscribe(({ ids }) => changed.push(...ids))
  me.down(300, 300).moveTo(300, 350).up()
  expect(changed.sort()).toEqual([a, near].sort())
  expect(me.session.scene.get(far)).toBe(before)
})

test('an end is pulled to another card, or off its card', () => {
  const [a, b, c] = [cardAt(300, 300), cardAt(900, 300), cardAt(900, 700)]
  me.session.selection.set([joined(a, b)])
  me.down(800, 300).moveTo(900, 690).up()
  expect(line()?.ends[1]).toEqual({ card: c, at: null })
  const [[x = 0, y = 0] = []] = lineEnds()
  me.down(...me.session.camera.toScreen([x, y]))
    .moveTo(500, 100)
    .up()
  expect(line()?.ends[0]).toEqual({ card: null, at: [-300, -350] })
})

test('a deleted card leaves the line where it was, and has it back when it comes back', () => {
  const [a, b] = [cardAt(300, 300), cardAt(900, 300)]
  joined(a, b)
  const before = lineEnds()
  deleteCards(me.session.writer, [b])
  expect(lineEnds()).toEqual(before)
  putBackCards(me.session.writer, [b])
  me.down(900, 300).moveTo(900, 500).up()
  expect(lineEnds()).not.toEqual(before)
})

test('copies of two cards and their line are joined to each other', () => {
  const [a, b] = [cardAt(300, 300), cardAt(900, 300)]
  const first = joined(a, b)
  me.session.selection.set([a, b, first])
  me.press('mod+d')
  const copy = me.cards.find(({ id, type }) => type === 'connector' && id !== first)
  const copies = me.selected.filter((id) => id !== copy?.id)
  expect(copy?.ends.map(({ card }) => card)).toEqual(copies)
  expect(copies).not.toContain(a)
})

test('a line between points of the wall moves as a whole', () => {
  const id = connectCards(
    me.session.writer,
    {
      ends: [
        { card: null, at: [0, 0] },
        { card: null, at: [200, 0] },
      ],
      route: 'straight',
    },
    [0, 0],
  )
  me.down(900, 453).moveTo(900, 553).up()
  expect(me.card(id).ends).toEqual([
    { card: null, at: [0, 100] },
    { card: null, at: [200, 100] },
  ])
})

test('by keyboard, the two selected cards are connected in the order in which they were selected', () => {
  const [a, b] = [cardAt(300, 300), cardAt(900, 300)]
  me.session.selection.set([b, a])
  me.press('alt+c')
  expect(line()?.ends.map(({ card }) => card)).toEqual([b, a])
  expect(me.selected).toEqual([line()?.id])
})

test('a line to a theme stays where it is when the theme is deleted, wherever the theme was made', () => {
  const [a, b, far] = [cardAt(300, 300), cardAt(900, 300), cardAt(900, 600)]
  const theme = makeTheme(me.session.writer, [b], 'Seats')
  moveCards(me.session.writer, [theme, b], [160, 80])
  moveCards(me.session.writer, [b], [0, 40])
  joined(a, theme)
  joined(far, theme)
  const before = lineEnds()
  deleteCards(me.session.writer, [theme])
  expect(lineEnds()).toEqual(before)
})

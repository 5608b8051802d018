import { beforeEach, expect, test } from 'vitest'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import type { Point } from '#shared/cards/box'
import { Driver } from '../../../../driver'
import { seeded } from '../../../../support/randomness'

let me: Driver
beforeEach(() => {
  me = new Driver()
})

const note = (x: number, y: number) =>
  addCard(me.session.writer, { type: 'note', pos: [x - 900, y - 510], size: [200, 120, 0] })
const around = (points: readonly Point[], keys: { alt?: boolean; shift?: boolean } = { alt: true }) => {
  const [first = [0, 0], ...rest] = points
  me.down(...first, keys)
  for (const point of rest) me.moveTo(...point)
  return me
}

test('a loop with Alt selects the cards whose middle it goes around', () => {
  const [a, b, c] = [note(300, 300), note(600, 300), note(300, 700)]
  around([
    [150, 200],
    [900, 200],
    [900, 310],
    [650, 320],
    [640, 500],
    [150, 500],
  ])
  expect(me.session.preview.loops.get().size).toBe(1)
  expect(me.selected.sort()).toEqual([a, b].sort())
  me.up()
  expect(me.session.preview.loops.get().size).toBe(0)
  around(
    [
      [150, 550],
      [600, 550],
      [600, 850],
      [150, 850],
    ],
    { alt: true, shift: true },
  ).up()
  expect(me.selected.sort()).toEqual([a, b, c].sort())
})

test('the lasso is a tool too, and a tap with it is a click', () => {
  const [a, b] = [note(300, 300), note(600, 300)]
  me.session.tools.choose('lasso')
  around(
    [
      [150, 200],
      [450, 200],
      [450, 500],
      [150, 500],
    ],
    {},
  ).up()
  expect(me.selected).toEqual([a])
  expect(me.click(600, 300).selected).toEqual([b])
  expect(me.click(1200, 800).selected).toEqual([])
})

test('Escape gives the old selection back', () => {
  const [a, b] = [note(300, 300), note(600, 300)]
  me.click(600, 300)
  around([
    [150, 200],
    [450, 200],
    [450, 500],
    [150, 500],
  ])
  expect(me.selected).toEqual([a])
  me.press('Escape')
  expect(me.selected).toEqual([b])
  expect(me.session.preview.loops.get().size).toBe(0)
})

test('a loop passes over what is locked, and takes a group only whole and a theme only with its field', () => {
  const [a, b, c] = [note(300, 300), note(600, 300), note(900, 300)]
  lockCards(me.session.writer, [c], true)
  me.session.selection.set([a, b])
  me.press('mod+g').press('Escape')
  around([
    [150, 200],
    [450, 200],
    [450, 500],
    [150, 500],
  ]).up()
  expect(me.selected).toEqual([])
  around([
    [150, 200],
    [1100, 200],
    [1100, 500],
    [150, 500],
  ]).up()
  expect(me.selected.sort()).toEqual([a, b].sort())
  const theme = makeTheme(me.session.writer, [a, b], 'What people need')
  around([
    [50, 200],
    [1100, 200],
    [1100, 500],
    [50, 500],
  ]).up()
  expect(me.selected).not.toContain(theme)
  around([
    [50, 50],
    [1100, 50],
    [1100, 500],
    [50, 500],
  ]).up()
  expect(me.selected).toContain(theme)
})

test.each([1, 2, 3, 4])(
  'what is inside is the same point by point as of the whole loop (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const cards = Array.from({ length: 60 }, () => {
      const spot: Point = [random.under(1500), random.under(850)]
      return { id: note(...spot), spot }
    })
    const loop = Array.from({ length: 25 }, (): Point => [random.under(1600), random.under(900)])
    const start = loop[0] ?? [0, 0]
    // Begun in the open, so that it is a loop and not a drag.
    const open: Point = [1599, 899]
    me.session.tools.choose('lasso')
    around([open, start, ...loop.slice(1)], {})
    const path = [open, ...loop]
    const isInside = ([x, y]: Point) =>
      path.reduce((odd, a, at) => {
        const b = path[(at + 1) % path.length] ?? open
        const crosses = a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]
        return crosses ? !odd : odd
      }, false)
    const expected = cards.filter(({ spot }) => isInside(spot)).map(({ id }) => id)
    expect(me.selected.sort()).toEqual(expected.sort())
  },
)

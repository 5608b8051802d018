import { beforeEach, expect, test } from 'vitest'
import { makeTheme } from '#shared/board/actions/themes'
import { Driver } from '../../../../driver'

let me: Driver
beforeEach(() => {
  me = new Driver()
})

test('a drag draws the chosen shape, seen while it is drawn, and words go into it at once', () => {
  me.session.tools.options.set({ ...me.session.tools.options.get(), shape: 'diamond' })
  me.session.tools.choose('shape')
  me.down(800, 450).move(100, 60).move(100, 60)
  const [lift] = me.session.preview.lifts.get().values()
  expect(lift?.drawables[0]?.card).toMatchObject({ type: 'shape', shape: 'diamond', size: [200, 120, 0] })
  expect(me.cards).toEqual([])
  me.up().type('start')
  expect(me.session.preview.lifts.get().size).toBe(0)
  expect(me.cards).toMatchObject([
    { type: 'shape', shape: 'diamond', pos: [0, 0], size: [200, 120, 0], text: 'start' },
  ])
  expect(me.session.tools.current.get()).toBe('select')
  me.press('Escape')
  expect(me.selected).toEqual([me.cards[0]?.id])
})

test('a click places a shape of the usual size around it; without words it stays', () => {
  me.session.tools.choose('shape')
  me.click(800, 450).press('Escape')
  expect(me.cards).toMatchObject([{ type: 'shape', pos: [-100, -70], size: [200, 140, 0] }])
  me.press('mod+z')
  expect(me.cards).toEqual([])
})

test('shift draws a square, escape draws nothing', () => {
  me.session.tools.choose('shape')
  me.down(800, 450, { shift: true }).move(60, 150).press('Escape').up()
  expect(me.cards).toEqual([])
  me.session.tools.choose('shape')
  me.down(800, 450, { shift: true }).move(60, 150).up()
  expect(me.cards[0]?.size).toEqual([150, 150, 0])
})

test('a text without words is not left on the wall, and leaves no step behind', () => {
  me.session.tools.choose('text')
  me.click(800, 450)
  expect(me.cards).toMatchObject([{ type: 'text' }])
  me.press('Escape')
  expect(me.cards).toEqual([])
  expect(me.session.undo.depth()).toBe(0)
})

test('what is drawn in a theme belongs to it', () => {
  const theme = makeTheme(me.session.writer, [], 'Arriving')
  const { place } = me.session.scene.get(theme) ?? {}
  const [x, y] = me.session.camera.toScreen([(place?.x ?? 0) + 200, (place?.y ?? 0) + 120])
  me.session.tools.choose('shape')
  me.click(x, y)
  expect(me.cards.find(({ type }) => type === 'shape')?.theme).toBe(theme)
})

test('whoever may only look draws nothing', () => {
  me.replica.me.set({ ...(me.replica.me.get() as never as object), role: 'observer' } as never)
  me.session.tools.choose('shape')
  me.click(800, 450)
  expect(me.cards).toEqual([])
})

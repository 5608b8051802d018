import { expect, test } from 'vitest'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import { encloses } from '#shared/cards/box'
import { linkCameras } from '../../../../../renderer/board/linkCameras'
import { createLookingSession } from '../../../../../renderer/board/lookingSession'
import { copyChosen } from '../../../../../renderer/ui/versions/copyChosen'
import { Driver } from '../../../../driver'
import { copyOf } from '../../../../support/canonical'

/** A board with a theme of two cards and one beside it, a version of it, and the two walls to look at. */
function withVersion() {
  const me = new Driver()
  const { writer } = me.session
  const add = (text: string, x: number) => addCard(writer, { type: 'note', text, pos: [x, 0] })
  const [one, two, far] = [add('One', 0), add('Two', 300), add('Far', 900)]
  const theme = makeTheme(writer, [one, two], 'Together')
  const version = copyOf(me.replica.doc)
  const walls = { past: createLookingSession(version), present: createLookingSession(me.replica.doc) }
  for (const { camera } of [walls.past, walls.present]) camera.resize(800, 600)
  return { me, writer, walls, one, two, far, theme }
}

const arrow = { kind: 'keyDown', key: 'ArrowRight', code: 'ArrowRight' } as const
const keys = { shift: false, mod: false, alt: false }

test('a card that is gone comes back to its place and its theme, selected and in view, as one step', () => {
  const { me, walls, one, theme, writer } = withVersion()
  deleteCards(writer, [one])
  me.session.camera.set({ x: 9_000, y: 9_000, zoom: 1 })
  walls.past.selection.set([one])
  const depth = me.session.undo.depth()
  const { count } = copyChosen(me.session, walls)
  expect(count).toBe(1)
  const [copy = ''] = me.selected
  expect(me.card(copy)).toMatchObject({ text: 'One', pos: [0, 0], theme })
  expect([...walls.present.selection.ids.get()]).toEqual([copy])
  const bounds = me.session.scene.get(copy)?.bounds
  expect(bounds && encloses(me.session.camera.visible(), bounds)).toBe(true)
  expect(me.session.undo.depth()).toBe(depth + 1)
  me.press('mod+z')
  expect(me.cards.some(({ id }) => id === copy)).toBe(false)
})

test('a copy of a card that is still there covers nothing and lies in no theme', () => {
  const { me, walls, one } = withVersion()
  walls.past.selection.set([one])
  copyChosen(me.session, walls)
  const [copy = ''] = me.selected
  expect(me.card(copy).theme).toBeNull()
  const bounds = me.session.scene.get(copy)?.bounds
  expect(bounds && me.session.scene.within(bounds).map(({ id }) => id)).toEqual([copy])
})

test('a chosen theme brings its cards; taking the copy back takes all of it, even after another step', () => {
  const { me, walls, theme, far } = withVersion()
  walls.past.selection.set([theme])
  const { count, takeBack } = copyChosen(me.session, walls)
  expect(count).toBe(3)
  const copies = me.selected
  me.session.selection.set([far])
  me.press('ArrowRight')
  takeBack()
  expect(me.cards.filter(({ id }) => copies.includes(id))).toEqual([])
  expect(me.card(far).pos).toEqual([904, 0])
})

test('what was taken back already is not taken back again in another step’s stead', () => {
  const { me, walls, one, far } = withVersion()
  walls.past.selection.set([one])
  const { takeBack } = copyChosen(me.session, walls)
  me.press('mod+z')
  me.session.selection.set([far])
  me.press('ArrowRight')
  takeBack()
  expect(me.card(far).pos).toEqual([904, 0])
})

test('on a wall to look at cards are chosen by key and hand, and nothing is ever written', () => {
  const { me, walls, one, theme } = withVersion()
  const { tools, selection, undo, editing } = walls.past
  const before = JSON.stringify(walls.past.records.all('cards'))
  selection.set([one])
  expect(tools.handle({ ...arrow, ...keys })).toBe(true)
  expect([...selection.ids.get()]).toEqual([theme])
  tools.handle({ kind: 'keyDown', key: 'Delete', code: 'Delete', ...keys })
  tools.handle({ kind: 'keyDown', key: 'Enter', code: 'Enter', ...keys })
  tools.handle({ kind: 'keyDown', key: 'd', code: 'KeyD', ...keys, mod: true })
  tools.handle({ kind: 'text', text: 'x' })
  // Undo is left to whoever holds the board.
  expect(tools.handle({ kind: 'keyDown', key: 'z', code: 'KeyZ', ...keys, mod: true })).toBe(false)
  expect(JSON.stringify(walls.past.records.all('cards'))).toBe(before)
  expect(undo.depth()).toBe(0)
  expect(editing.get()).toBeNull()
  walls.present.selection.set([one])
  walls.present.tools.handle({ kind: 'keyDown', key: 'Delete', code: 'Delete', ...keys })
  expect(me.card(one).del).toBe(false)
})

test('linked walls show the same part, whichever is moved, until they are let go', () => {
  const { walls } = withVersion()
  const { past: then, present: now } = walls
  then.camera.set({ x: 10, y: 20, zoom: 2 })
  const unlink = linkCameras(then.camera, now.camera)
  expect(now.camera.view.get()).toEqual({ x: 10, y: 20, zoom: 2 })
  now.camera.panBy(40, 0)
  expect(then.camera.view.get()).toEqual(now.camera.view.get())
  then.camera.zoomAt([0, 0], 1.5)
  expect(now.camera.view.get()).toEqual(then.camera.view.get())
  unlink()
  then.camera.panBy(100, 0)
  expect(now.camera.view.get()).not.toEqual(then.camera.view.get())
})

test('a wall to look at leaves the board’s document as it is when it goes', () => {
  const { me, walls, writer } = withVersion()
  walls.present.dispose()
  const card = addCard(writer, { type: 'note', text: 'After' })
  expect(me.card(card).text).toBe('After')
  me.press('mod+z')
  expect(me.cards.some(({ id }) => id === card)).toBe(false)
})

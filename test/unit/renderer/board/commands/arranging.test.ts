import { beforeEach, expect, test } from 'vitest'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import type { CommandId } from '../../../../../renderer/board/commands/command'
import { commandWith } from '../../../../../renderer/board/commands/commands'
import { Driver } from '../../../../driver'
import { MemoryRoom } from '../../../../support/memoryReplica'

let room: MemoryRoom
let me: Driver
beforeEach(() => {
  room = new MemoryRoom()
  me = new Driver(room, 1)
})

const note = (x: number, y: number, values: { theme?: string; tint?: 'rose' | 'sky' } = {}) =>
  addCard(me.session.writer, { type: 'note', text: 'words', pos: [x, y], size: [200, 120, 0], ...values })
const ask = (id: CommandId) => {
  const command = commandWith(id)
  const isPossible = command?.isPossible(me.session) ?? false
  if (isPossible) command?.run(me.session)
  return isPossible
}
const order = () => me.session.scene.all().map(({ id }) => id)

test('aligning is one step to undo and needs two things', () => {
  const [a, b, c] = [note(0, 0), note(40, 200), note(-30, 400)]
  me.session.selection.set([a])
  expect(ask('alignLeft')).toBe(false)
  me.session.selection.set([a, b, c])
  expect(ask('alignLeft')).toBe(true)
  expect([a, b, c].map((id) => me.card(id).pos[0])).toEqual([-30, -30, -30])
  me.press('mod+z')
  expect([a, b, c].map((id) => me.card(id).pos[0])).toEqual([0, 40, -30])
})

test('a locked card stays and the others come to it', () => {
  const [a, b] = [note(0, 0), note(70, 200)]
  lockCards(me.session.writer, [b], true)
  me.session.selection.set([a, b])
  ask('alignLeft')
  expect(me.card(a).pos[0]).toBe(70)
  expect(me.card(b).pos[0]).toBe(70)
  expect(ask('tidy')).toBe(false)
})

test('a theme is aligned with all of its cards', () => {
  const [a, b, c] = [note(0, 0), note(300, 0), note(900, 500)]
  const theme = makeTheme(me.session.writer, [a, b], 'What people need')
  me.session.selection.set([theme, a, c])
  ask('alignBottom')
  const bottom = (id: string) => {
    const { y, height } = me.session.scene.get(id)?.place ?? { y: 0, height: 0 }
    return y + height
  }
  expect(bottom(theme)).toBe(620)
  expect(me.card(b).pos[0] - me.card(a).pos[0]).toBe(216)
  expect(me.card(b).pos[1]).toBe(me.card(a).pos[1])
})

test('a group is one thing to whoever aligns it, and its cards are several inside it', () => {
  const [a, b, c] = [note(0, 0), note(300, 60), note(900, 500)]
  me.session.selection.set([a, b])
  ask('group')
  me.session.selection.set([a, b, c])
  ask('alignTop')
  expect([a, b, c].map((id) => me.card(id).pos[1])).toEqual([0, 60, 0])
  me.session.selection.set([a, b])
  ask('alignTop')
  expect([a, b].map((id) => me.card(id).pos[1])).toEqual([0, 0])
})

test('equal gaps, and a grid', () => {
  const ids = [note(0, 0), note(210, 10), note(800, 0)]
  me.session.selection.set(ids)
  expect(ask('distributeAcross')).toBe(true)
  expect(ids.map((id) => me.card(id).pos[0])).toEqual([0, 400, 800])
  expect(ask('tidy')).toBe(true)
  expect(ids.map((id) => me.card(id).pos)).toEqual([
    [0, 0],
    [224, 0],
    [448, 0],
  ])
})

test('cards come forward and go back past the next one that they touch', () => {
  const [a, b, far, c] = [note(0, 0), note(20, 20), note(2000, 0), note(40, 40)]
  me.session.selection.set([a])
  me.press('mod+]')
  expect(order()).toEqual([b, a, far, c])
  me.press('mod+]')
  expect(order()).toEqual([b, far, c, a])
  me.press('mod+[')
  expect(order()).toEqual([b, far, a, c])
  me.press('mod+shift+[')
  expect(order()).toEqual([a, b, far, c])
  me.press('mod+shift+]')
  expect(order()).toEqual([b, far, c, a])
  me.press('mod+z').press('mod+z').press('mod+z')
  expect(order()).toEqual([b, far, c, a])
})

test('several cards keep their order among themselves', () => {
  const [a, b, c] = [note(0, 0), note(20, 20), note(40, 40)]
  me.session.selection.set([b, a])
  ask('bringToFront')
  expect(order()).toEqual([c, a, b])
  ask('sendToBack')
  expect(order()).toEqual([a, b, c])
})

test('a click on a card of a group selects all of it, a double click goes in', () => {
  const [a, b, c] = [note(-500, -200), note(-200, -200), note(300, 200)]
  me.session.selection.set([a, b])
  me.press('mod+g')
  me.session.selection.clear()
  expect(me.click(400, 310).selected.sort()).toEqual([a, b].sort())
  me.doubleClick(400, 310)
  expect(me.selected).toEqual([a])
  expect(me.session.editing.get()).toBeNull()
  expect(me.click(700, 310).selected).toEqual([b])
  me.doubleClick(700, 310)
  expect(me.session.editing.get()).toBe(b)
  me.press('Escape')
  expect(me.click(1200, 710).selected).toEqual([c])
  expect(me.click(700, 310, { shift: true }).selected.sort()).toEqual([a, b, c].sort())
  me.press('mod+shift+g')
  expect(me.click(400, 310).selected).toEqual([a])
})

test('copies of a group are a group of their own', () => {
  const [a, b] = [note(0, 0), note(300, 0)]
  me.session.selection.set([a, b])
  me.press('mod+g').press('mod+d')
  const groups = me.selected.map((id) => me.card(id).group)
  expect(groups[0]).toBe(groups[1])
  expect(groups[0]).not.toBe(me.card(a).group)
})

test('a locked card is neither moved, resized, written in nor deleted, until it is unlocked', () => {
  const a = note(-100, -60)
  const before = () => me.card(a)
  me.click(800, 450).press('mod+shift+L')
  const locked = before()
  expect(locked.locked).toBe(true)
  me.down(800, 450).move(60, 60).up()
  me.click(800, 450)
  expect(me.selected).toEqual([a])
  me.press('ArrowLeft').press('Delete').press('Enter').doubleClick(800, 450)
  me.down(900, 510).move(60, 60).up()
  expect(before()).toBe(locked)
  expect(me.cards).toHaveLength(1)
  expect(me.session.editing.get()).toBeNull()
  me.click(800, 450).press('mod+alt+L').press('Delete')
  expect(me.cards).toHaveLength(0)
})

test('boxes and select-all pass over what is locked, and a drag on it draws a box', () => {
  const [a, b] = [note(-600, -300), note(-300, -300)]
  lockCards(me.session.writer, [a], true)
  expect(me.press('mod+a').selected).toEqual([b])
  me.press('Escape')
  me.down(150, 100).moveTo(1500, 800)
  expect(me.selected).toEqual([b])
  me.up()
  me.press('Escape')
  me.down(250, 200).move(50, 50)
  expect(me.session.preview.band.get()).not.toBeNull()
  me.up()
})

test('a locked card stays when its theme moves', () => {
  const [a, b] = [note(-600, -300), note(-300, -300)]
  const theme = makeTheme(me.session.writer, [a, b], 'What people need')
  lockCards(me.session.writer, [a], true)
  me.session.selection.set([theme])
  me.press('ArrowRight')
  expect(me.card(a).pos[0]).toBe(-600)
  expect(me.card(b).pos[0]).toBe(-380)
})

test('cards of the same colour or author are selected, and all the others', () => {
  const rose = [note(0, 0, { tint: 'rose' }), note(300, 0, { tint: 'rose' })]
  const sky = note(600, 0, { tint: 'sky' })
  const you = new Driver(room, 2)
  room.deliver()
  const theirs = addCard(you.session.writer, { type: 'note', text: 'words', tint: 'rose', pos: [900, 0] })
  room.deliver()
  me.session.selection.set(rose.slice(0, 1))
  ask('selectSameColour')
  expect(me.selected.sort()).toEqual([...rose, theirs].sort())
  me.session.selection.set([sky])
  ask('selectSameAuthor')
  expect(me.selected.sort()).toEqual([...rose, sky].sort())
  ask('selectOthers')
  expect(me.selected).toEqual([theirs])
  ask('selectNone')
  expect(me.selected).toEqual([])
})

test('whoever only looks arranges nothing', () => {
  const ids = [note(0, 0), note(40, 200), note(-30, 400)]
  me.session.selection.set(ids)
  const info = me.replica.me.get()
  if (info) me.replica.me.set({ ...info, role: 'observer' })
  const asked: CommandId[] = [
    'alignLeft',
    'distributeAcross',
    'tidy',
    'bringToFront',
    'group',
    'lock',
    'unlock',
  ]
  for (const id of asked) expect(ask(id)).toBe(false)
})

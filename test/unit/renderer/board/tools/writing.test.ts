import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { addStoryboard, captionFrame, framesOf } from '#shared/board/actions/prototypes'
import { describeBoard } from '#shared/board/actions/report'
import { decodeInk } from '#shared/cards/ink'
import { Driver } from '../../../../driver'

test('typing on the wall makes a card under the pointer that accepts the rest of the words', () => {
  const me = new Driver()
  me.moveTo(400, 200).type('Quiet room')
  const [card] = me.cards
  expect(card?.text).toBe('Quiet room')
  expect(card?.type).toBe('insight')
  expect(card?.pos).toEqual([-520, -330])
  expect(me.session.editing.get()).toBe(card?.id)
  me.press('Escape')
  expect(me.session.editing.get()).toBeNull()
  expect(me.cards).toHaveLength(1)
})

test('in the ideas stage a new card is an idea', () => {
  const me = new Driver()
  describeBoard(me.session.writer, { stage: 'ideas' })
  expect(me.type('A bench').cards[0]?.type).toBe('idea')
})

test('a new card that stays empty goes away without a trace to undo', () => {
  const me = new Driver()
  const depth = me.session.undo.depth()
  me.doubleClick(500, 500)
  expect(me.cards).toHaveLength(1)
  me.press('Escape')
  expect(me.cards).toHaveLength(0)
  expect(me.session.undo.depth()).toBe(depth)
  expect(me.session.undo.state.get().canRedo).toBe(false)
})

test('a click away ends the writing and keeps what was written', () => {
  const me = new Driver()
  me.doubleClick(500, 500).type('kept').click(1500, 100)
  expect(me.session.editing.get()).toBeNull()
  expect(me.cards.map(({ text }) => text)).toEqual(['kept'])
})

test('enter and a double click write in the card; delete takes it away in one step', () => {
  const me = new Driver()
  const id = addCard(me.session.writer, { type: 'note', text: 'a', pos: [-100, -60], size: [200, 120, 0] })
  me.click(800, 450).press('Enter')
  expect(me.session.editing.get()).toBe(id)
  me.press('Escape').doubleClick(800, 450)
  expect(me.session.editing.get()).toBe(id)
  me.press('Escape').press('Delete')
  expect(me.cards).toHaveLength(0)
  expect(me.session.selection.ids.get().size).toBe(0)
  me.press('mod+z')
  expect(me.cards).toHaveLength(1)
})

test('keys do nothing to cards while words are being written', () => {
  const me = new Driver()
  me.doubleClick(500, 500).type('ab').press('Backspace').press('Delete').press('ArrowLeft')
  expect(me.cards.map(({ text }) => text)).toEqual(['ab'])
})

test('arrows nudge, ten times as far with shift, and without a selection find a card', () => {
  const me = new Driver()
  const id = addCard(me.session.writer, { type: 'note', text: 'a', pos: [0, 0] })
  me.press('ArrowRight')
  expect(me.selected).toEqual([id])
  me.press('ArrowRight').press('shift+ArrowDown')
  expect(me.card(id).pos).toEqual([4, 40])
})

test('ctrl+A selects all, ctrl+D copies beside, and undo takes the copies away', () => {
  const me = new Driver()
  const a = addCard(me.session.writer, { type: 'note', text: 'a', pos: [0, 0] })
  const b = addCard(me.session.writer, { type: 'note', text: 'b', pos: [300, 0] })
  me.press('mod+a')
  expect(me.selected.sort()).toEqual([a, b].sort())
  me.press('mod+d')
  expect(me.cards).toHaveLength(4)
  expect(me.selected).toHaveLength(2)
  me.press('mod+z')
  expect(me.cards).toHaveLength(2)
})

test('the card tool places one card and goes back to selecting', () => {
  const me = new Driver()
  me.session.tools.choose('card')
  me.click(800, 450)
  expect(me.cards).toHaveLength(1)
  expect(me.session.tools.current.get()).toBe('select')
})

test('space and the middle button move the wall in every tool, and the wheel pans or zooms', () => {
  const me = new Driver()
  const { view } = me.session.camera
  me.press(' ').down(100, 100).move(50, 0).up().release(' ')
  expect(view.get().x).toBe(-50)
  me.down(100, 100, { button: 1 }).move(0, 50).up()
  expect(view.get().y).toBe(-50)
  me.wheel(800, 450, 10, 20)
  expect(view.get()).toEqual({ x: -40, y: -30, zoom: 1 })
  me.wheel(800, 450, 0, -50, { mod: true })
  expect(view.get().zoom).toBeCloseTo(1.35, 2)
  expect(me.selected).toEqual([])
})

test('control with plus, minus and zero zoom, and so does shift+1', () => {
  const me = new Driver()
  const { view } = me.session.camera
  me.press('mod++')
  expect(view.get().zoom).toBe(1.25)
  me.press('mod+-').press('mod+-').press('mod+0')
  expect(view.get().zoom).toBe(1)
  addCard(me.session.writer, { type: 'note', text: 'far', pos: [9000, 9000] })
  addCard(me.session.writer, { type: 'note', text: 'near', pos: [0, 0] })
  me.press('shift+1')
  expect(view.get().zoom).toBeLessThan(0.2)
})

test('a card may begin with a number or a dash', () => {
  const me = new Driver()
  me.press('0').type('0800')
  expect(me.cards.map(({ text }) => text)).toEqual(['0800'])
  expect(me.session.camera.view.get().zoom).toBe(1)
})

test('undo is where it is on the keyboard, whatever that key writes', () => {
  const me = new Driver()
  addCard(me.session.writer, { type: 'note', text: 'one' })
  me.send({ kind: 'keyDown', key: 'ئ', code: 'KeyZ', shift: false, mod: true, alt: false })
  expect(me.cards).toEqual([])
})

test('a stroke on the bare wall becomes an ink card where it was drawn, in one step', () => {
  const me = new Driver()
  me.session.tools.choose('pen')
  me.down(800, 450, { device: 'pen', pressure: 0.8 }).move(50, 0).move(50, 40).up()
  const [card] = me.cards
  expect(card?.type).toBe('ink')
  expect(card?.ink && decodeInk(card.ink)).toHaveLength(3)
  expect(card?.pos[0]).toBeCloseTo(-3.5)
  me.press('mod+z')
  expect(me.cards).toHaveLength(0)
})

test('a stroke begun in a frame belongs to the frame, in frame units, even when it ends outside', () => {
  const me = new Driver()
  const board = addStoryboard(me.session.writer, { pos: [-700, -200] }, 2)
  const [frame] = framesOf(me.session.writer, board)
  me.session.camera.set({ x: 0, y: 0, zoom: 0.5 })
  me.session.tools.choose('pen')
  const [x, y] = me.session.camera.toScreen([-700 + 24 + 30, -200 + 68 + 20])
  me.down(x, y).move(10, 10).move(400, 0).up()
  const [stroke] = me.session.records.all('strokes')
  expect(stroke?.frame).toBe(frame?.id)
  expect(stroke?.ink && decodeInk(stroke.ink)[0]?.slice(0, 2)).toEqual([30, 20])
  expect(me.session.scene.get(board)?.details.frames[0]?.strokes).toHaveLength(1)
  expect(me.cards).toHaveLength(1)
})

test('escape drops a stroke', () => {
  const me = new Driver()
  me.session.tools.choose('pen')
  me.down(800, 450).move(50, 0).press('Escape').up()
  expect(me.cards).toHaveLength(0)
})

test('a double click on a caption writes the caption', () => {
  const me = new Driver()
  const board = addStoryboard(me.session.writer, { pos: [-700, -200] }, 1)
  const [frame] = framesOf(me.session.writer, board)
  if (!frame) throw new Error('the storyboard has a frame')
  captionFrame(me.session.writer, frame.id, 'Arriving')
  const [x, y] = me.session.camera.toScreen([-700 + 40, -200 + 68 + 200 + 30])
  me.doubleClick(x, y).type(' late')
  expect(framesOf(me.session.writer, board)[0]?.caption).toBe('Arriving late')
})

import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { addStoryboard } from '#shared/board/actions/prototypes'
import { inkWidth } from '#shared/cards/inkShape'
import type { Presence } from '#shared/sync/presence'
import { Driver } from '../../../../driver'

function drawn(me: Driver, tool: 'pen' | 'highlighter', y = 200) {
  me.session.tools.choose(tool)
  me.down(400, y).move(40, 0).move(40, 10).move(40, 0).up()
  me.session.tools.choose('select')
}

test('a pen draws in the colour and width that was chosen', () => {
  const me = new Driver()
  const { options } = me.session.tools
  options.set({ ...options.get(), pen: { tint: 'sky', nib: 'broad' } })
  drawn(me, 'pen')
  const [ink] = me.cards
  expect(ink).toMatchObject({ type: 'ink', pen: 'pen', tint: 'sky', nib: 'broad' })
  expect(ink?.size[1]).toBeGreaterThanOrEqual(inkWidth({ pen: 'pen', nib: 'broad' }))
})

test('a highlighter keeps its own colour, and others see what is being drawn', () => {
  const me = new Driver()
  const shown: Presence[] = []
  me.replica.onPresence = (presence) => shown.push(presence)
  me.session.tools.choose('highlighter')
  me.down(400, 200).move(40, 0)
  expect([...me.session.preview.lines.get().values()][0]).toMatchObject({ pen: 'highlighter', tint: 'lemon' })
  expect(shown.at(-1)?.strokes[0]).toMatchObject({ pen: 'highlighter', tint: 'lemon' })
  me.up()
  expect(me.cards[0]).toMatchObject({ pen: 'highlighter', tint: 'lemon' })
})

test('the eraser rubs out what it touches, all in one step to undo', () => {
  const me = new Driver()
  drawn(me, 'pen', 200)
  drawn(me, 'pen', 260)
  drawn(me, 'highlighter', 500)
  me.session.tools.choose('eraser')
  me.down(440, 150).move(0, 60).move(0, 80)
  expect(me.cards).toHaveLength(3)
  expect([...me.session.preview.lifts.get().values()][0]?.drawables).toHaveLength(2)
  me.up()
  expect(me.cards).toHaveLength(1)
  expect(me.session.preview.lifts.get().size).toBe(0)
  me.press('mod+z')
  expect(me.cards).toHaveLength(3)
})

test('a quick stroke of the eraser jumps over nothing', () => {
  const me = new Driver()
  drawn(me, 'pen')
  me.session.tools.choose('eraser')
  me.down(440, 100).move(0, 300).up()
  expect(me.cards).toHaveLength(0)
})

test('escape leaves everything as it was', () => {
  const me = new Driver()
  drawn(me, 'pen')
  me.session.tools.choose('eraser')
  me.down(440, 150).move(0, 100).press('Escape').up()
  expect(me.cards).toHaveLength(1)
  expect(me.session.preview.lifts.get().size).toBe(0)
})

test('the eraser leaves cards that are no ink, and ink that is locked', () => {
  const me = new Driver()
  drawn(me, 'pen')
  const [ink] = me.cards
  me.session.writer.doc.transact(() => {
    addCard(me.session.writer, { type: 'note', text: 'Stay', pos: [-400, -260], size: [240, 160, 0] })
    addCard(me.session.writer, { ...ink, type: 'ink', locked: true })
  })
  me.session.tools.choose('eraser')
  me.down(440, 150).move(0, 100).up()
  expect(me.cards.filter(({ locked }) => locked).map(({ type }) => type)).toEqual(['ink'])
  expect(me.cards.filter(({ locked }) => !locked).map(({ type }) => type)).toEqual(['note'])
})

test('the eraser rubs out strokes in a frame, and shows before which ones go', () => {
  const me = new Driver()
  const board = addStoryboard(me.session.writer, { pos: [-400, -300] }, 1)
  me.session.tools.choose('pen')
  me.down(500, 300).move(60, 0).up()
  me.down(500, 350).move(60, 0).up()
  const strokes = () => me.session.scene.get(board)?.details.frames[0]?.strokes ?? []
  expect(strokes()).toHaveLength(2)
  me.session.tools.choose('eraser')
  me.down(530, 290).move(0, 20)
  const [lift] = me.session.preview.lifts.get().values()
  expect(lift?.drawables[0]?.details.frames[0]?.strokes.map(({ tint }) => tint).sort()).toEqual([
    'faded',
    'white',
  ])
  me.up()
  expect(strokes()).toHaveLength(1)
  me.press('mod+z')
  expect(strokes()).toHaveLength(2)
})

test('the other end of a pen rubs out whatever tool is chosen', () => {
  const me = new Driver()
  drawn(me, 'pen')
  me.session.tools.choose('pen')
  me.down(440, 150, { device: 'pen', button: 5 }).move(0, 100).up()
  expect(me.cards).toHaveLength(0)
})

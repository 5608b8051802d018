import { expect, test } from 'vitest'
import { addCard, deleteCards, putBackCards, raiseCards } from '#shared/board/actions/cards'
import { makeTheme } from '#shared/board/actions/themes'
import { stampCards } from '../../../../../renderer/board/tools/stamp'
import { Driver } from '../../../../driver'

function withNote(me: Driver, x = 0, y = 0): string {
  return addCard(me.session.writer, { type: 'note', text: 'A bench', pos: [x, y], size: [240, 160, 0] })
}

/** Stamps at a screen point and returns the stamp. */
function stampAt(me: Driver, x: number, y: number) {
  me.session.tools.choose('stamp')
  me.click(x, y)
  me.session.tools.choose('select')
  const stamp = me.cards.find(({ type, pos }) => type === 'stamp' && pos[0] + 28 === x - 800)
  if (!stamp) throw new Error('no stamp was put down')
  return stamp
}

test('a stamp is put down where the pointer is, and the tool stays for the next', () => {
  const me = new Driver()
  me.session.tools.choose('stamp')
  me.session.tools.options.set({ ...me.session.tools.options.get(), stamp: 'tick' })
  me.click(800, 450).click(900, 450)
  expect(me.cards.map(({ type, sign, pos }) => [type, sign, pos])).toEqual([
    ['stamp', 'tick', [-28, -28]],
    ['stamp', 'tick', [72, -28]],
  ])
  expect(me.session.tools.current.get()).toBe('stamp')
  me.press('mod+z')
  expect(me.cards).toHaveLength(1)
})

test('a stamp on a card moves with it, by mouse and by key, also when the card is in a theme', () => {
  const me = new Driver()
  const note = withNote(me)
  const { id } = stampAt(me, 900, 500)
  me.down(830, 470).move(50, 0).move(50, 0).up()
  expect(me.card(note).pos).toEqual([100, 0])
  expect(me.card(id).pos).toEqual([172, 22])
  me.press('ArrowRight')
  expect(me.card(id).pos).toEqual([176, 22])
  const theme = makeTheme(me.session.writer, [note], 'Seats')
  const { place } = me.session.scene.get(theme) ?? { place: { x: 0, y: 0 } }
  me.down(800 + place.x + 40, 450 + place.y + 20)
    .move(0, 40)
    .move(0, 60)
    .up()
  expect(me.card(note).pos[1]).toBe(100)
  expect(me.card(id).pos[1]).toBe(122)
})

test('a stamp dragged to another card sticks there, and on the wall it is free', () => {
  const me = new Driver()
  const first = withNote(me)
  const second = withNote(me, 400, 0)
  const { id } = stampAt(me, 900, 500)
  expect(me.card(id).theme).toBe(first)
  me.down(900, 500).move(200, 0).move(200, 0).up()
  expect(me.card(id).theme).toBe(second)
  me.down(1300, 500).move(0, 150).move(0, 150).up()
  expect(me.card(id).theme).toBeNull()
})

test('a stamp stays visible when its card is raised, and hidden when another card lies over both', () => {
  const me = new Driver()
  const note = withNote(me)
  const { id } = stampAt(me, 900, 500)
  const order = () => me.session.scene.all().map((each) => each.id)
  raiseCards(me.session.writer, [note])
  expect(order()).toEqual([note, id])
  const over = withNote(me, 20, 20)
  expect(order()).toEqual([note, id, over])
  raiseCards(me.session.writer, [note])
  expect(order()).toEqual([over, note, id])
})

test('a stamp goes with its card, and one undo brings both back', () => {
  const me = new Driver()
  const note = withNote(me)
  stampAt(me, 900, 500)
  me.session.undo.mark()
  deleteCards(me.session.writer, [note])
  expect(me.cards).toHaveLength(0)
  me.press('mod+z')
  expect(me.cards).toHaveLength(2)
})

test('by keyboard, a stamp is put on each chosen card beside those that are there', () => {
  const me = new Driver()
  const note = withNote(me)
  stampCards(me.session, [note], 'heart')
  stampCards(me.session, [note], 'star')
  const [first, second] = me.cards.filter(({ type }) => type === 'stamp')
  expect([first?.theme, second?.theme]).toEqual([note, note])
  expect(first?.pos[0]).toBeGreaterThan(second?.pos[0] ?? 0)
})

test('a card that is put back has its stamps again, but for those that were thrown away before', () => {
  const me = new Driver()
  const note = withNote(me)
  const { id: kept } = stampAt(me, 900, 500)
  const { id: thrown } = stampAt(me, 960, 500)
  deleteCards(me.session.writer, [thrown])
  deleteCards(me.session.writer, [note])
  expect(me.cards).toEqual([])
  putBackCards(me.session.writer, [note])
  expect(me.cards.map(({ id }) => id)).toEqual([note, kept])
})

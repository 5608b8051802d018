import { beforeEach, expect, test } from 'vitest'
import { addCard, type NewCard } from '#shared/board/actions/cards'
import { Driver } from '../../../../driver'

let me: Driver
beforeEach(() => {
  me = new Driver()
})

const add = (values: Partial<NewCard> & Pick<NewCard, 'type'>) =>
  addCard(me.session.writer, { pos: [-100, -60], size: [200, 120, 0], ...values })
const angle = (id: string) => me.card(id).size[2]

test.each(['shape', 'text', 'image', 'note'])(
  'a %s turns by keys in steps of 15 degrees, as one step each',
  (type) => {
    const id = add({ type })
    me.session.selection.set([id])
    me.press('alt+]').press('alt+]')
    expect(angle(id)).toBe(30)
    me.press('alt+[')
    expect(angle(id)).toBe(15)
    me.press('mod+z')
    expect(angle(id)).toBe(30)
    expect(me.card(id).pos).toEqual([-100, -60])
  },
)

test('several cards turn about the middle of them all', () => {
  const ids = [
    add({ type: 'shape', pos: [-300, -50], size: [100, 100, 0] }),
    add({ type: 'text', pos: [200, -50], size: [100, 100, 0] }),
  ]
  me.session.selection.set(ids)
  for (let turn = 0; turn < 6; turn++) me.press('alt+]')
  expect(ids.map(angle)).toEqual([90, 90])
  expect(me.card(ids[0] ?? '').pos).toEqual([-50, -300])
  expect(me.card(ids[1] ?? '').pos).toEqual([-50, 200])
})

test('what is locked or does not turn stays as it is', () => {
  const frame = add({ type: 'frame' })
  const locked = add({ type: 'shape' })
  me.session.selection.set([locked])
  me.press('mod+shift+l').press('alt+]')
  me.session.selection.set([frame])
  me.press('alt+]')
  expect([frame, locked].map(angle)).toEqual([0, 0])
})

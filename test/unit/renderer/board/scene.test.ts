import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { Driver } from '../../../driver'

test('what did not change keeps its drawable, so that layouts stay cached', () => {
  const me = new Driver()
  const a = addCard(me.session.writer, { type: 'note', text: 'a', pos: [0, 0] })
  const before = me.session.scene.get(a)
  addCard(me.session.writer, { type: 'note', text: 'b', pos: [300, 0] })
  expect(me.session.scene.get(a)).toBe(before)
})

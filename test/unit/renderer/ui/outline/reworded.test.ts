import { expect, test } from 'vitest'
import { addCard, writeCard } from '#shared/board/actions/cards'
import { joinTheme } from '#shared/board/actions/themes'
import { buildOutline, outlineRows, stepFrom } from '../../../../../renderer/ui/outline/outlineOrder'
import { reworded } from '../../../../../renderer/ui/outline/reworded'
import { Driver } from '../../../../driver'

function outline() {
  const me = new Driver()
  const theme = addCard(me.session.writer, { type: 'theme', text: 'Waiting' })
  const [a, b, c] = ['ramp', 'door', 'bell'].map((text) => addCard(me.session.writer, { type: 'note', text }))
  if (!a || !b || !c) throw new Error('there are three cards')
  joinTheme(me.session.writer, [b], theme)
  const before = me.cards
  const rows = outlineRows(buildOutline(before), new Set())
  return { me, a, b, c, theme, rows, after: () => reworded(rows, before, me.cards) }
}

test('a letter in a card changes the row of that card and no other', () => {
  const { me, a, rows, after } = outline()
  writeCard(me.session.writer, a, 'ramps')
  const next = after()
  expect(next?.filter((row, at) => row !== rows[at]).map(({ key }) => key)).toEqual([a])
  const built = outlineRows(buildOutline(me.cards), new Set())
  for (const [at, row] of built.entries()) {
    const mine = next?.[at]
    if (!mine) throw new Error('as many rows')
    for (const direction of [-1, 1] as const)
      expect(stepFrom(mine, direction)).toEqual(stepFrom(row, direction))
  }
})

test('whatever moves a row, or renames a group, needs a new outline', () => {
  const { me, a, theme, after } = outline()
  writeCard(me.session.writer, theme, 'Waiting rooms')
  expect(after()).toBeUndefined()
  joinTheme(me.session.writer, [a], theme)
  expect(after()).toBeUndefined()
  addCard(me.session.writer, { type: 'note', text: 'new' })
  expect(after()).toBeUndefined()
})

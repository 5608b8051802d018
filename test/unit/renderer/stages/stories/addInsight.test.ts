import { expect, test } from 'vitest'
import { addStory } from '#shared/board/actions/stories'
import { addInsightFrom } from '../../../../../renderer/stages/stories/addInsight'
import { Driver } from '../../../../driver'

function withStory() {
  const me = new Driver()
  const { writer } = me.session
  const story = addStory(writer, { title: 'A door', paragraphs: [{ heading: 0, text: 'Push the door.' }] })
  return { me, story }
}

test('a passage and the card that quotes it are undone in one step', () => {
  const { me, story } = withStory()
  const depth = me.session.undo.depth()
  const card = addInsightFrom(me.session, story, 'text', { start: 0, end: 8 })
  expect(me.cards.map(({ id }) => id)).toEqual([card])
  expect(me.session.records.all('highlights')).toHaveLength(1)
  expect(me.session.selection.ids.get()).toEqual(new Set([card]))
  expect(me.session.undo.depth()).toBe(depth + 1)
  me.session.undo.undo()
  expect(me.cards).toHaveLength(0)
  expect(me.session.records.all('highlights')).toHaveLength(0)
})

test('a passage without words makes neither a highlight nor a card', () => {
  const { me, story } = withStory()
  expect(addInsightFrom(me.session, story, 'text', { start: 4, end: 5 })).toBeUndefined()
  expect(me.cards).toHaveLength(0)
})

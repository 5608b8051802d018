import { expect, test } from 'vitest'
import { addCard, deleteCards, explainCard, quoteOnCard } from '#shared/board/actions/cards'
import { addStory, highlightPassage } from '#shared/board/actions/stories'
import { partKey } from '#shared/cards/kind'
import { editedText } from '../../../../../renderer/board/tools/edit'
import { Driver } from '../../../../driver'

function withInsight(me: Driver): string {
  const id = addCard(me.session.writer, {
    type: 'insight',
    text: 'They wait',
    pos: [0, 0],
    size: [280, 220, 0],
  })
  quoteOnCard(me.session.writer, id, 'No one came')
  explainCard(me.session.writer, id, 'They leave')
  return id
}

test('a double click writes in the part of an insight that it meets', () => {
  const me = new Driver()
  const id = withInsight(me)
  me.doubleClick(850, 450 + 25)
    .type('!')
    .press('Escape')
  expect(me.card(id).quote).toBe('No one came!')
  me.doubleClick(850, 450 + 58)
    .type('!')
    .press('Escape')
  expect(me.card(id).text).toBe('They wait!')
  me.doubleClick(850, 450 + 78)
    .type('!')
    .press('Escape')
  expect(me.card(id).why).toBe('They leave!')
})

test('one undo takes back what was written in a part', () => {
  const me = new Driver()
  const id = withInsight(me)
  me.doubleClick(850, 450 + 25)
    .type(' at all')
    .press('Escape')
    .press('mod+z')
  expect(me.card(id).quote).toBe('No one came')
})

test('the quote of a story is read there, not rewritten on the card', () => {
  const me = new Driver()
  const { writer, focus, editing } = me.session
  const story = addStory(writer, {
    title: 'A visit',
    paragraphs: [{ heading: 0, text: 'No one came to the door.' }],
  })
  const highlight = highlightPassage(writer, story, 'text', 0, 11) ?? ''
  const id = withInsight(me)
  addCard(writer, { type: 'insight', highlight, pos: [400, 0], text: 'They wait' })
  me.doubleClick(1250, 450 + 25)
  expect(focus.get()).toEqual({ kind: 'story', story, highlight })
  expect(editing.get()).toBeNull()
  expect(me.card(id).quote).toBe('No one came')
})

test('what is typed after a peer took the card away is written nowhere', () => {
  const me = new Driver()
  const id = withInsight(me)
  me.doubleClick(850, 450 + 25)
  expect(me.session.editing.get()).toBe(partKey(id, 'quote'))
  deleteCards({ ...me.session.writer, origin: 'a peer' }, [id])
  expect(editedText(me.session)).toBeNull()
})

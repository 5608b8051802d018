import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { keepOutcome } from '#shared/board/actions/outcomes'
import { castVote } from '#shared/board/actions/votes'
import { readAll } from '#shared/board/records'
import { ideasByQuestion } from '../../../../../renderer/stages/ideas/ideasByQuestion'

test('ideas stand under their question, most votes first, and the rest come last', () => {
  const doc = new Y.Doc()
  const writer = { doc, person: 'me', origin: null, now: () => 1 }
  const question = addCard(writer, { type: 'howMightWe', text: 'How might we greet people?' })
  const chair = addCard(writer, { type: 'idea', text: 'A chair', from: ['gone', question] })
  const host = addCard(writer, { type: 'idea', text: 'A host', from: [question] })
  const other = addCard(writer, { type: 'idea', text: 'A sign' })
  castVote(writer, host, 'me')
  castVote(writer, host, 'you')
  castVote(writer, chair, 'me')
  const groups = ideasByQuestion(readAll(doc, 'cards'), readAll(doc, 'votes'), [])
  expect(groups.map((group) => [group.question?.id, group.ideas.map(({ card }) => card.id)])).toEqual([
    [question, [host, chair]],
    [undefined, [other]],
  ])
  expect(groups[0]?.ideas[0]?.voters).toHaveLength(2)

  keepOutcome(writer, { round: 'vote', question: '', cards: [chair], counts: [3], people: 2 })
  const after = ideasByQuestion(readAll(doc, 'cards'), readAll(doc, 'votes'), readAll(doc, 'outcomes'))
  expect(after[0]?.ideas.map(({ card, votes }) => [card.id, votes])).toEqual([
    [chair, 4],
    [host, 2],
  ])
})

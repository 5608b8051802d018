import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deleteOutcome, keepOutcome, putBackOutcome } from '#shared/board/actions/outcomes'
import { castVote } from '#shared/board/actions/votes'
import { countVotes, dotsOfVotes, placesOf } from '#shared/board/outcomes'
import { readAll, readSingleton, rootOf } from '#shared/board/records'

const VOTE = { round: 'vote', question: 'Which first?', people: 3 } as const

function board() {
  const doc = new Y.Doc()
  let clock = 1
  return { doc, writer: { doc, person: 'imran', origin: null, now: () => clock++ } }
}

test('a card has the dots of the newest vote that it was in, and votes given openly beside them', () => {
  const { doc, writer } = board()
  keepOutcome(writer, { ...VOTE, cards: ['bench', 'lamp'], counts: [5, 2] })
  const second = keepOutcome(writer, { ...VOTE, cards: ['bench', 'tree'], counts: [1, 0] })
  castVote(writer, 'bench', 'amina')
  const counts = () => Object.fromEntries(countVotes(readAll(doc, 'votes'), readAll(doc, 'outcomes')))
  expect(counts()).toEqual({ bench: 2, lamp: 2, tree: 0 })
  deleteOutcome(writer, second)
  expect(counts()).toEqual({ bench: 6, lamp: 2 })
  putBackOutcome(writer, second)
  expect(counts()).toEqual({ bench: 2, lamp: 2, tree: 0 })
})

test('an outcome is shown as soon as it is kept', () => {
  const { doc, writer } = board()
  const id = keepOutcome(writer, { ...VOTE, cards: ['bench'], counts: [5] })
  expect(readSingleton(doc, 'live').outcome).toBe(id)
})

test('equals share a place and are told as tied', () => {
  expect(placesOf({ cards: ['a', 'b', 'c', 'd'], counts: [4, 7, 4] })).toEqual([
    { card: 'b', dots: 7, place: 1, isTied: false },
    { card: 'a', dots: 4, place: 2, isTied: true },
    { card: 'c', dots: 4, place: 2, isTied: true },
    { card: 'd', dots: 0, place: 4, isTied: false },
  ])
})

test('how people feel is no vote, and whatever a peer stored takes no dots away', () => {
  const { doc, writer } = board()
  keepOutcome(writer, { round: 'energyAtStart', question: '', counts: [1, 2, 3, 4, 5], people: 15 })
  const id = keepOutcome(writer, { ...VOTE, cards: ['bench', 'lamp'], counts: [-3, 2] })
  const stored = rootOf(doc, 'outcomes').get(id) as Y.Map<unknown>
  stored.set('counts', ['many', Number.NaN])
  expect([...dotsOfVotes(readAll(doc, 'outcomes')).values()]).toEqual([0, 0])
})

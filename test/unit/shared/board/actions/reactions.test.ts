import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { reactionId, toggleReaction } from '#shared/board/actions/reactions'
import type { Writer } from '#shared/board/actions/writer'
import { readAll } from '#shared/board/records'

const writerOf = (doc: Y.Doc, person: string): Writer => ({ doc, person, origin: null, now: () => 1 })

test('each person gives each sign to a card once, and takes it back', () => {
  const doc = new Y.Doc()
  const [rana, tom] = [writerOf(doc, 'rana'), writerOf(doc, 'tom')]
  toggleReaction(rana, 'card', 'heart')
  toggleReaction(rana, 'card', 'star')
  toggleReaction(tom, 'card', 'heart')
  expect(readAll(doc, 'reactions').map(({ by, sign }) => `${by} ${sign}`)).toEqual([
    'rana heart',
    'rana star',
    'tom heart',
  ])
  toggleReaction(rana, 'card', 'heart')
  expect(readAll(doc, 'reactions').map(({ id }) => id)).not.toContain(reactionId('card', 'rana', 'heart'))
  toggleReaction(rana, 'card', 'heart')
  expect(readAll(doc, 'reactions')).toHaveLength(3)
})

test('the same answer from two devices of one person counts once', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  toggleReaction(writerOf(one, 'rana'), 'card', 'heart')
  toggleReaction(writerOf(two, 'rana'), 'card', 'heart')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  expect(readAll(one, 'reactions')).toHaveLength(1)
})

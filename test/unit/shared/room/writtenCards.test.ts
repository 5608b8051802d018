import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addWritten, changeWritten, readWritten, removeWritten } from '#shared/room/writtenCards'

test('cards are read in the order in which they were begun, without those that say nothing', () => {
  const doc = new Y.Doc()
  const second = addWritten(doc, ' second ', 2)
  addWritten(doc, 'first', 1)
  addWritten(doc, '  ', 3)
  expect(readWritten(doc).map(({ text }) => text)).toEqual(['first', 'second'])
  changeWritten(doc, second, 'the second')
  removeWritten(doc, ['nobody'])
  changeWritten(doc, 'nobody', 'nothing')
  expect(readWritten(doc).map(({ text }) => text)).toEqual(['first', 'the second'])
  removeWritten(doc, [second])
  expect(readWritten(doc)).toHaveLength(1)
})

test('whatever a client makes of the document, it can be read', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('text', 'array', 'map').map((kind) => ({ kind })),
  )
  const made = (of: unknown): unknown => {
    if (typeof of !== 'object' || of === null || !('kind' in of)) return of
    if (of.kind === 'text') return new Y.Text('words')
    return of.kind === 'array' ? new Y.Array() : new Y.Map([['text', new Y.Array()]])
  }
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), value)), fc.boolean(), (entries, isArray) => {
      const theirs = new Y.Doc()
      if (isArray) theirs.getArray('cards').push(entries.map(([, each]) => made(each)))
      else for (const [key, each] of entries) theirs.getMap('cards').set(key, made(each))
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
      for (const card of readWritten(doc)) expect(typeof card.text).toBe('string')
    }),
  )
})

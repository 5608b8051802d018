import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seatPeople, seatPerson, showTables } from '#shared/board/actions/seating'
import type { Writer } from '#shared/board/actions/writer'
import { readSingleton, rootOf } from '#shared/board/records'

const writerOf = (doc: Y.Doc): Writer => ({ doc, person: 'imran', origin: null, now: () => 1 })
const tablesOf = (doc: Y.Doc) => readSingleton(doc, 'seating').tables

test('a person moves to another table, to none, and back', () => {
  const doc = new Y.Doc()
  const writer = writerOf(doc)
  seatPeople(writer, [['amina', 'ben'], ['chris']])
  seatPerson(writer, 'amina', 1)
  expect(tablesOf(doc)).toEqual([['ben'], ['chris', 'amina']])
  seatPerson(writer, 'amina', null)
  expect(tablesOf(doc)).toEqual([['ben'], ['chris']])
  seatPerson(writer, 'amina', 0)
  expect(tablesOf(doc)).toEqual([['ben', 'amina'], ['chris']])
})

test('moving to a table that is not there, or where one sits, changes nothing', () => {
  const doc = new Y.Doc()
  const writer = writerOf(doc)
  seatPeople(writer, [['amina', 'ben'], ['chris']])
  seatPerson(writer, 'amina', 2)
  seatPerson(writer, 'amina', 0)
  expect(tablesOf(doc)).toEqual([['amina', 'ben'], ['chris']])
})

test('two who move somebody at once leave nobody at two tables', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  seatPeople(writerOf(one), [['amina', 'ben'], ['chris'], []])
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  seatPerson(writerOf(one), 'amina', 1)
  seatPerson(writerOf(two), 'amina', 2)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  expect(tablesOf(one)).toEqual(tablesOf(two))
  expect(tablesOf(one).flat().sort()).toEqual(['amina', 'ben', 'chris'])
})

test('whatever a peer stored as tables reads as lists of words', () => {
  const doc = new Y.Doc()
  rootOf(doc, 'seating').set('tables', [['amina', 7], 'ben', null])
  expect(tablesOf(doc)).toEqual([['amina'], [], []])
  showTables(writerOf(doc), true)
  expect(readSingleton(doc, 'live').seating).toBe(true)
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, duplicateCards } from '#shared/board/actions/cards'
import { editText, formatText, writtenText } from '#shared/board/actions/cardText'
import { copyCards } from '#shared/board/actions/copyCards'
import { restoreBoard } from '#shared/board/actions/restore'
import type { Writer } from '#shared/board/actions/writer'
import { formatsOf, hasForm, PLAIN } from '#shared/board/formats'
import { readRecord } from '#shared/board/records'
import { copyOf } from '../../../../support/canonical'

function begin(text: string) {
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'amal', origin: null, now: () => 1 }
  const id = addCard(writer, { type: 'note', text })
  const written = { collection: 'cards', id } as const
  const words = () => readRecord(doc, 'cards', id)?.text
  const formats = (card = id) => formatsOf(writtenText(doc, { collection: 'cards', id: card }))
  return { doc, writer, id, written, words, formats }
}

test('letters are put in and taken out where they stand, all by the places before the change', () => {
  const { writer, written, words } = begin('the bench')
  editText(writer, written, [
    { start: 0, end: 3, words: 'a' },
    { start: 4, end: 4, words: 'red ' },
  ])
  expect(words()).toBe('a red bench')
})

test('a place outside of the words is taken as their end, and no letter is cut in two', () => {
  const { writer, written, words } = begin('door 🚪')
  editText(writer, written, [{ start: 6, end: 99, words: 'x' }])
  expect(words()).toBe('door x')
})

test('new letters are like the one before them unless they are given forms', () => {
  const { writer, written, formats } = begin('ramp')
  formatText(writer, written, [0, 4], 'bold', true)
  editText(writer, written, [{ start: 4, end: 4, words: 's' }])
  editText(writer, written, [{ start: 5, end: 5, words: '!', forms: ['italic'] }])
  expect(formats()).toEqual([
    { start: 0, end: 5, bold: true, italic: false },
    { start: 5, end: 6, bold: false, italic: true },
  ])
})

test('words that are plain again cost what plain words cost', () => {
  const { writer, written, formats } = begin('ramp')
  expect(formats()).toBe(PLAIN)
  formatText(writer, written, [1, 3], 'bold', true)
  formatText(writer, written, [0, 4], 'bold', false)
  expect(formats()).toBe(PLAIN)
})

test('a stretch has a form when all of its letters have, and a caret when the letter before it has', () => {
  const formats = [
    { start: 0, end: 4, bold: true, italic: false },
    { start: 4, end: 6, bold: true, italic: true },
  ]
  expect(hasForm(formats, 1, 6, 'bold')).toBe(true)
  expect(hasForm(formats, 3, 5, 'italic')).toBe(false)
  expect(hasForm(formats, 6, 6, 'italic')).toBe(true)
  expect(hasForm(formats, 4, 4, 'italic')).toBe(false)
  expect(hasForm(formats, 0, 0, 'bold')).toBe(false)
})

test('copies, copies out of a version and restored cards keep the forms of their letters', () => {
  const { doc, writer, id, written, formats } = begin('the red bench')
  formatText(writer, written, [4, 7], 'bold', true)
  const kept = copyOf(doc)
  const wanted = [{ start: 4, end: 7, bold: true, italic: false }]
  const [duplicate = ''] = duplicateCards(writer, [id], [9, 9])
  expect(formats(duplicate)).toEqual(wanted)
  formatText(writer, written, [0, 13], 'bold', false)
  const [copy = ''] = copyCards(writer, kept, [id], [0, 0])
  expect(formats(copy)).toEqual(wanted)
  restoreBoard(writer, kept)
  expect(formats()).toEqual(wanted)
})

test('two people who write at the same place lose no letter', () => {
  const { doc, written } = begin('ab')
  const other = copyOf(doc)
  const here: Writer = { doc, person: 'a', origin: null, now: () => 1 }
  const there: Writer = { doc: other, person: 'b', origin: null, now: () => 1 }
  editText(here, written, [{ start: 1, end: 1, words: 'XYZ' }])
  editText(there, written, [{ start: 1, end: 2, words: '123' }])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const words = readRecord(doc, 'cards', written.id)?.text ?? ''
  expect(readRecord(other, 'cards', written.id)?.text).toBe(words)
  expect([...words].sort().join('')).toBe('123XYZa')
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, writeCard } from '#shared/board/actions/cards'
import {
  addStory,
  highlightPassage,
  paragraphsOf,
  passageOf,
  rewritePassage,
} from '#shared/board/actions/stories'
import type { Writer } from '#shared/board/actions/writer'
import { readRecord, rootOf } from '#shared/board/records'

const writerOf = (doc: Y.Doc): Writer => ({ doc, person: 'someone', origin: null, now: () => 1 })

test('a value that does not fit reads as empty and stays in the document', () => {
  const doc = new Y.Doc()
  const id = addCard(writerOf(doc), { type: 'insight', text: 'kept' })
  const stored = rootOf(doc, 'cards').get(id) as Y.Map<unknown>
  stored.set('pos', 'nowhere')
  expect(readRecord(doc, 'cards', id)?.pos).toEqual([0, 0])
  expect(stored.get('pos')).toBe('nowhere')
})

test('rewriting a card touches only what differs and never cuts a surrogate pair', () => {
  const doc = new Y.Doc()
  const writer = writerOf(doc)
  const id = addCard(writer, { type: 'note', text: 'door 🚪 open' })
  writeCard(writer, id, 'door 🚲 open')
  expect(readRecord(doc, 'cards', id)?.text).toBe('door 🚲 open')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(readRecord(copy, 'cards', id)?.text).toBe('door 🚲 open')
})

test('a highlight stays on its words when the story is edited around and inside it', () => {
  const doc = new Y.Doc()
  const writer = writerOf(doc)
  const story = addStory(writer, {
    title: 'First visit',
    paragraphs: [
      { heading: 1, text: 'First visit' },
      { heading: 0, text: 'Nobody spoke to me at the desk.' },
    ],
  })
  const [, paragraph] = paragraphsOf(doc, story, 'text')
  if (!paragraph) throw new Error('the story has two paragraphs')
  const start = paragraph.start + 'Nobody '.length
  const id = highlightPassage(writer, story, 'text', start, start + 'spoke to me'.length)
  const quote = () => {
    const highlight = readRecord(doc, 'highlights', id ?? '')
    return highlight && passageOf(doc, highlight)?.quote
  }
  expect(quote()).toBe('spoke to me')
  rewritePassage(writer, story, 'text', 0, 'First visit'.length, 'My very first visit')
  expect(quote()).toBe('spoke to me')
  expect(paragraphsOf(doc, story, 'text')[0]?.heading).toBe(1)
  const now = paragraphsOf(doc, story, 'text')[1]
  if (!now) throw new Error('the paragraph is still there')
  rewritePassage(
    writer,
    story,
    'text',
    now.start,
    now.start + now.text.length,
    'Nobody ever spoke once to me at the desk.',
  )
  expect(quote()).toBe('spoke once to me')
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, moveCards, tintCards, writeCard } from '#shared/board/actions/cards'
import { copyCards } from '#shared/board/actions/copyCards'
import { putPerson } from '#shared/board/actions/people'
import { addStoryboard, addStroke, captionFrame, framesOf } from '#shared/board/actions/prototypes'
import { describeBoard, writeRootText } from '#shared/board/actions/report'
import { restoreBoard } from '#shared/board/actions/restore'
import { rehearse } from '#shared/board/actions/scripts'
import {
  addStory,
  deleteHighlights,
  highlightPassage,
  paragraphsOf,
  passageOf,
  rewritePassage,
} from '#shared/board/actions/stories'
import { makeTheme } from '#shared/board/actions/themes'
import type { Writer } from '#shared/board/actions/writer'
import { proseOf, readAll, readRecord, readSingleton, rootOf, rootText } from '#shared/board/records'
import { createUndo } from '../../../../renderer/board/undo'
import { canonical, copyOf, visible } from '../../../support/canonical'

const WORDS = 'Nobody asked us before the bench went.'

function board() {
  const doc = new Y.Doc()
  const origin = { of: 'test' }
  const writer: Writer = { doc, person: 'nadia', origin, now: () => 1_000 }
  const undo = createUndo(doc, origin)
  return { doc, writer, undo }
}

function withStory(writer: Writer) {
  const story = addStory(writer, {
    title: 'Mill Lane',
    paragraphs: [
      { heading: 1, text: 'The bench' },
      { heading: 0, text: `I sat there. ${WORDS} Now I stay in.` },
    ],
  })
  const at = proseOf(writer.doc, 'stories', story, 'text')?.toString().indexOf(WORDS) ?? -1
  const highlight = highlightPassage(writer, story, 'text', at, at + WORDS.length) ?? ''
  return { story, highlight }
}

const quoteOf = (doc: Y.Doc, id: string) => {
  const highlight = readRecord(doc, 'highlights', id)
  return highlight && passageOf(doc, highlight)?.quote
}

test('the wall is as it was: what was taken away comes back, what came since goes, what changed changes back', () => {
  const { doc, writer } = board()
  const kept = addCard(writer, { type: 'note', text: 'Stays', pos: [0, 0] })
  const gone = addCard(writer, { type: 'note', text: 'Comes back' })
  describeBoard(writer, { title: 'The lane' })
  writeRootText(writer, 'purpose', 'A quieter lane')
  const then = copyOf(doc)
  deleteCards(writer, [gone])
  moveCards(writer, [kept], [40, 0])
  tintCards(writer, [kept], 'rose')
  writeCard(writer, kept, 'Changed')
  const made = addCard(writer, { type: 'note', text: 'Came since' })
  describeBoard(writer, { title: 'Another lane' })
  writeRootText(writer, 'purpose', 'Something else')

  restoreBoard(writer, then)
  expect(visible(doc)).toEqual(visible(then))
  expect(readRecord(doc, 'cards', made)?.del).toBe(true)
  expect(readSingleton(doc, 'meta').title).toBe('The lane')
  expect(rootText(doc, 'purpose').toString()).toBe('A quieter lane')
})

test('what was removed for good since is stored again', () => {
  const { doc, writer } = board()
  const { story, highlight } = withStory(writer)
  const then = copyOf(doc)
  rootOf(doc, 'stories').delete(story)
  rootOf(doc, 'highlights').delete(highlight)
  restoreBoard(writer, then)
  expect(visible(doc)).toEqual(visible(then))
  expect(quoteOf(doc, highlight)).toBe(WORDS)
})

test('where the room stands, what is rehearsed and who is in the room stay as they are', () => {
  const { doc, writer } = board()
  putPerson(writer, 'nadia', { name: 'Nadia' })
  describeBoard(writer, { stage: 'stories' })
  const then = copyOf(doc)
  putPerson(writer, 'tom', { name: 'Tom' })
  putPerson(writer, 'nadia', { name: 'Nadia M.' })
  describeBoard(writer, { stage: 'ideas' })
  rehearse(writer, { script: 's', line: 'l' })
  restoreBoard(writer, then)
  expect(readSingleton(doc, 'meta').stage).toBe('ideas')
  expect(readSingleton(doc, 'live').line).toBe('l')
  expect(
    readAll(doc, 'people')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Nadia M.', 'Tom'])
})

test('only what differs is written', () => {
  const { doc, writer } = board()
  for (let at = 0; at < 50; at++) addCard(writer, { type: 'note', text: `Card ${at}` })
  withStory(writer)
  const then = copyOf(doc)
  let size = 0
  doc.on('update', (update: Uint8Array) => {
    size += update.length
  })
  restoreBoard(writer, then)
  expect(size).toBe(0)
  const [first] = readAll(doc, 'cards')
  moveCards(writer, [first?.id ?? ''], [7, 7])
  const moved = size
  restoreBoard(writer, then)
  expect(size - moved).toBeLessThan(2 * moved)
})

test('a story rewritten from end to end gets its words, headings and highlights back', () => {
  const { doc, writer } = board()
  const { story, highlight } = withStory(writer)
  const then = copyOf(doc)
  const length = proseOf(doc, 'stories', story, 'text')?.length ?? 0
  rewritePassage(writer, story, 'text', 0, length, 'Something altogether different')
  expect(quoteOf(doc, highlight)).toBeUndefined()
  restoreBoard(writer, then)
  expect(quoteOf(doc, highlight)).toBe(WORDS)
  expect(paragraphsOf(doc, story, 'text')).toEqual(paragraphsOf(then, story, 'text'))
})

test('a heading that lost its rank gets it back, and running text that became one is running text again', () => {
  const { doc, writer } = board()
  const { story } = withStory(writer)
  const then = copyOf(doc)
  const text = proseOf(doc, 'stories', story, 'text')
  text?.format(0, 9, { heading: null })
  text?.format(12, 30, { heading: 2, note: 'newer' })
  expect(paragraphsOf(doc, story, 'text')).not.toEqual(paragraphsOf(then, story, 'text'))
  restoreBoard(writer, then)
  expect(proseOf(doc, 'stories', story, 'text')?.toDelta()).toEqual(
    proseOf(then, 'stories', story, 'text')?.toDelta(),
  )
})

test('undo puts everything back exactly, redo restores again, and a highlight keeps its words at every step for everybody', () => {
  const { doc, writer, undo } = board()
  const { story, highlight } = withStory(writer)
  const card = addCard(writer, { type: 'insight', text: 'Being asked matters', highlight })
  const guest = copyOf(doc)
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(guest, update))
  const then = copyOf(doc)
  const start = proseOf(doc, 'stories', story, 'text')?.toString().indexOf('I sat') ?? 0
  const CHANGED = 'They asked us after the bench went.'
  rewritePassage(writer, story, 'text', start, start + 13 + WORDS.length, CHANGED)
  deleteHighlights(writer, [highlight])
  const second = highlightPassage(writer, story, 'text', start, start + CHANGED.length) ?? ''
  moveCards(writer, [card], [9, 9])
  const before = visible(doc)

  undo.mark()
  restoreBoard(writer, then)
  const after = visible(doc)
  expect(after).toEqual(visible(then))
  for (let round = 0; round < 3; round++) {
    undo.undo()
    expect(visible(doc)).toEqual(before)
    expect(visible(guest)).toEqual(before)
    expect(visible(copyOf(doc))).toEqual(before)
    expect(quoteOf(guest, second)).toBe(CHANGED)
    undo.redo()
    expect(visible(doc)).toEqual(after)
    expect(visible(guest)).toEqual(after)
    expect(quoteOf(guest, highlight)).toBe(WORDS)
  }
})

test('words deleted and brought back by undo keep their highlight in every window and in the file', () => {
  const { doc, writer, undo } = board()
  const { story, highlight } = withStory(writer)
  const guest = copyOf(doc)
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(guest, update))
  undo.mark()
  rewritePassage(writer, story, 'text', 0, proseOf(doc, 'stories', story, 'text')?.length ?? 0, '')
  expect(quoteOf(guest, highlight)).toBeUndefined()
  undo.undo()
  expect(quoteOf(doc, highlight)).toBe(WORDS)
  expect(quoteOf(guest, highlight)).toBe(WORDS)
  expect(quoteOf(copyOf(doc), highlight)).toBe(WORDS)
  undo.redo()
  undo.undo()
  expect(quoteOf(guest, highlight)).toBe(WORDS)
})

test('what somebody does at the same moment, and afterwards, is not lost', () => {
  const { doc, writer } = board()
  const card = addCard(writer, { type: 'note', text: 'The bench' })
  const theirs = addCard(writer, { type: 'note', text: 'The lamp', pos: [0, 0] })
  const then = copyOf(doc)
  writeCard(writer, card, 'The bench is gone')
  const other = copyOf(doc)
  const guest: Writer = { doc: other, person: 'tom', origin: null, now: () => 2_000 }
  // Apart: neither knows of the other's doing.
  restoreBoard(writer, then)
  writeCard(guest, card, 'Look: The bench is gone')
  moveCards(guest, [theirs], [30, 0])
  const fresh = addCard(guest, { type: 'note', text: 'Just now' })
  const [a, b] = [Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(doc, b)
  Y.applyUpdate(other, a)
  expect(canonical(doc)).toBe(canonical(other))
  expect(readRecord(doc, 'cards', card)?.text).toBe('Look: The bench')
  expect(readRecord(doc, 'cards', theirs)?.pos).toEqual([30, 0])
  expect(readRecord(doc, 'cards', fresh)?.del).toBe(false)
  // A card that the restore took away still takes what is written in it, and comes back with it.
  tintCards(guest, [card], 'mint')
  expect(readRecord(other, 'cards', card)?.tint).toBe('mint')
})

test('copied cards bring frames, drawings and links, keep their author, and lie on top', () => {
  const { doc, writer } = board()
  const { highlight } = withStory(writer)
  const insight = addCard(writer, { type: 'insight', text: 'Being asked', highlight, pos: [10, 20] })
  const theme = makeTheme(writer, [insight], 'Asked or not')
  const idea = addCard(writer, { type: 'idea', text: 'A bench', from: [insight, theme] })
  const storyboard = addStoryboard(writer, { text: 'Building it', from: [idea] }, 2)
  const [frame] = framesOf(writer, storyboard)
  captionFrame(writer, frame?.id ?? '', 'They saw')
  addStroke(writer, frame?.id ?? '', Uint8Array.of(1, 2, 3))
  const then = copyOf(doc)
  deleteCards(writer, [insight, idea, storyboard])
  const there = addCard(writer, { type: 'note', text: 'On the wall' })

  const later: Writer = { ...writer, person: 'tom', now: () => 9_000 }
  const copies = copyCards(later, then, [idea, insight, storyboard, 'nobody', idea], [100, -5])
  expect(copies).toHaveLength(3)
  const cards = copies.map((id) => readRecord(doc, 'cards', id))
  const [one, two, three] = cards
  expect(cards.map((card) => card?.text)).toEqual(['Being asked', 'A bench', 'Building it'])
  expect(cards.map((card) => card?.made)).toEqual(Array(3).fill({ by: 'nadia', at: 1_000 }))
  expect(one?.pos).toEqual([110, 15])
  // The theme is still on the wall, but was not copied: the copy is in none.
  expect(one?.theme).toBeNull()
  expect(quoteOf(doc, one?.highlight ?? '')).toBe(WORDS)
  expect(two?.from).toEqual([one?.id, theme])
  expect(three?.from).toEqual([two?.id])
  expect(framesOf(writer, three?.id ?? '').map(({ caption }) => caption)).toEqual(['They saw', ''])
  const [copied] = framesOf(writer, three?.id ?? '')
  expect(readAll(doc, 'strokes').filter(({ frame: of }) => of === copied?.id)).toHaveLength(1)
  for (const card of cards) expect((card?.z ?? '') > (readRecord(doc, 'cards', there)?.z ?? '')).toBe(true)
  expect(new Set(cards.map((card) => card?.order)).size).toBe(3)
})

test('a card copied back to where it lay is in its theme again, while that is on the wall', () => {
  const { doc, writer } = board()
  const card = addCard(writer, { type: 'insight', text: 'Being asked' })
  const theme = makeTheme(writer, [card, addCard(writer, { type: 'insight' })], 'Asked or not')
  const then = copyOf(doc)
  deleteCards(writer, [card])
  const [back] = copyCards(writer, then, [card], [0, 0])
  expect(readRecord(doc, 'cards', back ?? '')?.theme).toBe(theme)
  deleteCards(writer, [theme])
  const [again] = copyCards(writer, then, [card], [0, 0])
  expect(readRecord(doc, 'cards', again ?? '')?.theme).toBeNull()
})

test('a theme copied with its cards holds the copies; a highlight the board no longer has is left', () => {
  const { doc, writer, undo } = board()
  const { highlight } = withStory(writer)
  const insight = addCard(writer, { type: 'insight', text: 'Being asked', highlight })
  const theme = makeTheme(writer, [insight], 'Asked or not')
  const then = copyOf(doc)
  rootOf(doc, 'highlights').delete(highlight)
  const before = canonical(doc)
  undo.mark()
  const copies = copyCards(writer, then, [theme, insight], [0, 0])
  const cards = copies.map((id) => readRecord(doc, 'cards', id))
  const copiedTheme = cards.find((card) => card?.type === 'theme')
  const copiedInsight = cards.find((card) => card?.type === 'insight')
  expect(copiedInsight?.theme).toBe(copiedTheme?.id)
  expect(copiedInsight?.highlight).toBeNull()
  undo.undo()
  expect(canonical(doc)).toBe(before)
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards, explainCard, writeCard } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { addFrame, addStoryboard, addStroke } from '#shared/board/actions/prototypes'
import { gonePlaces, isEmptyPlan, planPurge, purgeRecords } from '#shared/board/actions/purge'
import { addRecommendation } from '#shared/board/actions/report'
import { addLine, addScript } from '#shared/board/actions/scripts'
import { addStory, deleteStory, highlightPassage, rewritePassage } from '#shared/board/actions/stories'
import { makeTheme } from '#shared/board/actions/themes'
import { castVote } from '#shared/board/actions/votes'
import type { Writer } from '#shared/board/actions/writer'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { proseOf, readAll, readRecord, rootOf } from '#shared/board/records'
import { holdsWords } from '../../../../support/findWords'

const writing = (doc: Y.Doc, person: string, origin: unknown = person): Writer => ({
  doc,
  person,
  origin,
  now: () => 1,
})

/** A hub's document that follows the document of somebody who can undo. */
function hubBehind(doc: Y.Doc): Y.Doc {
  const hub = new Y.Doc()
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(hub, update))
  return hub
}

const purge = (doc: Y.Doc, order: PurgeOrder) => {
  const plan = planPurge(doc, order)
  purgeRecords(doc, plan)
  return plan
}

const encodingsOf = (doc: Y.Doc) => [Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdateV2(doc)]

function expectNowhere(doc: Y.Doc, words: readonly string[]): void {
  for (const word of words)
    expect(
      encodingsOf(doc).map((bytes) => holdsWords(bytes, word)),
      word,
    ).toEqual([false, false])
}

test('a person goes with everything they wrote, told and voted for; what others made stays', () => {
  const doc = new Y.Doc()
  const amal = writing(doc, 'amal')
  const ruth = writing(doc, 'ruth')
  putPerson(ruth, 'amal', { name: 'Amal Haddad', pseudonym: 'A mother of two' })
  putPerson(ruth, 'ruth', { name: 'Ruth' })
  const told = addStory(ruth, { title: 'Told', teller: 'amal', paragraphs: [{ heading: 0, text: 'mine' }] })
  const typed = addStory(amal, { title: 'Typed', teller: 'ruth', paragraphs: [{ heading: 0, text: 'hers' }] })
  const wrote = addStory(amal, { title: 'Wrote', paragraphs: [{ heading: 0, text: 'diary' }] })
  const mark = highlightPassage(amal, typed, 'text', 0, 4) ?? ''
  const hers = addCard(ruth, { type: 'insight', text: 'noticed', highlight: mark })
  const quoting = addCard(ruth, {
    type: 'insight',
    highlight: highlightPassage(ruth, told, 'text', 0, 4) ?? '',
    text: 'about her',
  })
  const note = addCard(amal, { type: 'note', text: 'ours' })
  const after = addCard(ruth, { type: 'idea', text: 'goes on', from: [note, quoting] })
  const theme = makeTheme(amal, [hers], 'in her words') ?? ''
  castVote(ruth, after, 'amal')
  castVote(amal, after, 'ruth')

  const plan = purge(doc, { kind: 'person', id: 'amal' })

  expect(readAll(doc, 'people').map(({ name }) => name)).toEqual(['Ruth'])
  expect(readAll(doc, 'stories').map(({ id }) => id)).toEqual([typed])
  expect(
    readAll(doc, 'cards')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([hers, after].sort())
  expect(readAll(doc, 'highlights').map(({ id }) => id)).toEqual([mark])
  expect(readAll(doc, 'votes').map(({ by }) => by)).toEqual(['ruth'])
  expect(readRecord(doc, 'cards', hers)?.theme).toBeNull()
  expect(gonePlaces(plan).map(({ id }) => id)).toEqual(
    expect.arrayContaining([told, wrote, note, theme, quoting]),
  )
  expect(isEmptyPlan(planPurge(doc, { kind: 'person', id: 'amal' }))).toBe(true)
})

test('a story goes with its translation, its highlights and the cards that quote it or came from it', () => {
  const doc = new Y.Doc()
  const ruth = writing(doc, 'ruth')
  putPerson(ruth, 'amal', { name: 'Amal' })
  const story = addStory(ruth, {
    title: 'The ramp',
    teller: 'amal',
    paragraphs: [{ heading: 0, text: 'the ramp is steep' }],
    translation: [{ heading: 0, text: 'المنحدر شديد' }],
  })
  const other = addStory(ruth, {
    title: 'Other',
    teller: 'amal',
    paragraphs: [{ heading: 0, text: 'stays' }],
  })
  const mark = highlightPassage(ruth, story, 'text', 0, 8) ?? ''
  const quoting = addCard(ruth, { type: 'insight', highlight: mark, text: 'steep' })
  const from = addCard(ruth, { type: 'insight', from: [story], text: 'also steep' })
  const idea = addCard(ruth, { type: 'idea', from: [quoting], text: 'a lift' })
  const wish = addRecommendation(ruth, { text: 'Build a lift', from: [quoting, idea] })

  purge(doc, { kind: 'story', id: story })

  expect(readAll(doc, 'stories').map(({ id }) => id)).toEqual([other])
  expect(readAll(doc, 'people').map(({ name }) => name)).toEqual(['Amal'])
  expect([quoting, from].map((id) => rootOf(doc, 'cards').has(id))).toEqual([false, false])
  expect([...rootOf(doc, 'highlights').keys()]).toEqual([])
  expect(readRecord(doc, 'cards', idea)?.text).toBe('a lift')
  expect(readRecord(doc, 'recommendations', wish)?.text).toBe('Build a lift')
  expectNowhere(doc, ['the ramp', 'المنحدر', 'also steep'])
})

test('a storyboard and a script that others worked in are emptied and stay around their work', () => {
  const doc = new Y.Doc()
  const amal = writing(doc, 'amal')
  const ruth = writing(doc, 'ruth')
  const shared = addStoryboard(amal, { pos: [0, 0], text: 'amals title' }, 2)
  const hers = addFrame(ruth, shared, 'ruths caption') ?? ''
  addFrame(ruth, shared, '')
  const drawnIn = readAll(doc, 'frames').find(({ made }) => made.by === 'amal')?.id ?? ''
  addStroke(ruth, drawnIn, Uint8Array.of(1, 2, 3))
  const alone = addStoryboard(amal, { pos: [0, 0], text: 'lonely title' }, 1)
  const empty = addFrame(ruth, alone, '') ?? ''
  const script = addScript(amal, { title: 'amals scene', scene: 'amals doing' })
  const line = addLine(ruth, script, { text: 'ruths line' })
  addLine(amal, script, { text: 'amals line' })

  const plan = purge(doc, { kind: 'person', id: 'amal' })

  expect(plan.emptied.get('cards')).toEqual([shared])
  expect(plan.emptied.get('scripts')).toEqual([script])
  expect(plan.emptied.get('frames')).toEqual([drawnIn])
  expect(readRecord(doc, 'cards', shared)).toMatchObject({ type: 'storyboard', text: '', made: { by: '' } })
  expect(readRecord(doc, 'frames', hers)?.caption).toBe('ruths caption')
  expect(readAll(doc, 'lines').map(({ id }) => id)).toEqual([line])
  expect([rootOf(doc, 'cards').has(alone), rootOf(doc, 'frames').has(empty)]).toEqual([false, false])
  expectNowhere(doc, ['amals title', 'lonely title', 'amals scene', 'amals doing', 'amals line'])
})

test('nothing of the words is left in the bytes: neither what stood there nor what was typed over, deleted or undone', () => {
  const doc = new Y.Doc()
  const hub = hubBehind(doc)
  const origin = { of: 'amal' }
  const amal = writing(doc, 'amal', origin)
  const undo = new Y.UndoManager(
    ['cards', 'stories', 'people'].map((name) => doc.getMap(name)),
    { trackedOrigins: new Set([origin]), captureTimeout: 0 },
  )
  putPerson(amal, 'amal', { name: 'Firstname', pseudonym: 'Maskname' })
  putPerson(amal, 'amal', { name: 'Secondname' })
  const card = addCard(amal, { type: 'note', text: 'standing words' })
  writeCard(amal, card, 'typedover then')
  writeCard(amal, card, 'now something else')
  explainCard(amal, card, 'whyfirst')
  explainCard(amal, card, 'whysecond')
  undo.undo()
  undo.redo()
  const story = addStory(amal, {
    title: 'Titleword',
    paragraphs: [{ heading: 1, text: 'Heading here. Storyword' }],
  })
  rewritePassage(amal, story, 'text', 0, 7, 'Rewritten')
  undo.undo()
  proseOf(doc, 'stories', story, 'text')?.insert(0, 'Undoneword ')
  undo.undo()
  undo.redo()
  const binned = addCard(amal, { type: 'note', text: 'binnedword' })
  deleteCards(amal, [binned])
  const undone = addCard(amal, { type: 'note', text: 'neverkept' })
  undo.undo()
  expect(rootOf(hub, 'cards').has(undone)).toBe(false)
  deleteStory(amal, story)
  const words = [
    'Secondname',
    'Maskname',
    'now something else',
    'whysecond',
    'Titleword',
    'Storyword',
    'binnedword',
  ]
  for (const word of words) expect(holdsWords(Y.encodeStateAsUpdate(hub), word), word).toBe(true)

  purge(hub, { kind: 'person', id: 'amal' })

  const before = [
    'Firstname',
    'standing',
    'typedover',
    'whyfirst',
    'Rewritten',
    'Undoneword',
    'neverkept',
    'Heading here',
  ]
  expectNowhere(hub, [...words, ...before])
})

test('records that went from one copy of the board are found by id in another, with what quotes them there', () => {
  const doc = new Y.Doc()
  const ruth = writing(doc, 'ruth')
  const story = addStory(ruth, {
    title: 'One',
    teller: 'amal',
    paragraphs: [{ heading: 0, text: 'said once' }],
  })
  const mark = highlightPassage(ruth, story, 'text', 0, 4) ?? ''
  const later = new Y.Doc()
  Y.applyUpdate(later, Y.encodeStateAsUpdate(doc))
  const quoting = addCard(writing(later, 'sam'), { type: 'insight', text: 'sams view', highlight: mark })
  const idea = addCard(writing(later, 'sam'), { type: 'idea', text: 'sams idea', from: [quoting] })
  const also = gonePlaces(purge(doc, { kind: 'person', id: 'amal' }))
  // The later copy knows the story under no teller any more.
  const stored = rootOf(later, 'stories').get(story)
  if (stored instanceof Y.Map) stored.set('teller', null)
  purge(later, { kind: 'person', id: 'amal', also })
  expect([...rootOf(later, 'cards').keys()]).toEqual([idea])
  expect([...rootOf(later, 'stories').keys()]).toEqual([])
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { putPerson } from '#shared/board/actions/people'
import { planPurge } from '#shared/board/actions/purge'
import { arrangeReport, describeBoard, writeRootText } from '#shared/board/actions/report'
import { addStory } from '#shared/board/actions/stories'
import type { Writer } from '#shared/board/actions/writer'
import { possibleRemains } from '#shared/board/remains'

function board() {
  const doc = new Y.Doc()
  const ruth: Writer = { doc, person: 'ruth', origin: null, now: () => 1 }
  putPerson(ruth, 'amal', { name: 'Amal Haddad', pseudonym: 'Salma' })
  const story = addStory(ruth, {
    title: 'The ramp behind school',
    teller: 'amal',
    paragraphs: [{ heading: 0, text: 'Nobody asked us before the bench went. I sat there every day.' }],
  })
  const remains = (kind: 'person' | 'story') =>
    possibleRemains(doc, planPurge(doc, { kind, id: kind === 'story' ? story : 'amal' }))
  return { doc, ruth, remains }
}

test('five words in a row of a purged story are found wherever they were repeated, with where and around what', () => {
  const { ruth, remains } = board()
  const card = addCard(ruth, {
    type: 'idea',
    text: 'She said: “nobody ASKED us,  before the bench was gone”',
  })
  addCard(ruth, { type: 'idea', text: 'Nobody asked us about it' })
  writeRootText(ruth, 'summary', 'They sat there; I sat there every day, said one.')
  expect(remains('story')).toEqual([
    {
      at: 'summary',
      isDeleted: false,
      because: 'words',
      excerpt: 'They sat there; I sat there every day, said one.',
    },
    {
      at: { collection: 'cards', id: card },
      isDeleted: false,
      because: 'words',
      excerpt: 'She said: “nobody ASKED us, before the bench was gone”',
    },
  ])
})

test('the title of a purged story is found in others’ words and in what the board says of itself', () => {
  const { ruth, remains } = board()
  describeBoard(ruth, { title: 'The RAMP, behind school: a board', place: 'Behind the school' })
  arrangeReport(ruth, { title: 'Report on the ramp behind school' })
  expect(remains('story').map(({ at, because }) => [at, because])).toEqual([
    ['title', 'words'],
    ['reportTitle', 'words'],
  ])
  const bench = addStory(ruth, { title: 'Two benches', paragraphs: [{ heading: 0, text: 'x' }] })
  const card = addCard(ruth, { type: 'note', text: 'See “two benches”' })
  addCard(ruth, { type: 'note', text: 'Two more benches' })
  expect(possibleRemains(ruth.doc, planPurge(ruth.doc, { kind: 'story', id: bench }))).toEqual([
    {
      at: { collection: 'cards', id: card },
      isDeleted: false,
      because: 'title',
      excerpt: 'See “two benches”',
    },
  ])
})

test('a short text counts as repeated only when all of it is', () => {
  const { ruth, remains } = board()
  const whole = addCard(ruth, { type: 'note', text: 'about the ramp behind school, again' })
  addCard(ruth, { type: 'note', text: 'the ramp behind the house' })
  expect(remains('story').map(({ at }) => at)).toEqual([{ collection: 'cards', id: whole }])
})

test('the name and the pseudonym of a person are found in others’ words, in any spelling, the bin included', () => {
  const { ruth, remains } = board()
  const named = addCard(ruth, { type: 'note', text: 'Ask AMAL about it' })
  const masked = addCard(ruth, { type: 'note', text: 'Sálma knows' })
  deleteCards(ruth, [masked])
  addCard(ruth, { type: 'note', text: 'amalgam' })
  describeBoard(ruth, { title: 'The lane of Haddad' })
  expect(remains('person').map(({ at, isDeleted, because }) => [at, isDeleted, because])).toEqual([
    ['title', false, 'name'],
    [{ collection: 'cards', id: named }, false, 'name'],
    [{ collection: 'cards', id: masked }, true, 'name'],
  ])
  expect(remains('story')).toEqual([])
})

test('what goes itself is no remain, and a long passage is shown with only a little around it', () => {
  const { doc, ruth, remains } = board()
  addCard({ ...ruth, person: 'amal' }, { type: 'note', text: 'Nobody asked us before the bench went' })
  const long = `${'before '.repeat(40)}nobody asked us before the bench ${'after '.repeat(40)}`
  addCard(ruth, { type: 'note', text: long })
  const [only, ...others] = remains('person')
  expect(others).toEqual([])
  expect(only?.excerpt).toMatch(/^…(before )+nobody asked us before the bench( after)+…$/)
  expect(only?.excerpt.length).toBeLessThan(150)
  expect(doc.getMap('cards').size).toBe(2)
})

test('words in a script without spaces are found sign by sign', () => {
  const { doc, ruth } = board()
  const story = addStory(ruth, { title: '', paragraphs: [{ heading: 0, text: '我每天都坐在那里' }] })
  const card = addCard(ruth, { type: 'note', text: '她说每天都坐在那里。' })
  const found = possibleRemains(doc, planPurge(doc, { kind: 'story', id: story }))
  expect(found.map(({ at }) => at)).toEqual([{ collection: 'cards', id: card }])
})

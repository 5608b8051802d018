import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deleteCards } from '#shared/board/actions/cards'
import { everyWord } from '#shared/board/everyWord'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'
import { unwrap } from '../../../support/realHub'
import { smallWorkshop, smallWorkshopFiles } from '../../../support/smallWorkshop'

function board(): Y.Doc {
  const doc = new Y.Doc()
  buildWorkshop(doc, unwrap(parseWorkshop(smallWorkshop)), (file) => smallWorkshopFiles[file] ?? '', 1)
  return doc
}

test.each([
  ['title', 'The first visit'],
  ['place', 'Alder Heath'],
  ['purpose', 'Make the first visit easy.'],
  ['card', 'The first minute decides'],
  ['card', 'At the door'],
  ['story', 'I came in and nobody looked up.'],
  ['script', 'Saying hello'],
  ['script', 'صباح الخير'],
  ['script', 'المضيفة'],
  ['script', 'Too fast'],
  ['report', 'Greeting matters.'],
  ['report', 'Pay for a host'],
  ['report', 'Families who come back'],
  ['person', 'Maryam Haddad'],
])('the %s words hold “%s”', (where, text) => {
  expect(everyWord(board())).toContainEqual({ where, text })
})

test('what was deleted is not among them, nor what hung on it', () => {
  const doc = board()
  deleteCards({ doc, person: '', origin: null, now: () => 2 }, ['no1', 'sb1'])
  const texts = everyWord(doc).map(({ text }) => text)
  expect(texts).not.toContain('Ask the school about the hall')
  expect(texts).not.toContain('At the door')
  expect(texts).toContain('A host at the door')
})

test('a paragraph of a story is a text of its own', () => {
  const texts = everyWord(board()).filter(({ where }) => where === 'story')
  expect(texts.every(({ text }) => !text.includes('\n'))).toBe(true)
})

import { expect, test } from 'vitest'
import { eraserOf, personFinder } from '#shared/board/called'
import { titleFinder, wordFinder } from '#shared/board/passages'
import { seeded } from '../../../support/randomness'

test('names go with each of their parts, titles only whole, and the rest stays letter by letter', () => {
  const erase = eraserOf({ names: ['Amal Haddad'], pseudonyms: [], titles: ['Mill Lane', 'Steps?'] })
  expect(erase('After AMAL told')).toBe('After […] told')
  expect(erase('Haddad’s talk')).toBe('[…]’s talk')
  expect(erase('mill  lane, 2nd day; Millers Lane; the mill')).toBe('[…], 2nd day; Millers Lane; the mill')
  expect(erase('Next steps')).toBe('Next […]')
  // Written with a combining accent, and not respelled.
  expect(erase('Cafe\u0301 Ora')).toBe('Cafe\u0301 Ora')
  expect(eraserOf({ names: [], pseudonyms: [], titles: ['', ' – '] })('– Mill Lane –')).toBe('– Mill Lane –')
  expect(
    eraserOf({ names: ['سلمى'], pseudonyms: [], titles: ['المنحدر شديد'] })('قالت سلمى: المنحدر شديد'),
  ).toBe('قالت […]: […]')
})

test('a pseudonym goes whole, and the words that it is made of stay', () => {
  const erase = eraserOf({
    names: [],
    pseudonyms: ['A mother who is learning English', 'Blackbird'],
    titles: [],
  })
  expect(erase('We want everyone who is new to leave with a name')).toBe(
    'We want everyone who is new to leave with a name',
  )
  expect(erase('After “a Mother who is learning English” and BLACKBIRD told')).toBe(
    'After “[…]” and […] told',
  )
})

test('whatever is written, nothing that was called so is left', () => {
  const random = seeded(11)
  const parts = [
    'Amal',
    'Haddad',
    'mill',
    'Lane',
    'the',
    'ramp',
    ' ',
    ', ',
    '…',
    '[',
    ']',
    'é',
    'e\u0301',
    'شديد',
    '漢字',
    '\u{1f600}',
  ]
  const text = (length: number) =>
    Array.from({ length }, () => parts[random.under(parts.length)] ?? '').join(
      random.under(2) === 0 ? ' ' : '',
    )
  for (let round = 0; round < 300; round++) {
    const called = {
      names: [text(random.under(4))],
      pseudonyms: [text(random.under(3))],
      titles: [text(random.under(4))],
    }
    const repeated = [text(random.under(8))]
    const before = text(random.under(30))
    const after = eraserOf(called, repeated)(before)
    for (const find of [personFinder(called), titleFinder(called.titles), wordFinder(repeated)])
      expect([before, called, find(after)]).toEqual([before, called, undefined])
  }
})

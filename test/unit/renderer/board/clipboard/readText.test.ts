import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf } from '../../../../../renderer/board/clipboard/placeTexts'
import { readTable, readText } from '../../../../../renderer/board/clipboard/readText'
import { workedFor } from '../../../../support/workedFor'

test('each line is a card, without the signs of a list', () => {
  expect(readText('- The ramp is steep\r\n2. No bell\n\n  • الباب مغلق  \n(3) Rain')).toEqual({
    kind: 'lines',
    lines: ['The ramp is steep', 'No bell', 'الباب مغلق', 'Rain'],
  })
})

test('a single paragraph is one card, and dashes inside it stay', () => {
  expect(readText('Nobody said hello - not once.\n')).toEqual({
    kind: 'lines',
    lines: ['Nobody said hello - not once.'],
  })
})

test('an address alone is a link, and among words it is words', () => {
  expect(readText(' https://fernley.example/plan \n')).toEqual({
    kind: 'link',
    link: 'https://fernley.example/plan',
  })
  expect(readText('see https://fernley.example/plan').kind).toBe('lines')
  expect(readText('javascript:alert(1)')).toEqual({ kind: 'lines', lines: ['javascript:alert(1)'] })
})

test('cells of a spreadsheet keep their rows and columns, and what is in quotation marks is one cell', () => {
  expect(readText('Who\tWhat\r\nAmina\t"It is ""steep""\nand dark"\r\n\t\r\nSam\t\r\n')).toEqual({
    kind: 'cells',
    rows: [
      ['Who', 'What'],
      ['Amina', 'It is "steep"\nand dark'],
      ['Sam', ''],
    ],
  })
})

test('a line that is only indented is no table', () => {
  expect(readText('\tThe ramp\n\tThe door').kind).toBe('lines')
})

test.each([
  ['commas', 'a,b\n"1,5",c', ['1,5', 'c']],
  ['semicolons', 'a;b\n1,5;c', ['1,5', 'c']],
  ['tabs', 'a\tb\n1,5\tc', ['1,5', 'c']],
])('a table file with %s is read', (_, text, second) => {
  expect(readTable(text)).toEqual({ kind: 'cells', rows: [['a', 'b'], second] })
})

test('a table file of one column is a list', () => {
  expect(readTable('\uFEFFramp\ndoor\n')).toEqual({ kind: 'lines', lines: ['ramp', 'door'] })
})

test('a quotation mark that never closes loses nothing', () => {
  expect(readTable('"ramp,door\nbell')).toEqual({ kind: 'cells', rows: [['"ramp', 'door'], ['bell']] })
})

const text = fc.string({
  unit: fc.constantFrom('a', 'ب', '"', '\t', ',', ';', '\n', '\r', ' ', '-', '1', '.', '\uFEFF', '😀'),
  maxLength: 200,
})

test('whatever the text is, reading it ends, makes up no letters and leaves none out', () => {
  const lettersOf = (words: string) => words.replace(/[^aب😀]/gu, '').length
  fc.assert(
    fc.property(text, fc.constantFrom(readText, readTable), (given, read) => {
      const found = read(given)
      const words =
        found.kind === 'lines' ? found.lines : found.kind === 'cells' ? found.rows.flat() : [given]
      if (found.kind === 'nothing') {
        expect(lettersOf(given)).toBe(0)
        return
      }
      expect(words.reduce((sum, each) => sum + lettersOf(each), 0)).toBe(lettersOf(given))
      expect(countOf(found)).toBeGreaterThan(0)
    }),
    { numRuns: 5_000 },
  )
})

test('a megabyte of anything is read in a moment', () => {
  for (const piece of ['"', '"\t', '"a', 'a\t', '\n', '1. ', '"",']) {
    const started = workedFor()
    readTable(piece.repeat(1_000_000 / piece.length))
    readText(piece.repeat(1_000_000 / piece.length))
    expect(workedFor() - started).toBeLessThan(5_000)
  }
})

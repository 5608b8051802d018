import { expect, test } from 'vitest'
import type { Format } from '#shared/board/formats'
import { fitText } from '#shared/cards/text'
import { placesOf } from '#shared/cards/wordPlaces'
import { evenMeasure } from '../../../support/recordingBrush'

const font = { face: 'card', weight: 400 } as const
const places = (
  text: string,
  word: string,
  width = 400,
  formats: readonly Format[] = [],
  isCentred = false,
) => {
  const area = { x: 10, y: 20, width, height: 200, text, font, sizes: [20], isCentred }
  const block = fitText(text, width, 200, [20], font, evenMeasure, formats)
  const from = text.indexOf(word)
  return placesOf(block, area, [[from, from + word.length]], formats, evenMeasure).map(
    ({ x, y, width: wide }) => [x, y, wide],
  )
}

test('a word is marked where it stands in its line', () => {
  expect(places('a red bench', 'red')).toEqual([[30, 20, 30]])
  expect(places('one two three', 'three', 80)).toEqual([[10, 46, 50]])
})

test('in a line from right to left it is marked from the right', () => {
  expect(places('مقعد أحمر', 'مقعد')).toEqual([[370, 20, 40]])
})

test('a word that is partly bold is marked whole', () => {
  const found = places('a red bench', 'red', 400, [{ start: 3, end: 5, bold: true, italic: false }])
  expect(found.reduce((sum, [, , wide = 0]) => sum + wide, 0)).toBe(30)
  expect(found[0]?.[0]).toBe(30)
})

test('words in the middle are marked there', () => {
  expect(places('red', 'red', 400, [], true)).toEqual([[195, 107, 30]])
})

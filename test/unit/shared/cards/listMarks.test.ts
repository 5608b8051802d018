import { expect, test } from 'vitest'
import { createCounting } from '#shared/cards/listMarks'
import { wrapText } from '#shared/cards/text'
import { evenMeasure } from '../../../support/recordingBrush'

const shown = (text: string) => text.split('\n').map(createCounting())

test('the items of a list count on, whatever was written', () => {
  expect(shown('1. a\n3. b\n3. c')).toEqual(['1. ', '2. ', '3. '])
  expect(shown('١. أ\n٤. ب')).toEqual(['١. ', '٢. '])
})

test('a list begins anew after other lines, and what stands further in counts by itself', () => {
  expect(shown('1. a\nwords\n1. b\n5. c')).toEqual(['1. ', '', '1. ', '2. '])
  expect(shown('1. a\n  1) x\n  7) y\n4. b\n  1) z')).toEqual(['1. ', '  1) ', '  2) ', '2. ', '  1) '])
})

test('numbers that are no list stay as they are', () => {
  expect(shown('12. May\n15. May')).toEqual(['12. ', '15. '])
  expect(shown('- a\n2. b')).toEqual(['- ', '2. '])
})

test('the lines of a card show the numbers, and know where they begin in the text', () => {
  const font = { face: 'card', size: 20, weight: 400 } as const
  const lines = wrapText('1. one\n3. two', 400, font, evenMeasure)
  expect(lines.map(({ words, start }) => [words, start])).toEqual([
    ['1. one', 0],
    ['2. two', 7],
  ])
})

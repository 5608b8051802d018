import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText, textDirection, wrapText } from '#shared/cards/text'
import { evenMeasure } from '../../../support/recordingBrush'

const font = { face: 'card', size: 20, weight: 400 } as const

test('a paragraph reads in the direction of its first strong letter, and one without follows the last', () => {
  expect(textDirection('123 مرحبا hello')).toBe('rtl')
  expect(textDirection('(hello) مرحبا')).toBe('ltr')
  const lines = wrapText('مرحبا\n42\nhello', 400, font, evenMeasure)
  expect(lines.map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'ltr'])
})

test('lines break between words, long words are broken, Chinese breaks anywhere', () => {
  const words = (text: string) => wrapText(text, 100, font, evenMeasure).map((line) => line.words)
  expect(words('one two three')).toEqual(['one two', 'three'])
  expect(words('incomprehensible')).toEqual(['incomprehe', 'nsible'])
  expect(words('社区工作坊需要时间和耐心')).toEqual(['社区工作坊需要时间和', '耐心'])
  expect(words('a\n\nb')).toEqual(['a', '', 'b'])
})

test('no line is wider than its place and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 20, max: 300 }),
      (text, width) => {
        const lines = wrapText(text, width, font, evenMeasure)
        for (const { words } of lines)
          expect(evenMeasure.width(words, font)).toBeLessThanOrEqual(Math.max(width, 10))
        const kept = lines
          .map(({ words }) => words)
          .join('')
          .replace(/\s/gu, '')
        expect(kept).toBe(text.replace(/\s/gu, ''))
      },
    ),
    { numRuns: 100 },
  )
})

test('words shrink to fit down to the smallest size and are then cut with an ellipsis', () => {
  const at = (text: string) =>
    fitText(text, 200, 60, [20, 16, 12], { face: 'card', weight: 400 }, evenMeasure)
  expect(at('short').font.size).toBe(20)
  expect(at('rather more words than fit in large letters here').font.size).toBe(16)
  const cut = at('word '.repeat(80))
  expect(cut.font.size).toBe(12)
  expect(cut.isCut).toBe(true)
  expect(cut.lines.at(-1)?.words.endsWith('…')).toBe(true)
  expect(cut.height).toBeLessThanOrEqual(60)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, unfoldedRange } from '#shared/search/fold'

test.each([
  ['Café ÉTÉ', 'cafe ete'],
  ['Łódź, Straße', 'lodz, strasse'],
  ['İstanbul ışık', 'istanbul isik'],
  ['  two\n\tlines ', 'two lines '],
  ['don’t — “so”', 'don\'t - "so"'],
  ['ﬁve ﬁre', 'five fire'],
  ['naïve coöperation', 'naive cooperation'],
  ['Ελλάς', 'ελλασ'],
  ['ёлка', 'елка'],
])('%s is found by %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each([
  ['أحمد', 'احمد'],
  ['إلى', 'الي'],
  ['آخر', 'اخر'],
  ['مَدْرَسَةٌ', 'مدرسه'],
  ['مـــدرسة', 'مدرسه'],
  ['مسؤول', 'مسوول'],
  ['شاطئ', 'شاطي'],
  ['١٢٣', '123'],
])('Arabic %s is found by %s', (text, typed) => {
  expect(fold(text)).toBe(fold(typed))
})

test('Urdu and Persian letters are found by the Arabic ones that look the same', () => {
  expect(fold('کی')).toBe(fold('كي'))
  expect(fold('۴۵')).toBe('45')
})

test('vowels that are letters in their own right stay', () => {
  expect(fold('की')).not.toBe(fold('क'))
  expect(fold('กำ')).not.toBe(fold('ก'))
})

test('Hebrew is found without its points', () => {
  expect(fold('שָׁלוֹם')).toBe('שלום')
})

test('folding twice changes nothing more', () => {
  const points = fc.array(fc.integer({ min: 1, max: 0x10ffff }), { maxLength: 12 })
  fc.assert(
    fc.property(points, (codes) => {
      const text = String.fromCodePoint(...codes)
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('whatever is found stands at the place that is given, in whole characters', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'É', 'e\u0301', 'ß', 'أَ', 'ة', '🚪', ' ', '\n', 'क', 'ﬁ'),
  })
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, some, more) => {
      const folded = fold(text)
      if (folded === '') return
      const from = some % folded.length
      const to = from + 1 + (more % (folded.length - from))
      const [start, end] = unfoldedRange(text, from, to)
      const found = text.slice(start, end)
      // What stands there may be more than was asked for: “ß” is found by its first “s”.
      expect(fold(`x${found}`).slice(1)).toContain(folded.slice(from, to).trimStart())
      expect(found).not.toMatch(/\p{Cs}/u)
      expect(text.slice(end)).not.toMatch(/^[\u0301\u064e]/)
    }),
  )
})

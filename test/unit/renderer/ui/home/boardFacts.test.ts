import { expect, test } from 'vitest'
import { dayOf, sizeOf } from '../../../../../renderer/ui/home/boardFacts'

const NOON = new Date(2026, 10, 24, 12).getTime()

test.each([
  [new Date(2026, 10, 24, 0, 1), 'today', 'اليوم'],
  [new Date(2026, 10, 24, 23, 59), 'today', 'اليوم'],
  [new Date(2026, 10, 23, 23, 59), 'yesterday', 'أمس'],
  [new Date(2026, 10, 22, 12), '22 November 2026', '22 نوفمبر 2026'],
  // A clock that was wrong gives a date and no riddle.
  [new Date(2026, 10, 25, 12), '25 November 2026', '25 نوفمبر 2026'],
])('%s is %s', (time, english, arabic) => {
  expect(dayOf(time.getTime(), 'en', NOON)).toBe(english)
  expect(dayOf(time.getTime(), 'ar', NOON)).toBe(arabic)
})

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [61_440, '61 kB'],
  [1_500_000, '1.5 MB'],
  [12_300_000, '12 MB'],
  [4_000_000_000, '4 GB'],
  [9_000_000_000_000, '9,000 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeOf(bytes, 'en')).toBe(words)
})

test('sizes are said in the language of the interface', () => {
  expect(sizeOf(61_440, 'ar')).toBe('61 كيلوبايت')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from '../../../../../renderer/stages/stories/segments'

test('overlapping highlights cut a paragraph where each begins and ends, the shortest innermost', () => {
  const marks = [
    { id: 'short', start: 14, end: 18 },
    { id: 'long', start: 5, end: 20 },
  ]
  expect(segmentsOf('0123456789', 10, marks)).toEqual([
    { text: '0123', highlights: ['long'] },
    { text: '4567', highlights: ['long', 'short'] },
    { text: '89', highlights: ['long'] },
  ])
})

test('the segments of any paragraph are its words, in order', () => {
  const mark = fc.record({ id: fc.string(), start: fc.nat(60), end: fc.nat(60) })
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      fc.nat(20),
      fc.array(mark, { maxLength: 6 }),
      (text, start, marks) => {
        const segments = segmentsOf(text, start, marks)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headingTags } from '../../../../../renderer/stages/stories/headingTags'

test('a story that begins with a lesser heading skips no level', () => {
  expect(headingTags([2, 0, 2, 1, 3, 3])).toEqual(['h3', 'p', 'h3', 'h3', 'h4', 'h4'])
})

test('no heading is more than one level below the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2, 3)), (headings) => {
      let before = 2
      for (const tag of headingTags(headings as (0 | 1 | 2 | 3)[])) {
        if (tag === 'p') continue
        const level = Number(tag.slice(1))
        expect(level).toBeLessThanOrEqual(before + 1)
        before = level
      }
    }),
  )
})

import { expect, test } from 'vitest'
import { createPortions } from '../../../../electron/hub/portions'

test('one guest can send so much, and others still theirs', () => {
  const { take } = createPortions({ each: 10, all: 25 })
  expect([take('a', 6), take('a', 4), take('a', 1), take('b', 10)]).toEqual([true, true, false, true])
})

test('however many names somebody takes, all together have an end', () => {
  const { take } = createPortions({ each: 10, all: 25 })
  expect(['a', 'b', 'c'].map((person) => take(person, 10))).toEqual([true, true, false])
  expect(take('c', 5)).toBe(true)
})

import { expect, test } from 'vitest'
import { createAddressAllowance } from '../../../../electron/hub/addressAllowance'

test('an address brings in some at once and then one now and then; other addresses lose nothing', () => {
  let now = 0
  const allowance = createAddressAllowance(() => now)
  expect(allowance.take('a', 500)).toBe(true)
  expect(allowance.take('a', 1)).toBe(false)
  expect(allowance.take('b', 500)).toBe(true)
  now += 2_000
  expect(allowance.take('a', 1)).toBe(true)
  expect(allowance.take('a', 1)).toBe(false)
  expect(allowance.take('a', 0)).toBe(true)
})

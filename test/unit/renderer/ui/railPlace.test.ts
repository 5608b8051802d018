import { expect, it } from 'vitest'
import { placeAt } from '../../../../renderer/ui/rail/railPlace'

it('the tools go to the edge that the hand is nearest to, whichever way the page reads', () => {
  expect(placeAt(0.1, 0.5, false)).toBe('start')
  expect(placeAt(0.9, 0.5, false)).toBe('end')
  expect(placeAt(0.5, 0.9, false)).toBe('bottom')
  expect(placeAt(0.05, 0.9, false)).toBe('start')
  expect(placeAt(0.9, 0.5, true)).toBe('start')
  expect(placeAt(0.1, 0.5, true)).toBe('end')
})

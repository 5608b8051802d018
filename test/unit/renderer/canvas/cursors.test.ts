import { expect, test } from 'vitest'
import { labelSpot } from '../../../../renderer/canvas/cursors'

const screen = { width: 1000, height: 600 }

test('a name stands right below the tip, and on its other side where the screen ends', () => {
  expect(labelSpot([100, 100], 80, screen)).toEqual([112, 114])
  expect(labelSpot([980, 100], 80, screen)).toEqual([896, 114])
  expect(labelSpot([100, 590], 80, screen)).toEqual([112, 562])
  expect(labelSpot([995, 595], 80, screen)).toEqual([911, 567])
})

import { expect, test } from 'vitest'
import { positionOf, toWorld } from '#shared/cards/place'

test('a turned place that grows to the right and down keeps its first corner', () => {
  const place = { x: 40, y: 60, width: 120, height: 32, rotation: 35 }
  const [x, y] = positionOf(place, { x: 40, y: 60, width: 260, height: 90 })
  const grown = { x, y, width: 260, height: 90, rotation: 35 }
  const [before, after] = [toWorld(place, [0, 0]), toWorld(grown, [0, 0])]
  expect(after[0]).toBeCloseTo(before[0], 1)
  expect(after[1]).toBeCloseTo(before[1], 1)
})

test('an upright place goes where its box is', () => {
  const place = { x: 40, y: 60, width: 120, height: 32, rotation: 0 }
  expect(positionOf(place, { x: 10, y: 60, width: 150, height: 32 })).toEqual([10, 60])
})

import { expect, test } from 'vitest'
import { SHAPES, type Shape } from '#shared/board/vocabulary'
import { contourOf, roomIn } from '#shared/cards/contour'
import { NO_DETAILS } from '#shared/cards/kind'
import { hitCard, toDrawable } from '#shared/cards/kinds'
import { distanceToLine, isInside, meetOutline } from '#shared/cards/polyline'
import { cardOf } from '../../../support/cardOf'

const shapeOf = (shape: Shape) =>
  toDrawable(cardOf({ type: 'shape', shape, pos: [0, 0], size: [200, 140, 0] }), NO_DETAILS)

test.each(SHAPES)('a %s fills its box and keeps its words inside its outline', (shape) => {
  const contour = contourOf(shape, 200, 140)
  const xs = contour.filter((_, at) => at % 2 === 0)
  const ys = contour.filter((_, at) => at % 2 === 1)
  expect(Math.min(...xs)).toBeCloseTo(0, 0)
  expect(Math.max(...xs)).toBeCloseTo(200, 0)
  expect(Math.min(...ys)).toBeCloseTo(0, 0)
  expect(Math.max(...ys)).toBeCloseTo(140, 0)
  const room = roomIn(shape, 200, 140)
  for (const x of [room.x + 4, room.x + room.width - 4])
    for (const y of [room.y + 4, room.y + room.height - 4])
      expect(isInside(contour, [x, y]) || distanceToLine(contour, [x, y], true) < 14, `${x}, ${y}`).toBe(true)
})

test('the bare corners of an ellipse and a diamond belong to the wall', () => {
  for (const shape of ['ellipse', 'diamond', 'triangle'] as const) {
    expect(hitCard(shapeOf(shape), [100, 100])?.name).toBe('body')
    expect(hitCard(shapeOf(shape), [4, 4])).toBeNull()
  }
  expect(hitCard(shapeOf('rectangle'), [4, 4])?.name).toBe('body')
})

test('a line from the middle of an outline leaves it where it should', () => {
  const outline = contourOf('diamond', 200, 100)
  expect(meetOutline(outline, [100, 50], [500, 50])).toEqual([200, 50])
  const [x = 0, y = 0] = meetOutline(outline, [100, 50], [200, 100]) ?? []
  expect([x, y]).toEqual([150, 75])
})

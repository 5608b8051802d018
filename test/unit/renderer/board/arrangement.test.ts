import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, moved, unionOf } from '#shared/cards/box'
import { aligned, distributed, tidied } from '../../../../renderer/board/arrangement'

const box = (x: number, y: number, width = 100, height = 60): Box => ({ x, y, width, height })
const after = (boxes: readonly Box[], ways: ReturnType<typeof aligned>) =>
  boxes.map((each, at) => moved(each, ways[at] ?? [0, 0]))

test('boxes come to a side or to the middle of the frame', () => {
  const boxes = [box(0, 0), box(50, 200, 40, 20)]
  const frame = unionOf(boxes) ?? box(0, 0)
  const xs = (side: 'left' | 'centre' | 'right') =>
    after(boxes, aligned(boxes, side, frame)).map(({ x }) => x)
  const ys = (side: 'top' | 'middle' | 'bottom') =>
    after(boxes, aligned(boxes, side, frame)).map(({ y }) => y)
  expect(xs('left')).toEqual([0, 0])
  expect(xs('right')).toEqual([0, 60])
  expect(xs('centre')).toEqual([0, 30])
  expect(ys('top')).toEqual([0, 0])
  expect(ys('bottom')).toEqual([160, 200])
  expect(ys('middle')).toEqual([80, 100])
})

test('gaps become equal and the outermost boxes stay', () => {
  const boxes = [box(0, 0), box(500, 10), box(120, 20), box(300, 0, 40)]
  const placed = after(boxes, distributed(boxes, 'across')).sort((a, b) => a.x - b.x)
  const gaps = placed.slice(1).map(({ x }, at) => x - (placed[at]?.x ?? 0) - (placed[at]?.width ?? 0))
  for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 1)
  expect(placed[0]?.x).toBe(0)
  expect(placed.at(-1)?.x).toBe(500)
  expect(placed.map(({ y }) => y).sort()).toEqual(boxes.map(({ y }) => y).sort())
})

test('two boxes have one gap, which stays', () => {
  expect(distributed([box(0, 0), box(500, 0)], 'across')).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('a grid keeps the reading order and has no overlaps', () => {
  const boxes = [box(10, 5), box(160, 0), box(330, 12), box(0, 140), box(170, 150, 220, 90), box(420, 160)]
  const placed = after(boxes, tidied(boxes, false))
  expect(placed.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [124, 0],
    [368, 0],
    [0, 84],
    [124, 84],
    [368, 84],
  ])
})

test('a grid of people who read from the right starts at the right', () => {
  const boxes = [box(0, 0), box(400, 3)]
  const placed = after(boxes, tidied(boxes, true))
  expect(placed.map(({ x }) => x)).toEqual([276, 400])
})

test('a row stays a row and a column a column', () => {
  const row = Array.from({ length: 7 }, (_, at) => box(at * 130, (at % 3) * 8))
  expect(new Set(after(row, tidied(row, false)).map(({ y }) => y)).size).toBe(1)
  const column = Array.from({ length: 7 }, (_, at) => box((at % 3) * 8, at * 90))
  expect(new Set(after(column, tidied(column, false)).map(({ x }) => x)).size).toBe(1)
})

test('a grid never overlaps, whatever lay there', () => {
  const any = fc.record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    width: fc.integer({ min: 10, max: 300 }),
    height: fc.integer({ min: 10, max: 300 }),
  })
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), fc.boolean(), (boxes, isFromRight) => {
      const placed = after(boxes, tidied(boxes, isFromRight))
      for (const [at, a] of placed.entries())
        for (const b of placed.slice(at + 1))
          expect(
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          ).toBe(true)
    }),
    { numRuns: 100 },
  )
})

import { expect, test } from 'vitest'
import type { Card } from '#shared/board/schema'
import type { Route } from '#shared/board/vocabulary'
import type { Box, Point } from '#shared/cards/box'
import { lineOf } from '#shared/cards/connector'
import { outside, shortened } from '#shared/cards/connectorRoute'
import { contourOf } from '#shared/cards/contour'
import { type Details, type Joined, NO_DETAILS } from '#shared/cards/kind'
import { hitCard, paintCard, toDrawable } from '#shared/cards/kinds'
import { pointAt, segments } from '#shared/cards/polyline'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

const at = (x: number, y: number, contour: Joined['contour'] = null): Joined => ({
  place: { x, y, width: 200, height: 100, rotation: 0 },
  contour,
})

function between(a: Joined, b: Joined, route: Route, values: Partial<Card> = {}) {
  const ends = [
    { card: 'a', at: null },
    { card: 'b', at: null },
  ] as const
  const details: Details = { ...NO_DETAILS, joins: [a, b] }
  return toDrawable(cardOf({ type: 'connector', text: '', route, ends, ...values }), details)
}

const endsOf = (line: ReturnType<typeof between>) => [pointAt(lineOf(line), 0), pointAt(lineOf(line), -1)]

function crosses({ x, y, width, height }: Box, [[ax, ay], [bx, by]]: readonly [Point, Point]): boolean {
  return (
    Math.max(ax, bx) > x + 1 &&
    Math.min(ax, bx) < x + width - 1 &&
    Math.max(ay, by) > y + 1 &&
    Math.min(ay, by) < y + height - 1
  )
}

test('a line ends on the sides of its cards that face each other', () => {
  expect(endsOf(between(at(0, 0), at(500, 0), 'straight'))).toEqual([
    [200, 50],
    [500, 50],
  ])
  expect(endsOf(between(at(0, 0), at(0, 600), 'elbow'))).toEqual([
    [100, 100],
    [100, 600],
  ])
  expect(endsOf(between(at(0, 0), at(-700, 40), 'curved'))).toEqual([
    [0, 50],
    [-500, 90],
  ])
})

test('it meets the outline of an ellipse and a diamond, not their box', () => {
  const diamond = at(0, 0, contourOf('diamond', 200, 100))
  const [[x = 0, y = 0] = []] = endsOf(between(diamond, at(400, 400), 'straight'))
  expect(Math.abs(x - 100) / 100 + Math.abs(y - 50) / 50).toBeCloseTo(1)
  const ellipse = at(0, 0, contourOf('ellipse', 200, 100))
  const [[ex = 0, ey = 0] = []] = endsOf(between(ellipse, at(400, 400), 'straight'))
  expect(((ex - 100) / 100) ** 2 + ((ey - 50) / 50) ** 2).toBeCloseTo(1, 1)
})

test('an end that was pinned stays at its place on the card', () => {
  const ends = [
    { card: 'a', at: [0.5, 0] },
    { card: 'b', at: null },
  ] as const
  expect(endsOf(between(at(0, 0), at(500, 0), 'elbow', { ends }))[0]).toEqual([100, 0])
})

test('an end pinned where a shape leaves its box bare is on the shape', () => {
  const star = at(0, 0, contourOf('star', 200, 100))
  const ends = [
    { card: 'a', at: [0.5, 1] },
    { card: 'b', at: null },
  ] as const
  const [[x = 0, y = 0] = []] = endsOf(between(star, at(0, 400), 'elbow', { ends }))
  expect(x).toBe(100)
  expect(y).toBeGreaterThan(60)
  expect(y).toBeLessThan(95)
})

test.each([
  [500, 300],
  [0, 300],
  [-150, 30],
  [230, 20],
  [-600, -400],
  [20, -130],
])('corners go round both cards, the other at %i, %i', (x, y) => {
  for (const pin of [null, [0, 0.5], [1, 0.5], [0.5, 0], [0.5, 1]] as const) {
    const ends = [
      { card: 'a', at: pin },
      { card: 'b', at: null },
    ] as const
    const boxes = [at(0, 0), at(x, y)].map(({ place }) => place)
    const line = lineOf(between(at(0, 0), at(x, y), 'elbow', { ends }))
    const isApart = x >= 200 || x <= -200 || y >= 100 || y <= -100
    if (!isApart) continue
    for (const piece of segments(line))
      for (const box of boxes) expect(crosses(box, piece), `${pin} ${piece}`).toBe(false)
  }
})

test('cards that lie over each other are joined all the same', () => {
  for (const route of ['straight', 'elbow', 'curved'] as const) {
    const line = lineOf(between(at(0, 0), at(20, 10), route))
    expect([...line].every(Number.isFinite)).toBe(true)
    expect(() =>
      paintCard(createRecordingBrush(), between(at(0, 0), at(0, 0), route), paintContext()),
    ).not.toThrow()
  }
})

test('a line is hit from eight units away, its label as a whole, and the room beside it is not', () => {
  const line = between(at(0, 0), at(500, 0), 'straight')
  expect(hitCard(line, [350, 57], 8)?.name).toBe('body')
  expect(hitCard(line, [350, 62], 8)).toBeNull()
  const named = between(at(0, 0), at(500, 0), 'straight', { text: 'then' })
  expect(hitCard(named, [350, 58], 3)?.name).toBe('body')
})

test('the line makes way for its label', () => {
  expect(outside([0, 0, 100, 0], { x: 40, y: -5, width: 20, height: 10 })).toEqual([
    [0, 0, 40, 0],
    [60, 0, 100, 0],
  ])
  expect(outside([0, 0, 50, 0, 50, 50], { x: 40, y: -5, width: 20, height: 10 })).toEqual([
    [0, 0, 40, 0],
    [50, 5, 50, 50],
  ])
  const brush = createRecordingBrush()
  paintCard(brush, between(at(0, 0), at(500, 0), 'straight', { text: 'then', heads: 'none' }), paintContext())
  expect(brush.strokes).toBe(2)
  expect(brush.written.map(({ words }) => words)).toEqual(['then'])
})

test('the shaft stops inside its arrowhead', () => {
  expect(shortened([0, 0, 100, 0], 12)).toEqual([0, 0, 88, 0])
  expect(shortened([0, 0, 95, 0, 100, 0], 12)).toEqual([0, 0, 88, 0])
  expect(shortened([0, 0, 4, 0], 12)).toEqual([0, 0, 0, 0])
})

test('everything it paints lies in its bounds', () => {
  const { bounds } = between(at(0, 0), at(500, 0), 'straight', { text: 'a long label '.repeat(30) })
  expect(bounds.height).toBeGreaterThan(60)
  expect(bounds.x).toBeLessThanOrEqual(190)
})

import { expect, test } from 'vitest'
import { flowRows, inReadingOrder } from '#shared/clustering/flow'

const cards = (count: number) => Array.from({ length: count }, () => ({ width: 100, height: 50 }))

test('cards stand in rows of three, and in longer ones only when there are many', () => {
  expect(flowRows(cards(4), [10, 20], false)).toEqual([
    [10, 20],
    [126, 20],
    [242, 20],
    [10, 86],
  ])
  expect(flowRows(cards(16), [0, 0], false).filter(([, y]) => y === 0)).toHaveLength(4)
})

test('where people read from right to left the rows begin at the right', () => {
  expect(flowRows(cards(4), [500, 0], true)).toEqual([
    [400, 0],
    [284, 0],
    [168, 0],
    [400, 66],
  ])
})

test('cards of any size never overlap', () => {
  const sizes = [
    [240, 160],
    [1160, 420],
    [90, 300],
    [240, 90],
    [500, 40],
    [30, 30],
  ].map(([width = 0, height = 0]) => ({ width, height }))
  const places = flowRows(sizes, [0, 0], false)
  const boxes = places.map(([x, y], at) => ({ x, y, ...(sizes[at] ?? { width: 0, height: 0 }) }))
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1))
      expect(
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
      ).toBe(true)
})

test('cards that people laid freely are read row by row', () => {
  const at = (id: string, x: number, y: number) => ({ id, box: { x, y, width: 100, height: 60 } })
  const laid = [at('c', 10, 90), at('b', 200, -12), at('a', 5, 8), at('d', 180, 100)]
  expect(inReadingOrder(laid, false).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  expect(inReadingOrder(laid, true).map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c'])
})

test.each([false, true])('cards go around what stays where it is (from the right: %s)', (mirrors) => {
  const corner = [mirrors ? 400 : 0, 0] as const
  const kept = [{ x: 110, y: 20, width: 130, height: 70 }]
  const places = flowRows(cards(7), corner, mirrors, kept)
  const boxes = [...places.map(([x, y]) => ({ x, y, width: 100, height: 50 })), ...kept]
  for (const [at, a] of boxes.entries())
    for (const b of boxes.slice(at + 1))
      expect(
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
      ).toBe(true)
  expect(new Set(places.map(([x, y]) => `${x} ${y}`)).size).toBe(7)
})

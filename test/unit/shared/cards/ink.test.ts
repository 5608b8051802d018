import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeInk, encodeInk, type InkPoint } from '#shared/cards/ink'

const point = fc.tuple(
  fc.double({ min: -5000, max: 5000, noNaN: true }),
  fc.double({ min: -5000, max: 5000, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

test('a stroke comes back to an eighth of a unit', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 50 }), (points) => {
      const back = decodeInk(encodeInk(points))
      expect(back).toHaveLength(points.length)
      for (const [at, [x, y, pressure]] of points.entries()) {
        const [backX, backY, backPressure] = back[at] as InkPoint
        expect(Math.abs(backX - x)).toBeLessThanOrEqual(0.0626)
        expect(Math.abs(backY - y)).toBeLessThanOrEqual(0.0626)
        expect(Math.abs(backPressure - pressure)).toBeLessThanOrEqual(0.0081)
      }
    }),
  )
})

test('any bytes read as some stroke and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const [x, y, pressure] of decodeInk(bytes)) {
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
        expect(pressure >= 0 && pressure <= 1).toBe(true)
      }
    }),
  )
})

test('a smooth stroke of 200 points takes less than 700 bytes', () => {
  const points = Array.from(
    { length: 200 },
    (_, at): InkPoint => [at * 2, 100 + 40 * Math.sin(at / 20), 0.5 + 0.3 * Math.sin(at / 9)],
  )
  expect(encodeInk(points).length).toBeLessThan(700)
})

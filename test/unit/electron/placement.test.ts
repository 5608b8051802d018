import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitPlace, projectorArea } from '../../../electron/placement'

const LAPTOP = { x: 0, y: 0, width: 1366, height: 728 }
const BEAMER = { x: 1366, y: 0, width: 1920, height: 1080 }

it('the first window lies in the middle of the first display', () => {
  expect(fitPlace(null, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual({
    x: 280,
    y: 110,
    width: 1360,
    height: 860,
    isMaximized: false,
  })
})

it('a place that is still there is kept', () => {
  const place = { x: 1500, y: 100, width: 900, height: 700, isMaximized: true }
  expect(fitPlace(place, [LAPTOP, BEAMER])).toEqual(place)
})

it('a window on a display that was unplugged comes back to the first', () => {
  const place = { x: 1500, y: 100, width: 900, height: 700, isMaximized: false }
  expect(fitPlace(place, [LAPTOP])).toMatchObject({ x: 3, y: 0, width: 1360, height: 728 })
})

it('a window that hangs over the edge is drawn in', () => {
  const place = { x: -200, y: 300, width: 900, height: 700, isMaximized: false }
  expect(fitPlace(place, [LAPTOP])).toMatchObject({ x: 0, y: 28, width: 900, height: 700 })
})

it('every place ends up wholly on a display', () => {
  const number = fc.integer({ min: -100_000, max: 100_000 })
  const length = fc.integer({ min: 1, max: 100_000 })
  const place = fc.record({ x: number, y: number, width: length, height: length, isMaximized: fc.boolean() })
  fc.assert(
    fc.property(place, (last) => {
      const { x, y, width, height } = fitPlace(last, [LAPTOP, BEAMER])
      const isInside = [LAPTOP, BEAMER].some(
        (area) =>
          x >= area.x &&
          y >= area.y &&
          x + width <= area.x + area.width &&
          y + height <= area.y + area.height,
      )
      expect(isInside).toBe(true)
    }),
  )
})

it('the projector takes the display that the facilitator does not work on', () => {
  expect(projectorArea([LAPTOP, BEAMER], LAPTOP)).toBe(BEAMER)
  expect(projectorArea([LAPTOP, BEAMER], BEAMER)).toBe(LAPTOP)
  expect(projectorArea([LAPTOP], LAPTOP)).toBeNull()
})

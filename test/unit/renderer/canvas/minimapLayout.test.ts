import { describe, expect, it } from 'vitest'
import { boxOnMap, layOutMap, worldOfMap } from '../../../../renderer/canvas/minimapLayout'

const WALL = { x: -1000, y: 500, width: 4000, height: 1000 }
const layout = layOutMap(WALL, 200, 128)

describe('the map of the wall', () => {
  it('shows everything, in the middle', () => {
    const { x, y, width, height } = boxOnMap(layout, WALL, 200, 128)
    expect(x).toBeGreaterThan(0)
    expect(x + width).toBeLessThan(200)
    expect(x + width / 2).toBeCloseTo(100)
    expect(y + height / 2).toBeCloseTo(64)
    expect(width / height).toBeCloseTo(4)
  })

  it('knows which point of the wall one presses', () => {
    const [x, y] = worldOfMap(layout, [100, 64])
    expect(x).toBeCloseTo(1000)
    expect(y).toBeCloseTo(1000)
  })

  it('keeps a view in sight that is far away, larger than everything or tiny', () => {
    const far = boxOnMap(layout, { x: 90_000, y: 0, width: 400, height: 300 }, 200, 128)
    expect(far.x + far.width).toBeLessThanOrEqual(200)
    expect(far.width).toBeGreaterThanOrEqual(10)
    const whole = boxOnMap(layout, { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }, 200, 128)
    expect(whole).toEqual({ x: 0, y: 0, width: 200, height: 128 })
    const tiny = boxOnMap(layout, { x: 0, y: 900, width: 1, height: 1 }, 200, 128)
    expect(tiny.width).toBe(10)
  })

  it('of a wall with a single point is still a map', () => {
    const small = layOutMap({ x: 5, y: 5, width: 0, height: 0 }, 200, 128)
    expect(Number.isFinite(small.scale)).toBe(true)
  })
})

import { expect, test } from 'vitest'
import { createCamera, MAX_ZOOM } from '../../../../renderer/board/camera'

const camera = () => {
  const made = createCamera()
  made.resize(1600, 900)
  return made
}

test('zooming keeps the point under the pointer where it is', () => {
  const { toWorld, zoomAt, toScreen } = camera()
  const before = toWorld([300, 200])
  zoomAt([300, 200], 2.5)
  expect(toWorld([300, 200])).toEqual(before)
  expect(toScreen(before)).toEqual([300, 200])
})

test('the wall follows the hand and never leaves its bounds of zoom', () => {
  const made = camera()
  made.zoomAt([0, 0], 1e9)
  expect(made.view.get().zoom).toBe(MAX_ZOOM)
  made.set({ x: 0, y: 0, zoom: 2 })
  made.panBy(100, -50)
  expect(made.view.get()).toEqual({ x: -50, y: 25, zoom: 2 })
})

test('fitting shows the whole box, and a view that makes no sense is ignored', () => {
  const made = camera()
  const box = { x: 1000, y: 1000, width: 8000, height: 900 }
  made.fit(box)
  const seen = made.visible()
  expect(seen.x).toBeLessThan(box.x)
  expect(seen.x + seen.width).toBeGreaterThan(box.x + box.width)
  made.set({ x: Number.NaN, y: 0, zoom: 1 })
  expect(made.view.get().x).toBe(5000)
})

test('revealing moves only as far as it must', () => {
  const made = camera()
  made.reveal({ x: 0, y: 0, width: 10, height: 10 })
  expect(made.view.get()).toEqual({ x: 0, y: 0, zoom: 1 })
  made.reveal({ x: 800, y: 0, width: 100, height: 10 }, 0)
  expect(made.view.get()).toEqual({ x: 100, y: 0, zoom: 1 })
})

test('revealing something to write in comes near enough, but shows it whole', () => {
  const made = camera()
  made.set({ x: 0, y: 0, zoom: 0.2 })
  made.reveal({ x: 900, y: 0, width: 200, height: 100 }, 24, 0.8)
  expect(made.view.get()).toEqual({ x: 1000, y: 50, zoom: 0.8 })
})

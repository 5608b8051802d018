import type { Point } from '#shared/cards/box'
import type { Camera } from '../camera'
import { apart } from './tool'

/** Two fingers hold the wall: it moves, grows and shrinks with them. */
export interface Pinch {
  readonly fingers: readonly [number, number]
  move(finger: number, at: Point): void
}

/** Begins a pinch between two fingers on the bare wall. */
export function createPinch(camera: Camera, first: number, a: Point, second: number, b: Point): Pinch {
  let places: readonly [Point, Point] = [a, b]
  const hold = () => {
    const [p, q] = places
    return { middle: [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] as const, span: Math.max(20, apart(p, q)) }
  }
  return {
    fingers: [first, second],
    move(finger, at) {
      const before = hold()
      places = finger === first ? [at, places[1]] : [places[0], at]
      const now = hold()
      camera.panBy(now.middle[0] - before.middle[0], now.middle[1] - before.middle[1])
      camera.zoomAt(now.middle, now.span / before.span)
    },
  }
}

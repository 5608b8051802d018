import type { Point } from '#shared/cards/box'
import type { Camera } from '../camera'
import type { PointerEventData } from '../input'
import { apart } from './tool'

/** Two fingers hold the wall: it moves, grows and shrinks with them. */
export interface Pinch {
  readonly begun: number
  holds(finger: number): boolean
  move(event: PointerEventData): void
  /** CSS pixels from the nearer of the two fingers. */
  distanceTo(at: Point): number
  /** The last touch of each finger. */
  touches(): readonly PointerEventData[]
  /** Puts the wall back where it was. */
  cancel(): void
}

/** Begins a pinch between two fingers on the bare wall. */
export function createPinch(camera: Camera, first: PointerEventData, second: PointerEventData): Pinch {
  const start = camera.view.get()
  let places: readonly [PointerEventData, PointerEventData] = [first, second]
  const hold = () => {
    const [{ at: p }, { at: q }] = places
    return { middle: [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] as const, span: Math.max(20, apart(p, q)) }
  }
  return {
    begun: first.time,
    holds: (finger) => places.some(({ pointer }) => pointer === finger),
    move(event) {
      const before = hold()
      places = event.pointer === first.pointer ? [event, places[1]] : [places[0], event]
      const now = hold()
      camera.panBy(now.middle[0] - before.middle[0], now.middle[1] - before.middle[1])
      camera.zoomAt(now.middle, now.span / before.span)
    },
    distanceTo: (at) => Math.min(...places.map((place) => apart(place.at, at))),
    touches: () => places,
    cancel: () => camera.set(start),
  }
}

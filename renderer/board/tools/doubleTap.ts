import type { PointerEventData } from '../input'
import { apart, slopOf } from './tool'

/** Milliseconds a tap may last, and that may pass until the next one: hands are not equally quick. */
const TAP = 350
const NEXT = 500
/** CSS pixels between two taps of one finger. */
const NEAR = 30

/** Knows two quick taps at one place from those of two people, which a page would take for one double click. */
export interface DoubleTap {
  press(event: PointerEventData): void
  /** True when this release ends a double tap. */
  release(event: PointerEventData): boolean
}

/** Makes one that has seen no taps. Only fingers tap. */
export function createDoubleTap(): DoubleTap {
  const presses = new Map<number, PointerEventData>()
  let taps: readonly PointerEventData[] = []
  return {
    press(event) {
      if (event.device === 'touch') presses.set(event.pointer, event)
    },
    release(event) {
      const press = presses.get(event.pointer)
      presses.delete(event.pointer)
      taps = taps.filter(({ time }) => event.time - time <= NEXT)
      const isTap =
        press !== undefined &&
        event.kind === 'up' &&
        event.time - press.time <= TAP &&
        apart(press.at, event.at) < slopOf(event)
      if (!isTap) return false
      const first = taps.find(({ at }) => apart(at, event.at) <= NEAR)
      taps = first ? taps.filter((tap) => tap !== first) : [...taps, event]
      return first !== undefined
    },
  }
}

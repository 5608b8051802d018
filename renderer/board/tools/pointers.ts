import type { Point } from '#shared/cards/box'
import { hitWall } from '../hit'
import type { PointerEventData } from '../input'
import { panning } from './hand'
import { createPinch, type Pinch } from './pinch'
import type { Bench, Gesture, Tool } from './tool'

/** The gestures under way, one a pointer; two fingers on the bare wall pinch it. */
export interface Pointers {
  press(event: PointerEventData, tool: Tool, isHand: boolean): boolean
  move(event: PointerEventData): boolean
  release(event: PointerEventData): boolean
  /** Drops everything under way; false when there was nothing. */
  cancel(): boolean
  /** The gesture of one pointer, or null. */
  of(pointer: number): Gesture | null
  /** The gesture begun first, or null. */
  first(): Gesture | null
}

interface Held {
  readonly gesture: Gesture
  readonly at: Point
}

/** Makes pointers with nothing held. */
export function createPointers(bench: Bench): Pointers {
  const held = new Map<number, Held>()
  let pinch: Pinch | null = null

  // A second finger on the bare wall pinches with the first; under someone's card it is another person's.
  const beginPinch = (event: PointerEventData): boolean => {
    const [other, ...more] = held
    if (pinch || !other || more.length > 0 || other[1].gesture.name !== 'panning') return false
    const hit = hitWall(bench.scene, bench.camera.toWorld(event.at))
    if (hit && hit.part.name !== 'field' && bench.current.get() === 'select') return false
    pinch = createPinch(bench.camera, other[0], other[1].at, event.pointer, event.at)
    held.clear()
    return true
  }

  return {
    press(event, tool, isHand) {
      if (event.device === 'touch' && beginPinch(event)) return true
      const gesture = isHand ? panning(bench.camera, event.at) : tool.press(bench, event)
      if (gesture) held.set(event.pointer, { gesture, at: event.at })
      return gesture !== null
    },
    move(event) {
      if (pinch?.fingers.includes(event.pointer)) {
        pinch.move(event.pointer, event.at)
        return true
      }
      const mine = held.get(event.pointer)
      if (mine) held.set(event.pointer, { gesture: mine.gesture.move(event), at: event.at })
      return mine !== undefined
    },
    release(event) {
      if (pinch?.fingers.includes(event.pointer)) {
        pinch = null
        return true
      }
      const mine = held.get(event.pointer)
      held.delete(event.pointer)
      if (event.kind === 'up') mine?.gesture.up(event)
      else mine?.gesture.cancel()
      return mine !== undefined
    },
    cancel() {
      const gestures = [...held.values()]
      held.clear()
      for (const { gesture } of gestures) gesture.cancel()
      return gestures.length > 0
    },
    of: (pointer) => held.get(pointer)?.gesture ?? null,
    first: () => held.values().next().value?.gesture ?? null,
  }
}

import { hitCard } from '#shared/cards/kinds'
import { hitAt } from '../hit'
import type { PointerEventData } from '../input'
import { panning } from './hand'
import { createPalms } from './palm'
import { createPinch, type Pinch } from './pinch'
import { isShared, reachOf } from './reach'
import { apart, type Bench, type Gesture, type Tool } from './tool'

/**
 * The gestures under way, one a pointer. The wall itself moves under one pair of hands at a time: only while
 * nobody else holds anything on it.
 */
export interface Pointers {
  /** `mine` is the bench for whoever presses. */
  press(event: PointerEventData, tool: Tool, isHand: boolean, mine: Bench): boolean
  move(event: PointerEventData): boolean
  release(event: PointerEventData): boolean
  /** Drops everything under way; false when there was nothing. */
  cancel(): boolean
  /** The gesture of one pointer, or null. */
  of(pointer: number): Gesture | null
  /** The gesture begun first, or null. */
  first(): Gesture | null
  /** True while a finger or pen holds something that a moving wall would carry off. */
  isHeldByHand(): boolean
}

/** Milliseconds within which two fingers come down to pinch a shared screen. */
const TOGETHER = 500
/** A small screen: a finger that has only just begun something may turn out to be the first of two. */
const JUST_BEGUN = 250

interface Held {
  readonly gesture: Gesture
  readonly press: PointerEventData
  readonly last: PointerEventData
}

/** Makes pointers with nothing held. */
export function createPointers(bench: Bench): Pointers {
  const { camera } = bench
  const held = new Map<number, Held>()
  const palms = createPalms(camera)
  let pinch: Pinch | null = null

  const isBare = ({ at }: PointerEventData): boolean => {
    const hit = hitAt(bench, at)
    return !hit || hit.part.name === 'field' || bench.current.get() === 'hand'
  }

  /** Whether a second finger pinches with the first, or is another person's. */
  const pinchesWith = ({ gesture, press, last }: Held, event: PointerEventData): boolean => {
    if (press.device !== 'touch') return false
    const between = event.time - press.time
    if (!isShared(camera)) return gesture.name === 'panning' || between <= JUST_BEGUN
    const isClose = between <= TOGETHER && apart(last.at, event.at) <= reachOf(camera)
    return isClose && gesture.name === 'panning' && isBare(event)
  }

  const beginPinch = (event: PointerEventData): boolean => {
    const [first, ...more] = [...held.values()]
    if (pinch || !first || more.length > 0 || !pinchesWith(first, event)) return false
    if (first.gesture.name !== 'panning') first.gesture.cancel()
    pinch = createPinch(camera, first.last, event)
    held.clear()
    return true
  }

  /** Takes back what the hand did that holds the pen which has just come. */
  const dropPalms = (pen: PointerEventData) => {
    for (const [pointer, { gesture, press, last }] of held)
      if (palms.wasPalm(last, press.time, pen)) {
        held.delete(pointer)
        gesture.cancel()
      }
    const { begun } = pinch ?? { begun: 0 }
    if (!pinch?.touches().some((touch) => palms.wasPalm(touch, begun, pen))) return
    pinch.cancel()
    pinch = null
  }

  /** Whether a press is on a card that another finger or pen holds, where it hangs or where it came from. */
  const isOnHeldCard = ({ at }: PointerEventData): boolean => {
    const [x, y] = camera.toWorld(at)
    return [...bench.preview.lifts.get().values()].some(({ drawables, delta }) =>
      drawables.some(
        (drawable) =>
          !drawable.kind.isField &&
          (hitCard(drawable, [x - delta[0], y - delta[1]]) || hitCard(drawable, [x, y])),
      ),
    )
  }

  const movesWall = ({ gesture }: Held): boolean => gesture.name === 'panning'

  const hold = (gesture: Gesture, event: PointerEventData, mine: Bench): void => {
    const isPan = gesture.name === 'panning'
    // Whoever writes out of reach would see their card carried off.
    const isBusy = pinch !== null || held.size > 0 || mine !== bench
    if (isPan && isBusy) return
    if (!isPan) {
      // Whoever takes hold of something holds the wall still.
      pinch = null
      for (const [pointer, each] of held) if (movesWall(each)) held.delete(pointer)
    }
    held.set(event.pointer, { gesture, press: event, last: event })
  }

  return {
    press(event, tool, isHand, mine) {
      if (palms.note(event)) dropPalms(event)
      if (palms.isPalm(event)) return true
      if (event.device === 'touch') {
        if (beginPinch(event)) return true
        // A third finger of the hand that pinches.
        if (pinch && pinch.distanceTo(event.at) <= reachOf(camera)) return true
      }
      if (!tool.isForPens && isOnHeldCard(event)) return true
      const gesture = isHand ? panning(camera, event.at) : tool.press(mine, event)
      if (gesture) hold(gesture, event, mine)
      return gesture !== null
    },
    move(event) {
      if (palms.note(event)) dropPalms(event)
      if (pinch?.holds(event.pointer)) {
        pinch.move(event)
        return true
      }
      const mine = held.get(event.pointer)
      if (!mine) return false
      if (palms.hasSettled(event, mine.press)) {
        held.delete(event.pointer)
        mine.gesture.cancel()
        return true
      }
      held.set(event.pointer, { ...mine, gesture: mine.gesture.move(event), last: event })
      return true
    },
    release(event) {
      palms.note(event)
      if (pinch?.holds(event.pointer)) {
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
    isHeldByHand: () => [...held.values()].some((each) => each.press.device !== 'mouse' && !movesWall(each)),
  }
}

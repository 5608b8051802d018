import type { Point } from '#shared/cards/box'
import type { Camera } from '../camera'
import type { PointerEventData } from '../input'
import { reachOf } from './reach'
import { apart } from './tool'

/** Milliseconds before and after a pen in which a touch by the same hand is its palm. */
export const PEN_LINGERS = 500
/** A hovering pen that has said nothing for so long (ms) has gone without telling. */
const HOVER_LINGERS = 3_000
/** CSS pixels; the tip of a finger covers less. */
const PALM_SIZE = 40

/** Knows where pens are, and so which touches are the hands that hold them. */
export interface Palms {
  /** Takes note of a pen; true when it has just come, and what its hand had touched should be dropped. */
  note(event: PointerEventData): boolean
  /** True when this touch is a hand that holds a pen. */
  isPalm(event: PointerEventData): boolean
  /** True when a touch near a pen has grown too large for a finger: the edge of a hand comes down first. */
  hasSettled(event: PointerEventData, press: PointerEventData): boolean
  /** The pen has come: true when a touch that began at `since` (ms) is the hand that holds it. */
  wasPalm(touch: PointerEventData, since: number, pen: PointerEventData): boolean
}

interface Pen {
  readonly at: Point
  readonly time: number
  readonly state: 'down' | 'hovering' | 'gone'
}

/** Makes palms that have seen no pen. */
export function createPalms(camera: Camera): Palms {
  const pens = new Map<number, Pen>()

  const isNear = ({ state, time }: Pen, now: number): boolean =>
    state === 'down' || now - time <= (state === 'hovering' ? HOVER_LINGERS : PEN_LINGERS)
  const isNearAny = (now: number): boolean => [...pens.values()].some((pen) => isNear(pen, now))
  const belongs = (touch: PointerEventData, pen: Point): boolean =>
    isLarge(touch) || apart(touch.at, pen) <= reachOf(camera)

  return {
    note({ device, pointer, kind, at, time }) {
      if (device !== 'pen') return false
      const before = pens.get(pointer)
      const wasNear = before !== undefined && isNear(before, time)
      const isDown = kind === 'down' || (kind === 'move' && before?.state === 'down')
      pens.set(pointer, { at, time, state: isDown ? 'down' : kind === 'move' ? 'hovering' : 'gone' })
      for (const [other, pen] of pens) if (!isNear(pen, time)) pens.delete(other)
      return kind === 'down' || (kind === 'move' && !wasNear)
    },
    isPalm: (touch) =>
      touch.device === 'touch' &&
      [...pens.values()].some((pen) => isNear(pen, touch.time) && belongs(touch, pen.at)),
    hasSettled: (event, press) =>
      event.device === 'touch' && isLarge(event) && !isLarge(press) && isNearAny(event.time),
    wasPalm: (touch, since, pen) =>
      touch.device === 'touch' && pen.time - since <= PEN_LINGERS && belongs(touch, pen.at),
  }
}

const isLarge = ({ contact }: PointerEventData): boolean => Math.max(...contact) >= PALM_SIZE

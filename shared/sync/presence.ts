import type { Pen, Tint } from '../board/vocabulary'
import type { Box, Point } from '../cards/box'
import type { InkPoint } from '../cards/ink'

/** What another window shows of itself while it works; never in the document. */
export interface Presence {
  /** World units; null when the pointer is not over the wall. */
  readonly cursor: Point | null
  /** The cursor is a laser pointer: a light that leaves a trail. */
  readonly laser?: boolean
  readonly selection: readonly string[]
  /** The card being written in. */
  readonly editing: string | null
  /** Where in its words; null when nothing is being written. */
  readonly caret: Caret | null
  /** What is in somebody's hands: one entry a gesture, for several people may work at one window. */
  readonly holds: readonly Hold[]
  /** Pen strokes under way. */
  readonly strokes: readonly LiveStroke[]
}

/** A place in a shared text and the far end of what is selected there: anchors, see `shared/board/anchor.ts`. */
export interface Caret {
  readonly head: Uint8Array
  readonly anchor: Uint8Array
}

/** Cards being moved, or being given another size or turn. */
export interface Hold {
  readonly ids: readonly string[]
  /** How far they were moved, in world units. */
  readonly by: Point
  /** Where they are instead, one an id, when more than their position changes; else empty. */
  readonly places: readonly HeldPlace[]
}

/** World units and degrees. */
export type HeldPlace = readonly [x: number, y: number, width: number, height: number, rotation: number]

/** A pen stroke that only grows, in world units. */
export interface LiveStroke {
  /** Tells it from the other strokes of the same window. */
  readonly key: number
  readonly width: number
  readonly pen: Pen
  readonly tint: Tint
  /** Stays inside this box when it is drawn in a frame. */
  readonly clip: Box | null
  readonly points: readonly InkPoint[]
}

export const NO_PRESENCE: Presence = {
  cursor: null,
  selection: [],
  editing: null,
  caret: null,
  holds: [],
  strokes: [],
}

/** The part that changes seldom, and is sent only when it does. */
export interface Hands extends Pick<Presence, 'selection' | 'editing'> {
  /** The cards of each hold. */
  readonly held: readonly (readonly string[])[]
}

/** How a hold moved. */
export type Motion = Pick<Hold, 'by' | 'places'>

/** What a stroke grew by: its points from `from` on. */
export interface StrokeStep extends LiveStroke {
  readonly from: number
}

/** One step of a presence. Without `hands` they are as they were: a moving cursor costs about 6 bytes. */
export interface PresenceStep {
  readonly cursor: Presence['cursor']
  readonly laser?: boolean
  /** One a hold. */
  readonly motions: readonly Motion[]
  readonly caret: Presence['caret']
  readonly hands: Hands | null
  /** All strokes under way; one that is missing has ended. */
  readonly strokes: readonly StrokeStep[]
}

/** Cards of a selection, or held altogether, that others are shown; more are shown in part. */
export const MAX_SHOWN = 2000
/** Gestures at one window that others are shown. */
export const MAX_HOLDS = 12
/** Cards whose size or turn others see change while a gesture lasts. */
export const MAX_PLACES = 60
export const MAX_STROKES = 8
/** A longer stroke is seen whole when it is done. */
export const MAX_POINTS = 2000

/** What others are shown when there is more than they can be. */
export function bounded(presence: Presence): Presence {
  let left = MAX_SHOWN
  const holds = presence.holds.slice(0, MAX_HOLDS).map(({ ids, by, places }) => {
    const seen = ids.slice(0, places.length > 0 ? Math.min(left, MAX_PLACES) : left)
    left -= seen.length
    return { ids: seen, by, places: places.slice(0, seen.length) }
  })
  const strokes = presence.strokes
    .slice(0, MAX_STROKES)
    .map((stroke) => ({ ...stroke, points: stroke.points.slice(0, MAX_POINTS) }))
  return { ...presence, selection: presence.selection.slice(0, MAX_SHOWN), holds, strokes }
}

/** The step from one bounded presence to the next; all of it when there is no previous one. */
export function presenceStep(next: Presence, previous: Presence | null): PresenceStep {
  const same =
    previous !== null &&
    previous.editing === next.editing &&
    isSameList(previous.selection, next.selection) &&
    previous.holds.length === next.holds.length &&
    previous.holds.every(({ ids }, at) => isSameList(ids, next.holds[at]?.ids ?? []))
  const held = next.holds.map(({ ids }) => ids)
  return {
    cursor: next.cursor,
    ...lit(next.laser),
    motions: next.holds.map(({ by, places }) => ({ by, places })),
    caret: next.caret,
    hands: same ? null : { selection: next.selection, editing: next.editing, held },
    strokes: next.strokes.map((stroke) => {
      const from = grownFrom(previous?.strokes.find(({ key }) => key === stroke.key)?.points, stroke.points)
      return { ...stroke, from, points: stroke.points.slice(from) }
    }),
  }
}

/** The presence after a step. */
export function afterStep(previous: Presence | undefined, step: PresenceStep): Presence {
  const before = previous ?? NO_PRESENCE
  const { selection, editing } = step.hands ?? before
  const held = step.hands?.held ?? before.holds.map(({ ids }) => ids)
  return {
    cursor: step.cursor,
    ...lit(step.laser),
    selection,
    editing,
    caret: step.caret,
    holds: held.flatMap((ids, at) => {
      const motion = step.motions[at]
      return motion ? [{ ids, ...motion }] : []
    }),
    strokes: step.strokes.map(({ from, points, ...stroke }) => {
      const known = before.strokes.find(({ key }) => key === stroke.key)?.points ?? []
      return { ...stroke, points: [...known.slice(0, from), ...points].slice(0, MAX_POINTS) }
    }),
  }
}

/** Only a light that is on is told. */
export function lit(laser: boolean | undefined): { readonly laser?: true } {
  return laser ? { laser } : {}
}

/** Two steps as one. */
export function joinSteps(first: PresenceStep | undefined, second: PresenceStep): PresenceStep {
  if (!first) return second
  const strokes = second.strokes.map((stroke) => {
    const before = first.strokes.find(({ key }) => key === stroke.key)
    if (!before || before.from >= stroke.from) return stroke
    const points = [...before.points.slice(0, stroke.from - before.from), ...stroke.points]
    return { ...stroke, from: before.from, points: points.slice(0, MAX_POINTS) }
  })
  return { ...second, hands: second.hands ?? first.hands, strokes }
}

/** From where on `next` differs from `before`: its end when it only grew. */
function grownFrom(before: readonly InkPoint[] | undefined, next: readonly InkPoint[]): number {
  if (!before || before.length > next.length) return 0
  // A tool may still be steadying the last few points; what lies further back has come to rest.
  const settled = Math.max(0, before.length - MOVING_TAIL)
  return isSamePoint(before[settled], next[settled]) ? firstChange(before, next, settled) : 0
}

const MOVING_TAIL = 4

function firstChange(before: readonly InkPoint[], next: readonly InkPoint[], from: number): number {
  let at = from
  while (at < before.length && isSamePoint(before[at], next[at])) at++
  return at
}

const isSamePoint = (a: InkPoint | undefined, b: InkPoint | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((value, at) => value === b[at]))

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, at) => id === b[at]))

import { type Box, grown, moved, type Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { withContents } from '#shared/clustering/home'
import type { Lift } from './preview'
import type { Scene } from './scene'

/** Time in which two thirds of a way are made, ms: after 200 ms a card has arrived. */
const EASE = 40
/** Nearer than this is there, world units. */
const NEAR = 0.75
/** What a card paints outside its box. */
const OVERHANG = 16

interface Glide {
  box: Box
  /** Where it goes; null: to where the document has it. */
  target: Box | null
  gesture: object
}

/**
 * Cards that make room for a gesture, or land after one: painted on their way, never written. A drag shows by them
 * what its release would do.
 */
export interface Glides {
  /** The cards that make room for this gesture now, and where to; those of before go back. */
  aim(gesture: object, targets: ReadonlyMap<string, Box>): void
  /** All cards of this gesture go to where the document has them. */
  release(gesture: object): void
  /** Cards were let go `delta` away from where they stood and go to where the document has them now. */
  land(gesture: object, held: readonly Drawable[], delta: Point): void
  /** Moves everything on to `now` (ms), at once when the person wants no motion; true while something moves. */
  advance(now: number, isStill: boolean): boolean
  lifts(): readonly Lift[]
  subscribe(listener: () => void): () => void
}

/** Makes glides over a scene; nothing moves yet. */
export function createGlides(scene: Pick<Scene, 'get' | 'membersOf'>): Glides {
  const glides = new Map<string, Glide>()
  const listeners = new Set<() => void>()
  let last = 0

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const advanceOne = (id: string, glide: Glide, part: number): boolean => {
    const place = scene.get(id)?.place
    if (!place) return !glides.delete(id)
    const to = glide.target ?? place
    const isThere = apart(glide.box, to) < NEAR
    glide.box = isThere || part === 1 ? to : between(glide.box, to, part)
    if (glide.box !== to) return true
    // Once more, so that it is wiped from where it was painted last.
    return glide.target === null && glides.delete(id)
  }

  return {
    aim(gesture, targets) {
      for (const [id, glide] of glides) {
        if (glide.gesture === gesture && !targets.has(id)) glide.target = null
      }
      for (const [id, target] of targets) {
        const place = glides.get(id)?.box ?? scene.get(id)?.place
        if (place) glides.set(id, { box: place, target, gesture })
      }
      tell()
    },
    release(gesture) {
      for (const glide of glides.values()) if (glide.gesture === gesture) glide.target = null
      tell()
    },
    land(gesture, held, delta) {
      for (const { id, place } of held) glides.set(id, { box: moved(place, delta), target: null, gesture })
      tell()
    },
    advance(now, isStill) {
      const part = isStill ? 1 : 1 - Math.exp(-Math.min(200, Math.max(0, now - last)) / EASE)
      last = now
      let isMoving = false
      for (const [id, glide] of glides) if (advanceOne(id, glide, part)) isMoving = true
      return isMoving
    },
    lifts() {
      if (glides.size === 0) return []
      // A field painted over cards that stay would veil them.
      const ids = withContents(scene.membersOf, glides.keys())
      return [...ids]
        .flatMap((id) => scene.get(id) ?? [])
        .sort(byHeight)
        .map((drawable) => liftTo(drawable, glides.get(drawable.id)?.box ?? drawable.place))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function byHeight(a: Drawable, b: Drawable): number {
  const fields = Number(b.kind.isField ?? false) - Number(a.kind.isField ?? false)
  return fields !== 0 ? fields : a.card.z < b.card.z ? -1 : 1
}

/** The same drawable as long as only its place differs: the layout of its words is kept with it. */
function liftTo(drawable: Drawable, box: Box): Lift {
  const { place } = drawable
  if (box.width === place.width && box.height === place.height)
    return { drawables: [drawable], delta: [box.x - place.x, box.y - place.y] }
  const sized = { ...drawable, place: { ...place, ...box }, bounds: grown(box, OVERHANG) }
  return { drawables: [sized], delta: [0, 0] }
}

function apart(a: Box, b: Box): number {
  return (
    Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.width - b.width) + Math.abs(a.height - b.height)
  )
}

function between(a: Box, b: Box, part: number): Box {
  const mix = (from: number, to: number) => from + (to - from) * part
  return {
    x: mix(a.x, b.x),
    y: mix(a.y, b.y),
    width: mix(a.width, b.width),
    height: mix(a.height, b.height),
  }
}

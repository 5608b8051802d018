import type { Dispose } from '#shared/board/observe'
import type { Point } from '#shared/cards/box'

/** How long a light is still to be seen where it was, ms. */
export const GLOW = 1200

export interface TrailPoint {
  /** World units. */
  readonly at: Point
  /** ms, on the clock of the frames. */
  readonly when: number
}

/** The key of the light of one's own pointer; those of others are their peers. */
export const ownLight = (pointer: number): number => -1 - Math.abs(pointer)

/** Where laser pointers have just been; never in the document. */
export interface Trails {
  /** Adds where a light is; a light that stays where it was adds nothing. */
  add(light: number, at: readonly number[] | undefined, now: number): void
  /** Forgets what has faded; true while something still glows. */
  advance(now: number): boolean
  /** What glows, oldest points first. */
  all(): ReadonlyMap<number, readonly TrailPoint[]>
  subscribe(listener: () => void): Dispose
}

/** Makes trails with nothing in them. */
export function createTrails(): Trails {
  const trails = new Map<number, TrailPoint[]>()
  const listeners = new Set<() => void>()
  return {
    add(light, [x, y] = [], now) {
      if (x === undefined || y === undefined) return
      const trail = trails.get(light) ?? []
      const last = trail.at(-1)
      if (last && last.at[0] === x && last.at[1] === y) return
      trail.push({ at: [x, y], when: now })
      trails.set(light, trail)
      for (const listener of [...listeners]) listener()
    },
    advance(now) {
      for (const [light, trail] of trails) {
        const first = trail.findIndex(({ when }) => now - when < GLOW)
        if (first < 0) trails.delete(light)
        else trail.splice(0, first)
      }
      return trails.size > 0
    },
    all: () => trails,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

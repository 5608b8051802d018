import type { Drawable } from '#shared/cards/kind'
import type { Lift } from '../board/preview'
import { rerouted } from '../board/rerouted'
import type { Session } from '../board/session'

/**
 * Everything that is painted elsewhere than the document says: what others hold, what makes room or lands, and what
 * this window holds, with the connectors that follow it. A card this window holds is not moved by others.
 */
export function liftsOf({
  scene,
  preview,
  glides,
  remote,
}: Pick<Session, 'scene' | 'preview' | 'glides' | 'remote'>): Lift[] {
  const own = [...preview.lifts.get().values()]
  const gliding = without(glides.lifts(), own)
  return rerouted(scene, [...without(remote.lifts(), [...own, ...gliding]), ...gliding, ...own])
}

function without(lifts: readonly Lift[], others: readonly Lift[]): readonly Lift[] {
  if (lifts.length === 0 || others.length === 0) return lifts
  const taken = idsOf(others)
  const isTaken = ({ id }: Drawable) => taken.has(id)
  return lifts.map(({ drawables, delta }) => ({
    delta,
    // The same list from frame to frame, so that what was made for it can be used again.
    drawables: drawables.some(isTaken) ? drawables.filter((drawable) => !isTaken(drawable)) : drawables,
  }))
}

/** The ids of all lifted cards. */
export function idsOf(lifts: Iterable<Lift>): Set<string> {
  const ids = new Set<string>()
  for (const { drawables } of lifts) for (const { id } of drawables) ids.add(id)
  return ids
}

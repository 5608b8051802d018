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
  return rerouted(scene, [...without(eachOnce(remote.lifts()), [...own, ...gliding]), ...gliding, ...own])
}

/** A card that two of the others hold hangs in the hand of the one who took it last. */
function eachOnce(lifts: readonly Lift[]): readonly Lift[] {
  if (lifts.length < 2) return lifts
  const taken = new Set<string>()
  const kept = [...lifts].reverse().map((lift) => {
    const seen = remaining(lift, taken)
    for (const { id } of lift.drawables) taken.add(id)
    return seen
  })
  return kept.reverse()
}

function without(lifts: readonly Lift[], others: readonly Lift[]): readonly Lift[] {
  if (lifts.length === 0 || others.length === 0) return lifts
  const taken = idsOf(others)
  return lifts.map((lift) => remaining(lift, taken))
}

function remaining({ drawables, delta }: Lift, taken: ReadonlySet<string>): Lift {
  const isTaken = ({ id }: Drawable) => taken.has(id)
  // The same list from frame to frame, so that what was made for it can be used again.
  return {
    delta,
    drawables: drawables.some(isTaken) ? drawables.filter((drawable) => !isTaken(drawable)) : drawables,
  }
}

/** The ids of all lifted cards. */
export function idsOf(lifts: Iterable<Lift>): ReadonlySet<string> {
  const lists = [...lifts].flatMap(({ drawables }) => (drawables.length > 0 ? [idsIn(drawables)] : []))
  const [first = new Set<string>()] = lists
  return lists.length < 2 ? first : new Set(lists.flatMap((ids) => [...ids]))
}

/** A drag holds the same list from its beginning to its end: what is known of it is found once. */
const idsOfLists = new WeakMap<readonly Drawable[], ReadonlySet<string>>()

function idsIn(drawables: readonly Drawable[]): ReadonlySet<string> {
  const known = idsOfLists.get(drawables)
  if (known) return known
  const ids = new Set(drawables.map(({ id }) => id))
  idsOfLists.set(drawables, ids)
  return ids
}

/** The lift that holds all of these cards; undefined when none does. `asked` is the same list from frame to frame. */
export function liftOfAll(lifts: readonly Lift[], asked: readonly Drawable[]): Lift | undefined {
  return lifts.find(({ drawables }) => {
    const known = answers.get(asked)
    if (known?.drawables === drawables) return known.isHeld
    const ids = idsIn(drawables)
    const isHeld = asked.length > 0 && asked.every(({ id }) => ids.has(id))
    answers.set(asked, { drawables, isHeld })
    return isHeld
  })
}

const answers = new WeakMap<
  readonly Drawable[],
  { readonly drawables: readonly Drawable[]; readonly isHeld: boolean }
>()

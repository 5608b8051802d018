import { type Box, unionOf } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import { isLocked, movable } from './members'
import type { Scene } from './scene'

/** What is arranged as one: a card, a theme with all that lies in it, or a group. */
export interface Block {
  /** What moves with it. */
  readonly ids: ReadonlySet<string>
  readonly box: Box
  /** The others are arranged around it. */
  readonly isLocked: boolean
}

/**
 * The blocks that cards make, in the order given. Cards that are all of one group are a block each: inside
 * their group they are arranged one by one.
 */
export function blocksOf(wall: { readonly scene: Scene }, ids: Iterable<string>): Block[] {
  const { scene } = wall
  const chosen = new Set(ids)
  const heads = [...chosen].filter((id) => {
    const { card, kind } = scene.get(id) ?? {}
    // A connector goes where the cards go that it joins.
    return card && !kind?.isLine && !(card.theme !== null && chosen.has(card.theme))
  })
  const bundles = new Map<string, string[]>()
  for (const id of heads) {
    const name = scene.get(id)?.card.group ?? id
    bundles.set(name, [...(bundles.get(name) ?? []), id])
  }
  const [only] = bundles.values()
  const members = bundles.size === 1 && only ? only.map((id) => [id]) : [...bundles.values()]
  return members.flatMap((each) => {
    const free = each.filter((id) => !isLocked(wall, id))
    const shown = free.length > 0 ? free : each
    const box = unionOf(scene.pick(shown).map(({ place }) => uprightBox(place)))
    return box ? [{ ids: movable(wall, free), box, isLocked: free.length === 0 }] : []
  })
}

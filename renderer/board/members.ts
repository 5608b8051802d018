import { withContents } from '#shared/clustering/home'
import type { Scene } from './scene'

type Wall = { readonly scene: Pick<Scene, 'get' | 'membersOf' | 'groupedWith'> }

/** These cards and, for themes, all that lies in them. */
export function withMembers({ scene }: { readonly scene: Pick<Scene, 'membersOf'> }, ids: Iterable<string>) {
  return withContents(scene.membersOf, ids)
}

/** True when a card stays where it is until somebody unlocks it. */
export const isLocked = ({ scene }: Wall, id: string): boolean => scene.get(id)?.card.locked === true

/** Those of these cards that a hand may change. */
export function unlocked(wall: Wall, ids: Iterable<string>): string[] {
  return [...ids].filter((id) => wall.scene.get(id) && !isLocked(wall, id))
}

/** What moves when a hand moves these cards: a theme takes along what lies in it, a locked card stays. */
export function movable(wall: Wall, ids: Iterable<string>): Set<string> {
  const all = new Set(unlocked(wall, ids))
  for (const id of all) for (const member of unlocked(wall, wall.scene.membersOf(id))) all.add(member)
  return all
}

/** What a click on a card takes: its whole group, or the card alone while one is inside that group. */
export function takenWith(wall: Wall, id: string, selected: ReadonlySet<string>): ReadonlySet<string> {
  return isInside(wall, id, selected) ? new Set([id]) : wall.scene.groupedWith(id)
}

/** True when nothing but a part of this card's group is selected: someone has gone into the group. */
export function isInside({ scene }: Wall, id: string, selected: ReadonlySet<string>): boolean {
  const group = scene.groupedWith(id)
  return selected.size > 0 && selected.size < group.size && [...selected].every((each) => group.has(each))
}

/** Those of these cards that are taken by a box or a loop around them: none that is locked, groups only whole. */
export function takenTogether(wall: Wall, ids: ReadonlySet<string>): string[] {
  const known = new Map<ReadonlySet<string>, boolean>()
  const isWhole = (group: ReadonlySet<string>) => {
    const whole = known.get(group) ?? unlocked(wall, group).every((each) => ids.has(each))
    known.set(group, whole)
    return whole
  }
  return unlocked(wall, ids).filter((id) => isWhole(wall.scene.groupedWith(id)))
}

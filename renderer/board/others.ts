import type { Dispose } from '#shared/board/observe'
import type { Presence, Replica } from './replica'

/** What somebody else has chosen, or writes in. */
export interface Choice {
  readonly peer: number
  /** Empty for someone who gave none. */
  readonly name: string
  readonly ids: readonly string[]
  /** What they write in, as in `session.editing`. */
  readonly editing: string | null
  /** How strongly it should be seen: 1 while they are at it, less when nothing has happened for a while. */
  readonly strength: number
}

/** Follows what the others choose, so that a wall with forty people stays calm. */
export interface Others {
  /** Those who changed something last come first. `now` is in the time of `performance.now()`. */
  choices(now: number): readonly Choice[]
  /** Milliseconds until something fades further: 0 while it does, infinite when nothing will. */
  fadesIn(now: number): number
  dispose: Dispose
}

/** ms after the last change in which a choice is seen at full strength, and then the time it takes to fade. */
const FRESH = 4_000
const FADING = 1_000
/** What is left of it among few people; among more nothing is. */
const AT_REST = 0.45
const FEW = 8

/** Follows the presences of a replica. */
export function createOthers(replica: Replica, clock: () => number = () => performance.now()): Others {
  const guests = new Map<number, { readonly presence: Presence; readonly since: number }>()

  const take = () => {
    const presences = replica.presences.get()
    for (const peer of guests.keys()) if (!presences.has(peer)) guests.delete(peer)
    for (const [peer, presence] of presences) {
      const before = guests.get(peer)
      const isResting =
        before !== undefined &&
        presence.holds.length === 0 &&
        presence.editing === before.presence.editing &&
        presence.caret === before.presence.caret &&
        isSame(presence.selection, before.presence.selection)
      guests.set(peer, { presence, since: isResting ? before.since : clock() })
    }
  }
  const unsubscribe = replica.presences.subscribe(take)
  take()

  const choosing = () =>
    [...guests].filter(([, { presence }]) => presence.selection.length > 0 || presence.editing !== null)

  return {
    choices(now) {
      const names = new Map(replica.people.get().map(({ peer, name }) => [peer, name]))
      const all = choosing()
      const rest = all.length <= FEW ? AT_REST : 0
      return all
        .sort(([, a], [, b]) => b.since - a.since)
        .flatMap(([peer, { presence, since }]) => {
          const { selection: ids, editing } = presence
          const faded = Math.min(1, Math.max(0, (now - since - FRESH) / FADING))
          // Who writes is at it however long they think.
          const strength = editing === null ? rest + (1 - faded) * (1 - rest) : 1
          return strength === 0 ? [] : [{ peer, name: names.get(peer) ?? '', ids, editing, strength }]
        })
    },
    fadesIn: (now) =>
      choosing()
        .filter(([, { presence, since }]) => presence.editing === null && now - since < FRESH + FADING)
        .reduce((least, [, { since }]) => Math.min(least, Math.max(0, since + FRESH - now)), Infinity),
    dispose: unsubscribe,
  }
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((id, at) => id === b[at]))

import type { Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import type { Lift } from './preview'
import type { Presence, Replica } from './replica'
import type { Scene } from './scene'

export interface RemoteCursor {
  readonly peer: number
  readonly name: string
  /** World units. */
  readonly at: Point
}

/** Other people's cursors and drags, moving smoothly between the few positions a second that arrive. */
export interface RemotePreview {
  /** Moves everything on to `now` (ms); true while something still moves. */
  advance(now: number): boolean
  lifts(): readonly Lift[]
  cursors(): readonly RemoteCursor[]
  dispose(): void
}

/** Time in which two thirds of the way to a new position is made, ms. */
const EASE = 45
/** A drag that ended waits this long (ms) for the document to say where the cards went. */
const PATIENCE = 500

interface Guest {
  cursor: Glide | null
  drag: Drag | null
}

interface Glide {
  at: [number, number]
  target: Point
}

interface Drag extends Glide {
  readonly key: string
  readonly drawables: readonly Drawable[]
  /** When the drag ended; null while it lasts. */
  ended: number | null
}

/** Follows the presences of a replica. */
export function createRemotePreview(replica: Replica, scene: Scene): RemotePreview {
  const guests = new Map<number, Guest>()
  let last = 0

  const take = () => {
    const presences = replica.presences.get()
    for (const peer of guests.keys()) if (!presences.has(peer)) guests.delete(peer)
    for (const [peer, presence] of presences) {
      const guest = guests.get(peer) ?? { cursor: null, drag: null }
      guests.set(peer, guest)
      const { cursor } = presence
      if (!cursor) guest.cursor = null
      else if (guest.cursor) guest.cursor.target = cursor
      else guest.cursor = { at: [cursor[0], cursor[1]], target: cursor }
      follow(guest, presence)
    }
  }

  const follow = (guest: Guest, { drag, selection }: Presence) => {
    if (!drag) {
      if (guest.drag && guest.drag.ended === null) guest.drag.ended = last
      return
    }
    const key = selection.join()
    if (guest.drag?.key === key && guest.drag.ended === null) {
      guest.drag.target = drag
      return
    }
    const ids = new Set(selection.flatMap((id) => [id, ...scene.membersOf(id)]))
    const drawables = [...ids].flatMap((id) => scene.get(id) ?? [])
    guest.drag = { key, drawables, at: [drag[0], drag[1]], target: drag, ended: null }
  }

  // Once the document has moved a card, its ghost would move it twice.
  const settle = scene.subscribe(({ ids }) => {
    for (const guest of guests.values()) {
      if (!guest.drag) continue
      const rest = guest.drag.drawables.filter(({ id }) => !ids.has(id))
      if (rest.length < guest.drag.drawables.length)
        guest.drag = rest.length === 0 ? null : { ...guest.drag, drawables: rest }
    }
  })
  const unsubscribe = replica.presences.subscribe(take)
  take()

  return {
    advance(now) {
      const part = 1 - Math.exp(-Math.min(200, Math.max(0, now - last)) / EASE)
      last = now
      let isMoving = false
      for (const guest of guests.values()) {
        for (const glide of [guest.cursor, guest.drag]) if (glide && ease(glide, part)) isMoving = true
        const ended = guest.drag?.ended ?? null
        if (ended !== null) {
          if (now - ended > PATIENCE) guest.drag = null
          isMoving = true
        }
      }
      return isMoving
    },
    lifts: () =>
      [...guests.values()].flatMap(({ drag }) =>
        drag ? [{ drawables: drag.drawables, delta: drag.at }] : [],
      ),
    cursors() {
      const names = new Map(replica.people.get().map(({ peer, name }) => [peer, name]))
      return [...guests].flatMap(([peer, { cursor }]) =>
        cursor ? [{ peer, name: names.get(peer) ?? '', at: cursor.at }] : [],
      )
    },
    dispose() {
      settle()
      unsubscribe()
    },
  }
}

function ease(glide: Glide, part: number): boolean {
  const dx = glide.target[0] - glide.at[0]
  const dy = glide.target[1] - glide.at[1]
  if (dx === 0 && dy === 0) return false
  const isThere = Math.abs(dx) + Math.abs(dy) < 0.25
  glide.at = isThere ? [glide.target[0], glide.target[1]] : [glide.at[0] + dx * part, glide.at[1] + dy * part]
  return true
}

import type { Point } from '#shared/cards/box'
import type { Presence } from '#shared/sync/presence'
import { ease, type Glide, glideFrom, partOfWay } from './glide'
import type { InkLine, Lift } from './preview'
import { createRemoteHold, type RemoteHold } from './remoteHold'
import type { Replica } from './replica'
import type { Scene } from './scene'
import type { Trails } from './trails'

export interface RemoteCursor {
  readonly peer: number
  readonly name: string
  /** World units. */
  readonly at: Point
  /** A laser pointer. */
  readonly isLight: boolean
  /** When it was last told to be elsewhere, ms. */
  readonly movedAt: number
}

/** Other people's cursors, what they hold and draw, moving smoothly between the few positions a second that arrive. */
export interface RemotePreview {
  /** Moves everything on to `now` (ms, as `performance.now()`); true while something still moves. */
  advance(now: number): boolean
  lifts(): readonly Lift[]
  lines(): readonly InkLine[]
  cursors(): readonly RemoteCursor[]
  dispose(): void
}

/** A stroke that ended stays this long (ms), for the document to bring the ink in its place. */
const PATIENCE = 300

interface Guest {
  isLight: boolean
  movedAt: number
  cursor: Glide | null
  holds: RemoteHold[]
  readonly strokes: Map<number, Stroke>
}

interface Stroke {
  line: InkLine
  /** Null while it lasts. */
  endedAt: number | null
}

/** Follows the presences of a replica; lights leave their `trails`; `clock` is in the time that `advance` is told. */
export function createRemotePreview(
  replica: Replica,
  scene: Scene,
  trails: Trails,
  clock: () => number = () => performance.now(),
): RemotePreview {
  const guests = new Map<number, Guest>()
  let last = 0

  const take = () => {
    const presences = replica.presences.get()
    for (const peer of guests.keys()) if (!presences.has(peer)) guests.delete(peer)
    for (const [peer, presence] of presences) {
      const guest = guests.get(peer) ?? {
        isLight: false,
        movedAt: clock(),
        cursor: null,
        holds: [],
        strokes: new Map<number, Stroke>(),
      }
      guests.set(peer, guest)
      const { cursor } = presence
      if (cursor && !isAt(guest.cursor?.target, cursor)) guest.movedAt = clock()
      guest.isLight = presence.laser === true
      if (!cursor) guest.cursor = null
      else if (guest.cursor) guest.cursor.target = cursor
      else guest.cursor = glideFrom(cursor)
      takeHolds(guest, presence)
      takeStrokes(guest, presence)
    }
  }

  const takeHolds = (guest: Guest, { holds }: Presence) => {
    const waiting = new Set(guest.holds)
    for (const hold of holds) {
      const known = [...waiting].find((each) => each.follow(hold))
      if (known) waiting.delete(known)
      else guest.holds.push(createRemoteHold(scene, hold))
    }
    for (const hold of waiting) hold.release(clock())
  }

  const takeStrokes = ({ strokes }: Guest, presence: Presence) => {
    for (const { key, ...line } of presence.strokes) strokes.set(key, { line, endedAt: null })
    const lasting = new Set(presence.strokes.map(({ key }) => key))
    for (const [key, stroke] of strokes) if (!lasting.has(key)) stroke.endedAt ??= clock()
  }

  const disposals = [
    scene.subscribe(({ ids }) => {
      for (const { holds } of guests.values()) for (const hold of holds) hold.settle(ids)
    }),
    replica.presences.subscribe(take),
  ]
  take()

  return {
    advance(now) {
      const part = partOfWay(now - last)
      last = now
      let isMoving = false
      for (const [peer, guest] of guests) {
        if (guest.cursor && ease(guest.cursor, part)) isMoving = true
        if (guest.isLight) trails.add(peer, guest.cursor?.at, now)
        for (const hold of guest.holds) if (hold.advance(part, now)) isMoving = true
        guest.holds = guest.holds.filter((hold) => !hold.isOver(now))
        for (const [key, { endedAt }] of guest.strokes) {
          if (endedAt === null) continue
          isMoving = true
          if (now - endedAt > PATIENCE) guest.strokes.delete(key)
        }
      }
      return isMoving
    },
    lifts: () =>
      [...guests.values()]
        .flatMap(({ holds }) => holds.map((hold) => hold.lift()))
        .filter(({ drawables }) => drawables.length > 0),
    lines: () => [...guests.values()].flatMap(({ strokes }) => [...strokes.values()].map(({ line }) => line)),
    cursors() {
      const names = new Map(replica.people.get().map(({ peer, name }) => [peer, name]))
      return [...guests].flatMap(([peer, { cursor, isLight, movedAt }]) => {
        const [x, y] = cursor?.at ?? []
        return x === undefined || y === undefined
          ? []
          : [{ peer, name: names.get(peer) ?? '', at: [x, y], isLight, movedAt }]
      })
    },
    dispose() {
      for (const dispose of disposals) dispose()
    },
  }
}

const isAt = (before: readonly number[] | undefined, [x, y]: Point): boolean =>
  before?.[0] === x && before[1] === y

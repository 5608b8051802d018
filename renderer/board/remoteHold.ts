import type { Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { toDrawable } from '#shared/cards/kinds'
import type { HeldPlace, Hold } from '#shared/sync/presence'
import { ease, type Glide, glideFrom } from './glide'
import type { Lift } from './preview'
import type { Scene } from './scene'

/** Cards in the hands of somebody else, as they are painted meanwhile. */
export interface RemoteHold {
  /** Follows what the other window says; false when it is about other cards. */
  follow(hold: Hold): boolean
  /** The document changed these cards: seen at once when they were let go, else when they will be. */
  settle(ids: ReadonlySet<string>): void
  /** The other window says no more about it. */
  release(now: number): void
  /** Goes on a part of the way; true while something still moves or is waited for. */
  advance(part: number, now: number): boolean
  /** True once nothing of it has to be shown any more. */
  isOver(now: number): boolean
  lift(): Lift
}

/** What was let go waits this long (ms) for the document to say where it went. */
const PATIENCE = 500

/** Takes the cards as they are now: they stay under the other's pointer, whatever is done to them meanwhile. */
export function createRemoteHold(scene: Scene, hold: Hold): RemoteHold {
  let drawables: readonly Drawable[] = hold.ids.flatMap((id) => scene.get(id) ?? [])
  const by = glideFrom(hold.by)
  const places = new Map<string, Glide>()
  const changed = new Set<string>()
  let releasedAt: number | null = null
  let shown: readonly Drawable[] | null = null
  let isGliding = false

  const rest = () => {
    if (changed.size === 0) return
    shown = null
    drawables = drawables.filter(({ id }) => !changed.has(id))
  }
  const takePlaces = (next: Hold) => {
    for (const [at, place] of next.places.entries()) {
      const drawable = drawables.find(({ id }) => id === next.ids[at])
      if (!drawable) continue
      const glide = places.get(drawable.id) ?? glideFrom(placeOf(drawable))
      places.set(drawable.id, glide)
      glide.target = turnedShort(place, glide.at)
    }
  }
  takePlaces(hold)

  return {
    follow(next) {
      const isSame = next.ids.length === hold.ids.length && next.ids.every((id, at) => id === hold.ids[at])
      if (!isSame || releasedAt !== null) return false
      by.target = next.by
      takePlaces(next)
      return true
    },
    settle(ids) {
      for (const { id } of drawables) if (ids.has(id)) changed.add(id)
      if (releasedAt !== null && !isGliding) rest()
    },
    release(now) {
      releasedAt ??= now
    },
    advance(part, now) {
      isGliding = ease(by, part)
      for (const glide of places.values())
        if (ease(glide, part)) {
          isGliding = true
          shown = null
        }
      // Where it comes to rest is where the document has put it: before that it would jump the rest of the way.
      if (releasedAt !== null && !isGliding) rest()
      return isGliding || (releasedAt !== null && now - releasedAt <= PATIENCE)
    },
    isOver: (now) => releasedAt !== null && (drawables.length === 0 || now - releasedAt > PATIENCE),
    lift() {
      shown ??= places.size === 0 ? drawables : drawables.map((each) => standing(each, places.get(each.id)))
      return { drawables: shown, delta: [by.at[0] ?? 0, by.at[1] ?? 0] satisfies Point }
    },
  }
}

const placeOf = ({ card: { pos, size } }: Drawable): HeldPlace => [...pos, ...size]

function standing(drawable: Drawable, glide: Glide | undefined): Drawable {
  if (!glide) return drawable
  const [x = 0, y = 0, width = 0, height = 0, rotation = 0] = glide.at
  return toDrawable({ ...drawable.card, pos: [x, y], size: [width, height, rotation] }, drawable.details)
}

/** A turn from 350° to 10° goes on past zero, not all the way back. */
function turnedShort([x, y, width, height, rotation]: HeldPlace, from: readonly number[]): HeldPlace {
  const now = from[4] ?? rotation
  const way = ((((rotation - now + 180) % 360) + 360) % 360) - 180
  return [x, y, width, height, now + way]
}

import type { Dispose } from '#shared/board/observe'
import type { Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { type Caret, type HeldPlace, type Hold, type LiveStroke, lit } from '#shared/sync/presence'
import type { Lift, Preview } from './preview'
import type { Replica } from './replica'
import type { Scene } from './scene'
import type { Selection } from './selection'
import type { Signal } from './signal'

/** What this window shows of itself to the others. */
export interface OwnPresence {
  /** World units; null when the pointer has left the wall. */
  point(at: Point | null): void
  /** Where the person writes in the words being edited; forgotten when that ends. */
  write(at: Caret | null): void
  /** Points with a light from now on, or no longer. */
  shine(laser: boolean): void
  dispose: Dispose
}

interface Shown {
  readonly replica: Replica
  readonly scene: Scene
  readonly selection: Selection
  readonly editing: Signal<string | null>
  readonly preview: Preview
}

/**
 * Tells the replica what this window's person points at, selects and writes in, and what every gesture
 * under way previews: cards being moved or given another size, and strokes.
 */
export function createOwnPresence({ replica, scene, selection, editing, preview }: Shown): OwnPresence {
  let cursor: Point | null = null
  let caret: Caret | null = null
  let laser = false
  const selected = remembered(() => selection.ids.get(), listOf)
  const holds = remembered(
    () => preview.lifts.get(),
    (lifts) => [...lifts.values()].filter(isOnBoard).map(holdOf(scene)),
  )
  const keys = new WeakMap<object, number>()
  let lastKey = 0
  const keyOf = (gesture: object): number => {
    const key = keys.get(gesture) ?? ++lastKey
    keys.set(gesture, key)
    return key
  }
  const strokes = (): LiveStroke[] =>
    [...preview.lines.get()].map(([gesture, line]) => ({ key: keyOf(gesture), ...line }))
  const show = () =>
    replica.showPresence({
      cursor,
      ...lit(laser),
      selection: selected(),
      editing: editing.get(),
      caret,
      holds: holds(),
      strokes: strokes(),
    })
  const disposals = [
    selection.ids.subscribe(show),
    editing.subscribe(() => {
      caret = null
      show()
    }),
    preview.lifts.subscribe(show),
    preview.lines.subscribe(show),
  ]
  return {
    point(at) {
      cursor = at
      show()
    },
    write(at) {
      caret = at
      show()
    },
    shine(isOn) {
      if (laser === isOn) return
      laser = isOn
      show()
    },
    dispose() {
      for (const dispose of disposals) dispose()
    },
  }
}

const listOf = (ids: ReadonlySet<string>): readonly string[] => [...ids]

/** Makes a value anew only when what it is made from was replaced: a pointer moves far more often. */
function remembered<From extends object, To>(from: () => From, make: (from: From) => To): () => To {
  const made = new WeakMap<From, { readonly value: To }>()
  return () => {
    const now = from()
    const known = made.get(now) ?? { value: make(now) }
    made.set(now, known)
    return known.value
  }
}

/** What is only being drawn means nothing to the others yet. */
const isOnBoard = ({ drawables }: Lift): boolean => drawables.every(({ id }) => id !== '')

/** A drag keeps its list of cards from the first move to the last; a resize makes its cards anew. */
const dragged = new WeakMap<readonly Drawable[], readonly string[]>()

const holdOf =
  (scene: Scene) =>
  ({ drawables, delta }: Lift): Hold => {
    const known = dragged.get(drawables)
    if (known) return { ids: known, by: delta, places: [] }
    const ids = drawables.map(({ id }) => id)
    if (drawables.every((drawable) => scene.get(drawable.id) === drawable)) {
      dragged.set(drawables, ids)
      return { ids, by: delta, places: [] }
    }
    return {
      ids,
      by: [0, 0],
      places: drawables.map(
        ({ card: { pos, size } }): HeldPlace => [pos[0] + delta[0], pos[1] + delta[1], ...size],
      ),
    }
  }

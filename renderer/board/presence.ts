import type { Dispose } from '#shared/board/observe'
import type { Point } from '#shared/cards/box'
import type { Caret } from '#shared/sync/presence'
import type { Replica } from './replica'
import type { Selection } from './selection'
import type { Signal } from './signal'

/** What this window shows of itself to the others. */
export interface OwnPresence {
  /** World units; null when the pointer has left the wall. */
  point(at: Point | null): void
  /** The cards being dragged and by how far; null when the drag is over. */
  drag(ids: readonly string[] | null, delta?: Point): void
  /** Where the person writes in the words being edited; forgotten when that ends. */
  write(at: Caret | null): void
  dispose: Dispose
}

/** Tells the replica what this window's person points at, selects, drags and writes in. */
export function createOwnPresence(
  replica: Replica,
  selection: Selection,
  editing: Signal<string | null>,
): OwnPresence {
  let cursor: Point | null = null
  let dragged: { readonly ids: readonly string[]; readonly delta: Point } | null = null
  let caret: Caret | null = null
  const show = () =>
    replica.showPresence({
      cursor,
      selection: dragged?.ids ?? [...selection.ids.get()],
      drag: dragged?.delta ?? null,
      editing: editing.get(),
      caret,
    })
  const disposals = [
    selection.ids.subscribe(show),
    editing.subscribe(() => {
      caret = null
      show()
    }),
  ]
  return {
    point(at) {
      cursor = at
      show()
    },
    drag(ids, delta = [0, 0]) {
      dragged = ids && { ids, delta }
      show()
    },
    write(at) {
      caret = at
      show()
    },
    dispose() {
      for (const dispose of disposals) dispose()
    },
  }
}

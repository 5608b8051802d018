import * as Y from 'yjs'
import { anchorHighlights } from '#shared/board/actions/restore'
import { rootOf, rootText } from '#shared/board/records'
import { COLLECTION_NAMES, ROOT_TEXTS, SINGLETON_NAMES } from '#shared/board/schema'
import { type Signal, signal } from './signal'

/** Steps kept; each costs about 1.3 kB. */
const MOST_STEPS = 300

/** One person's own steps: never someone else's work. */
export interface Undo {
  readonly state: Signal<{ readonly canUndo: boolean; readonly canRedo: boolean }>
  undo(): void
  redo(): void
  /** Begins a new step even when the last write was a moment ago. */
  mark(): void
  /** How many steps have been done and not undone, also those too long ago to be undone. */
  depth(): number
  /** The last step as a thing of its own: the same as long as nothing was done or undone since. */
  last(): object | null
  /** Undoes the steps above `depth` for good: they cannot be redone. */
  discardTo(depth: number): void
  dispose(): void
}

/** Follows the transactions of `origin`. Writes closer than 400 ms, such as typing, make one step. */
export function createUndo(doc: Y.Doc, origin: object): Undo {
  const scope: Y.AbstractType<unknown>[] = [
    ...COLLECTION_NAMES.map((name) => rootOf(doc, name)),
    ...SINGLETON_NAMES.filter((name) => name !== 'live').map((name) => rootOf(doc, name)),
    ...ROOT_TEXTS.map((name) => rootText(doc, name)),
  ] as Y.AbstractType<unknown>[]
  const manager = new Y.UndoManager(scope, { trackedOrigins: new Set([origin]), captureTimeout: 400 })
  let forgotten = 0
  const state = signal({ canUndo: false, canRedo: false })
  const refresh = () => {
    while (manager.undoStack.length > MOST_STEPS) {
      manager.undoStack.shift()
      forgotten++
    }
    const canUndo = manager.canUndo()
    const canRedo = manager.canRedo()
    const now = state.get()
    if (now.canUndo !== canUndo || now.canRedo !== canRedo) state.set({ canUndo, canRedo })
  }
  manager.on('stack-item-added', refresh)
  manager.on('stack-item-popped', refresh)
  manager.on('stack-cleared', refresh)
  const writer = { doc, person: '', origin: manager, now: () => Date.now() }
  /** What comes back are new words to everybody else: highlights are put on them in the same step. */
  const step = (name: 'undo' | 'redo', flag: 'undoing' | 'redoing') => {
    try {
      doc.transact(() => {
        manager[name]()
        // The manager has already let go of its flag, by which it knows at the end whose step this was.
        manager[flag] = true
        anchorHighlights(writer)
      }, manager)
    } finally {
      manager[flag] = false
    }
  }
  return {
    state,
    undo: () => {
      step('undo', 'undoing')
      refresh()
    },
    redo: () => {
      step('redo', 'redoing')
      refresh()
    },
    mark: () => manager.stopCapturing(),
    depth: () => forgotten + manager.undoStack.length,
    last: () => manager.undoStack.at(-1) ?? null,
    discardTo(depth) {
      while (manager.undoStack.length > Math.max(0, depth - forgotten)) step('undo', 'undoing')
      manager.clear(false, true)
      refresh()
    },
    dispose: () => manager.destroy(),
  }
}

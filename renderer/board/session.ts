import type { Writer } from '#shared/board/actions/writer'
import { type Camera, createCamera } from './camera'
import { createRecords, type Records } from './records'
import type { Replica } from './replica'
import { createSelection, type Selection } from './selection'
import { type Signal, signal, type WritableSignal } from './signal'
import { createUndo, type Undo } from './undo'

/** Something in the panels that another part of the interface asked to see. */
export type Focus =
  | { readonly kind: 'story'; readonly story: string; readonly highlight: string | null }
  | { readonly kind: 'prototype'; readonly card: string }
  | { readonly kind: 'script'; readonly script: string }

/** Everything one window needs to work on one board. Knows no framework. */
export interface Session {
  readonly replica: Replica
  readonly records: Records
  readonly camera: Camera
  readonly selection: Selection
  readonly undo: Undo
  /** Writes in this person's name, as undoable steps. */
  readonly writer: Writer
  /** The card whose text is being written on the wall. */
  readonly editing: WritableSignal<string | null>
  /** What the panels should show; set by a click on a card's source, for example. */
  readonly focus: WritableSignal<Focus | null>
  /** False for observers, and while the board cannot be written. */
  readonly canWrite: Signal<boolean>
  dispose(): void
}

/** Composes a session around a replica. The replica is disposed with it. */
export function createSession(replica: Replica): Session {
  const origin = { of: 'session' }
  const records = createRecords(replica.doc)
  const selection = createSelection()
  const undo = createUndo(replica.doc, origin)
  const canWrite = signal(false)
  const role = () => canWrite.set((replica.me.get()?.role ?? 'observer') !== 'observer')
  role()
  const disposals = [
    replica.me.subscribe(role),
    records.watch('cards', () => selection.forget((id) => records.get('cards', id) === undefined)),
  ]
  return {
    replica,
    records,
    camera: createCamera(),
    selection,
    undo,
    writer: {
      doc: replica.doc,
      get person() {
        return replica.me.get()?.person ?? ''
      },
      origin,
      now: () => Date.now(),
    },
    editing: signal<string | null>(null),
    focus: signal<Focus | null>(null),
    canWrite,
    dispose() {
      for (const dispose of disposals) dispose()
      undo.dispose()
      records.dispose()
      replica.dispose()
    },
  }
}

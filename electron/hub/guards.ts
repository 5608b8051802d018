import type * as Y from 'yjs'
import { createAuthorGuard } from './authorGuard'
import { createLeadGuard } from './leadGuard'
import { createLockGuard } from './lockGuard'
import { createPanelGuard } from './panelGuard'
import { createPlaceFinder } from './touchedPlaces'
import type { WeighedUpdate } from './weighUpdate'

/** Whose edit it is, and what is in it. */
export interface GuardedEdit {
  /** Null for somebody who may do everything. */
  readonly author: string | null
  /** It may hold what others wrote at another hub, or one that died. */
  readonly isBrought: boolean
  readonly update: WeighedUpdate
}

/** Everything that stands between what a client sends and the board. */
export interface Guards {
  /**
   * Takes in an edit by `apply`, inside the transaction under way: true when something was put right that its author may
   * not do. One that no client makes which keeps to the rules is `forged`, and not taken in. Throws what `apply` throws.
   */
  take(edit: GuardedEdit, apply: () => void): boolean | 'forged'
  dispose(): void
}

/** Guards a document. */
export function createGuards(doc: Y.Doc): Guards {
  const locks = createLockGuard(doc)
  const lead = createLeadGuard(doc)
  const authors = createAuthorGuard(doc)
  const panels = createPanelGuard(doc)
  const touchedBy = createPlaceFinder(doc)
  /** What is to be done once an edit is in; undefined when it is forged. */
  const look = ({ author, isBrought, update }: GuardedEdit): (() => boolean)[] | undefined => {
    if (author === null) return []
    const touched = touchedBy(update)
    const putPanels = panels.look(author, touched)
    if (isBrought) return [putPanels]
    const putInName = authors.look(author, touched)
    return putInName && [putPanels, putInName]
  }
  return {
    take(edit, apply) {
      const { author, isBrought } = edit
      const afterwards = look(edit)
      if (!afterwards) return 'forged'
      let isPutRight = false
      const change = () => {
        isPutRight = locks.take(author, apply)
      }
      try {
        if (lead.take(author, change, isBrought)) isPutRight = true
      } finally {
        // What breaks off may have done something by then.
        for (const putRight of afterwards) if (putRight()) isPutRight = true
      }
      return isPutRight
    },
    dispose() {
      locks.dispose()
      lead.dispose()
    },
  }
}

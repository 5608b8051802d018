import type * as Y from 'yjs'
import { createAuthorGuard } from './authorGuard'
import { createLeadGuard } from './leadGuard'
import { createLockGuard } from './lockGuard'
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
  return {
    take({ author, isBrought, update }, apply) {
      const putInName = author === null || isBrought ? () => false : authors.look(author, update)
      if (!putInName) return 'forged'
      let isPutRight = false
      const change = () => {
        isPutRight = locks.take(author, apply)
      }
      try {
        if (lead.take(author, change, isBrought)) isPutRight = true
      } finally {
        // What breaks off may have done something by then.
        if (putInName()) isPutRight = true
      }
      return isPutRight
    },
    dispose() {
      locks.dispose()
      lead.dispose()
    },
  }
}

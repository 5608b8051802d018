import type * as Y from 'yjs'
import { type Dispose, observeCollection } from '#shared/board/observe'
import { type Card, changeRecord, readEach, readRecord, storeRecord } from '#shared/board/schema'

/** Keeps what somebody locked where it is: only they, whoever made it and whoever leads may unlock or delete it. */
export interface LockGuard {
  /**
   * Takes in an edit of a participant, inside the transaction under way, and puts right what they may not do. True when
   * something was.
   */
  take(person: string, edit: () => void): boolean
  dispose: Dispose
}

/** Guards the locked cards of a document. */
export function createLockGuard(doc: Y.Doc): LockGuard {
  const locked = new Map<string, Card>()
  const look = (id: string) => {
    const card = readRecord(doc, 'cards', id)
    if (card?.locked && !card.del) locked.set(id, card)
    else locked.delete(id)
  }
  for (const [id, isLocked] of readEach(doc, 'cards', 'locked')) if (isLocked) look(id)
  const dispose = observeCollection(doc, 'cards', (ids) => {
    for (const id of ids) look(id)
  })
  return {
    take(person, edit) {
      edit()
      let isPutRight = false
      for (const [id, before] of locked) {
        const now = readRecord(doc, 'cards', id)
        if (now?.locked && !now.del) continue
        if (person !== '' && (person === before.made.by || person === before.lockedBy)) continue
        isPutRight = true
        if (now) changeRecord(doc, 'cards', id, { locked: true, lockedBy: before.lockedBy, del: false })
        else {
          const { id: _, ...values } = before
          storeRecord(doc, 'cards', id, values)
        }
      }
      return isPutRight
    },
    dispose,
  }
}

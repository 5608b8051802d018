import type * as Y from 'yjs'
import { type Dispose, observeCollection } from '#shared/board/observe'
import { type Card, changeRecord, readEach, readField, readRecord, storeRecord } from '#shared/board/schema'

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
  // Asked of every card that changes and, of the locked ones, at every edit: two values, and not the whole card.
  const isLocked = (id: string) =>
    readField(doc, 'cards', id, 'locked') === true && readField(doc, 'cards', id, 'del') !== true
  const look = (id: string) => {
    const card = isLocked(id) ? readRecord(doc, 'cards', id) : undefined
    if (card) locked.set(id, card)
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
        if (isLocked(id)) continue
        if (person !== '' && (person === before.made.by || person === before.lockedBy)) continue
        isPutRight = true
        if (readField(doc, 'cards', id, 'del') !== undefined)
          changeRecord(doc, 'cards', id, { locked: true, lockedBy: before.lockedBy, del: false })
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

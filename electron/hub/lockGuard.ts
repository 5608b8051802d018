import type * as Y from 'yjs'
import { changedSoFar, type Dispose, observeCollection } from '#shared/board/observe'
import { putBackWords } from '#shared/board/prose'
import { changeRecord, proseOf, readEach, readField, readRecord, storeRecord } from '#shared/board/records'
import type { Card } from '#shared/board/schema'

/**
 * Keeps what somebody locked as it is: only they, whoever made it and whoever leads may change it. What they may not do
 * is a matter of the hub, since a client may send whatever it likes.
 */
export interface LockGuard {
  /**
   * Takes in an edit, inside the transaction under way, and puts right what its author may not do; null may do
   * everything. True when something was. Words that were added to a locked card stay: somebody may have typed them
   * before they heard of the lock, or while the room was away.
   */
  take(author: string | null, edit: () => void): boolean
  dispose: Dispose
}

/** Where a locked card is and what it shows. Its place in the pile, the outline and a group changes with other cards. */
const KEPT = [
  'type',
  'pos',
  'size',
  'tint',
  'made',
  'lockedBy',
  'highlight',
  'quote',
  'why',
  'confidence',
  'ink',
  'pen',
  'nib',
  'shape',
  'ends',
  'route',
  'heads',
  'asset',
  'pixels',
  'link',
  'sign',
  'record',
] as const satisfies readonly (keyof Card)[]

/** Guards the locked cards of a document. */
export function createLockGuard(doc: Y.Doc): LockGuard {
  const locked = new Map<string, Card>()
  // Asked of every card that changes: two values, and not the whole card.
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

  const putRight = (before: Card): boolean => {
    const { id, ...values } = before
    const now = readRecord(doc, 'cards', id)
    if (!now) {
      storeRecord(doc, 'cards', id, values)
      return true
    }
    const isGone = !now.locked || now.del
    const changed = KEPT.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
    if (isGone || changed.length > 0) {
      const kept = Object.fromEntries(changed.map((key) => [key, before[key]]))
      changeRecord(doc, 'cards', id, { ...kept, ...(isGone ? { locked: true, del: false } : {}) })
    }
    const text = proseOf(doc, 'cards', id, 'text')
    if (!text) changeRecord(doc, 'cards', id, { text: before.text })
    const hasWords = text ? putBackWords(text, before.text) : true
    return isGone || changed.length > 0 || hasWords
  }

  const mayChange = (author: string | null, { made, lockedBy }: Card) =>
    author === null || (author !== '' && (author === made.by || author === lockedBy))

  return {
    take: (author, edit) =>
      doc.transact((transaction) => {
        let isPutRight = false
        try {
          edit()
        } finally {
          // An update that breaks off may have done something by then. Cards of earlier edits in this transaction are
          // among these: each is compared to what it was after its own.
          for (const id of changedSoFar(transaction, doc, 'cards')) {
            const before = locked.get(id)
            if (before && !mayChange(author, before) && putRight(before)) isPutRight = true
            look(id)
          }
        }
        return isPutRight
      }),
    dispose,
  }
}

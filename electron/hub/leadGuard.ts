import type * as Y from 'yjs'
import { changedSoFar, type Dispose, observeCollection } from '#shared/board/observe'
import {
  changeRecord,
  changeSingleton,
  readRecord,
  readSingleton,
  rootOf,
  storeRecord,
} from '#shared/board/records'
import type { Outcome } from '#shared/board/schema'

/**
 * Keeps what only whoever leads may do with the board: going to another stage with everybody, showing an outcome or the
 * tables on every screen, and what came of a round, which stays as the hub or a facilitator wrote it.
 */
export interface LeadGuard {
  /** Takes in an edit, inside the transaction under way, as `LockGuard.take` does. */
  take(author: string | null, edit: () => void): boolean
  dispose: Dispose
}

/** What every screen shows because somebody who leads wants it. */
const ledIn = (doc: Y.Doc) => {
  const { outcome, seating } = readSingleton(doc, 'live')
  return { stage: readSingleton(doc, 'meta').stage, outcome, seating }
}

/** Guards a document. */
export function createLeadGuard(doc: Y.Doc): LeadGuard {
  const outcomes = new Map<string, Outcome>()
  const look = (id: string) => {
    const outcome = readRecord(doc, 'outcomes', id)
    if (outcome) outcomes.set(id, outcome)
    else outcomes.delete(id)
  }
  for (const id of rootOf(doc, 'outcomes').keys()) look(id)
  const dispose = observeCollection(doc, 'outcomes', (ids) => {
    for (const id of ids) look(id)
  })
  const putRight = (before: Outcome): boolean => {
    const { id, ...values } = before
    const now = readRecord(doc, 'outcomes', id)
    if (JSON.stringify(now) === JSON.stringify(before)) return false
    if (now) changeRecord(doc, 'outcomes', id, values)
    else storeRecord(doc, 'outcomes', id, values)
    return true
  }
  return {
    take: (author, edit) =>
      doc.transact((transaction) => {
        const led = ledIn(doc)
        let isPutRight = false
        try {
          edit()
        } finally {
          // One that is new may come from a desktop that led the room while its host was away.
          for (const id of changedSoFar(transaction, doc, 'outcomes')) {
            const before = outcomes.get(id)
            if (author !== null && before && putRight(before)) isPutRight = true
            look(id)
          }
          const now = ledIn(doc)
          const { stage, outcome, seating } = led
          const isMoved = now.stage !== stage
          const isShown = now.outcome !== outcome || now.seating !== seating
          if (author !== null && isMoved) changeSingleton(doc, 'meta', { stage })
          if (author !== null && isShown) changeSingleton(doc, 'live', { outcome, seating })
          if (author !== null && (isMoved || isShown)) isPutRight = true
        }
        return isPutRight
      }),
    dispose,
  }
}

import type * as Y from 'yjs'
import { changedSoFar, type Dispose, observeCollection, observeSingleton } from '#shared/board/observe'
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
 * tables on every screen, who sits at which table, where things are parked, and what came of a round, which stays as the
 * hub or a facilitator wrote it.
 */
export interface LeadGuard {
  /**
   * Takes in an edit, inside the transaction under way, as `LockGuard.take` does. What another host led is kept in one
   * that `isBrought` but for the stage and what the screens show, which are of the moment.
   */
  take(author: string | null, edit: () => void, isBrought?: boolean): boolean
  dispose: Dispose
}

/** Where that lies, besides the outcomes. */
const LED = ['live', 'meta', 'seating'] as const

/** What stands because somebody who leads wants it. */
const ledIn = (doc: Y.Doc, isBrought: boolean) => {
  const { outcome, seating } = readSingleton(doc, 'live')
  const { stage, version, parking, made } = readSingleton(doc, 'meta')
  if (isBrought) return { live: { outcome, seating }, meta: { stage } }
  const { tables } = readSingleton(doc, 'seating')
  return { live: { outcome, seating }, meta: { stage, version, parking, made }, seating: { tables } }
}

/** Puts back what differs; true when something did. */
const leadAgain = (doc: Y.Doc, led: ReturnType<typeof ledIn>): boolean => {
  let isPutRight = false
  for (const name of LED) {
    const before: Readonly<Record<string, unknown>> = led[name] ?? {}
    const now: Readonly<Record<string, unknown>> = { ...readSingleton(doc, name) }
    const changed = Object.keys(before).filter(
      (key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]),
    )
    if (changed.length === 0) continue
    changeSingleton(doc, name, Object.fromEntries(changed.map((key) => [key, before[key]])))
    isPutRight = true
  }
  return isPutRight
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
  /** What stood after the last transaction, by whether an edit is brought: most edits leave it as it is. */
  const stood = new Map<boolean, ReturnType<typeof ledIn>>()
  const stops = [
    observeCollection(doc, 'outcomes', (ids) => {
      for (const id of ids) look(id)
    }),
    ...LED.map((name) => observeSingleton(doc, name, () => stood.clear())),
  ]
  const isTouched = ({ changed }: Y.Transaction) =>
    LED.some((name) => changed.has(rootOf(doc, name) as Y.AbstractType<unknown> as never))
  const ledBefore = (transaction: Y.Transaction, isBrought: boolean) => {
    if (isTouched(transaction)) return ledIn(doc, isBrought)
    const led = stood.get(isBrought) ?? ledIn(doc, isBrought)
    stood.set(isBrought, led)
    return led
  }
  const putRight = (before: Outcome): boolean => {
    const { id, ...values } = before
    const now = readRecord(doc, 'outcomes', id)
    if (JSON.stringify(now) === JSON.stringify(before)) return false
    if (now) changeRecord(doc, 'outcomes', id, values)
    else storeRecord(doc, 'outcomes', id, values)
    return true
  }
  return {
    take: (author, edit, isBrought = false) =>
      doc.transact((transaction) => {
        const led = ledBefore(transaction, isBrought)
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
          if (author !== null && isTouched(transaction) && leadAgain(doc, led)) isPutRight = true
        }
        return isPutRight
      }),
    dispose() {
      for (const stop of stops) stop()
    },
  }
}

import * as Y from 'yjs'
import { rootOf, rootText } from './records'
import type { Collection, RootText, Singleton } from './schema'

/** Ends an observation. */
export type Dispose = () => void

/**
 * Calls `listener` after each transaction that touched a collection, local or remote, with the ids of the
 * records that were added, changed or deleted.
 */
export function observeCollection(
  doc: Y.Doc,
  collection: Collection,
  listener: (ids: ReadonlySet<string>, transaction: Y.Transaction) => void,
): Dispose {
  const root = rootOf(doc, collection)
  const handler = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const ids = new Set<string>()
    for (const event of events) {
      const [id] = event.path
      if (typeof id === 'string') ids.add(id)
      else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(String(key))
    }
    listener(ids, transaction)
  }
  root.observeDeep(handler)
  return () => root.unobserveDeep(handler)
}

/** The ids of a collection's records that a transaction under way has added, changed or deleted by now. */
export function changedSoFar(transaction: Y.Transaction, doc: Y.Doc, collection: Collection): Set<string> {
  const root = rootOf(doc, collection)
  const ids = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    if (type === (root as Y.AbstractType<unknown>)) {
      for (const key of keys) if (key !== null) ids.add(key)
      continue
    }
    let at: typeof type | null = type
    while (at && at.parent !== root) at = at.parent
    const id = at?._item?.parentSub
    if (typeof id === 'string') ids.add(id)
  }
  return ids
}

/** Calls `listener` after each transaction that changed a singleton. */
export function observeSingleton(doc: Y.Doc, name: Singleton, listener: () => void): Dispose {
  const root = rootOf(doc, name)
  root.observeDeep(listener)
  return () => root.unobserveDeep(listener)
}

/** Calls `listener` after each transaction that changed a root text. */
export function observeRootText(doc: Y.Doc, name: RootText, listener: () => void): Dispose {
  const text = rootText(doc, name)
  text.observe(listener)
  return () => text.unobserve(listener)
}

import type * as Y from 'yjs'
import { type Dispose, observeCollection, observeRootText, observeSingleton } from '#shared/board/observe'
import { byOrder } from '#shared/board/order'
import { readRecord, readSingleton, rootOf, rootText } from '#shared/board/records'
import {
  COLLECTION_NAMES,
  type Collection,
  type RecordOf,
  ROOT_TEXTS,
  type RootText,
  SINGLETON_NAMES,
  type Singleton,
  type SingletonOf,
} from '#shared/board/schema'

/**
 * Frozen snapshots of everything in the document, kept up to date: a transaction re-reads only the
 * records it touched, and an untouched record stays the same object. Lists leave deleted records out
 * and are sorted by `order` where the collection has one, else by time.
 */
export interface Records {
  get<C extends Collection>(collection: C, id: string | null): RecordOf<C> | undefined
  /** The same array until something in the collection changes. */
  all<C extends Collection>(collection: C): readonly RecordOf<C>[]
  singleton<S extends Singleton>(name: S): SingletonOf<S>
  text(name: RootText): string
  subscribe(name: Collection | Singleton | RootText, listener: () => void): Dispose
  /** Like `subscribe`, with the ids that changed. */
  watch(collection: Collection, listener: (ids: ReadonlySet<string>) => void): Dispose
  dispose(): void
}

interface Shelf {
  readonly byId: Map<string, RecordOf<Collection>>
  sorted: readonly RecordOf<Collection>[] | null
}

/** Reads a board document into snapshots and follows it until disposed. */
export function createRecords(doc: Y.Doc): Records {
  const shelves = new Map<Collection, Shelf>()
  const singletons = new Map<Singleton, unknown>()
  const listeners = new Map<string, Set<(ids: ReadonlySet<string>) => void>>()
  const disposals: Dispose[] = []
  const nothing: ReadonlySet<string> = new Set()

  const tell = (name: string, ids: ReadonlySet<string>) => {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(ids)
  }
  const listen = (name: string, listener: (ids: ReadonlySet<string>) => void): Dispose => {
    const set = listeners.get(name) ?? new Set()
    listeners.set(name, set)
    set.add(listener)
    return () => set.delete(listener)
  }

  for (const collection of COLLECTION_NAMES) {
    const shelf: Shelf = { byId: new Map(), sorted: null }
    for (const id of rootOf(doc, collection).keys()) {
      const record = readRecord(doc, collection, id)
      if (record) shelf.byId.set(id, record)
    }
    shelves.set(collection, shelf)
    disposals.push(
      observeCollection(doc, collection, (ids) => {
        const swaps: Swap[] = []
        for (const id of ids) {
          const record = readRecord(doc, collection, id)
          swaps.push([shelf.byId.get(id), record])
          if (record) shelf.byId.set(id, record)
          else shelf.byId.delete(id)
        }
        shelf.sorted &&= swaps.length > MOST_SWAPS ? null : swapped(shelf.sorted, swaps)
        tell(collection, ids)
      }),
    )
  }
  for (const name of SINGLETON_NAMES) {
    disposals.push(
      observeSingleton(doc, name, () => {
        singletons.delete(name)
        tell(name, nothing)
      }),
    )
  }
  for (const name of ROOT_TEXTS) disposals.push(observeRootText(doc, name, () => tell(name, nothing)))

  return {
    get: <C extends Collection>(collection: C, id: string | null) => {
      const record = id === null ? undefined : shelves.get(collection)?.byId.get(id)
      return record?.del ? undefined : (record as RecordOf<C> | undefined)
    },
    all<C extends Collection>(collection: C) {
      const shelf = shelves.get(collection)
      if (!shelf) return []
      shelf.sorted ??= [...shelf.byId.values()].filter(({ del }) => !del).sort(byPlace)
      return shelf.sorted as readonly RecordOf<C>[]
    },
    singleton<S extends Singleton>(name: S) {
      if (!singletons.has(name)) singletons.set(name, readSingleton(doc, name))
      return singletons.get(name) as SingletonOf<S>
    },
    text: (name) => rootText(doc, name).toString(),
    subscribe: (name, listener) => listen(name, listener),
    watch: (collection, listener) => listen(collection, listener),
    dispose() {
      for (const dispose of disposals) dispose()
      listeners.clear()
    },
  }
}

/** A record before and after a change. */
type Swap = readonly [before: RecordOf<Collection> | undefined, after: RecordOf<Collection> | undefined]

/** More changes at once than these are sorted anew. */
const MOST_SWAPS = 50

/** A sorted list after some changes: a letter in one card must not sort ten thousand. */
function swapped(list: readonly RecordOf<Collection>[], swaps: readonly Swap[]): RecordOf<Collection>[] {
  const next = [...list]
  for (const [before, after] of swaps) {
    const from = before && !before.del ? placeIn(next, before) : -1
    const isThere = from >= 0 && next[from] === before
    if (before && after && isThere && !after.del && byPlace(before, after) === 0) next[from] = after
    else {
      if (isThere) next.splice(from, 1)
      if (after && !after.del) next.splice(placeIn(next, after), 0, after)
    }
  }
  return next
}

/** The first place in a sorted list that is not before this record. */
function placeIn(list: readonly RecordOf<Collection>[], record: RecordOf<Collection>): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = list[middle]
    if (other && byPlace(other, record) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function byPlace(a: RecordOf<Collection>, b: RecordOf<Collection>): number {
  if ('order' in a && 'order' in b) return byOrder(a, b)
  return a.made.at - b.made.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

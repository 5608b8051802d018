import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { newId } from '#shared/id'
import type { UnsentEdits } from '../board/unsentEdits'

/** The page that kept an edit, and how many it had kept by then. */
type Key = [page: string, number: number]

interface Schema extends DBSchema {
  edits: {
    key: Key
    value: { readonly board: string; readonly update: Uint8Array }
    indexes: { board: string }
  }
}
type Database = IDBPDatabase<Schema>

/** What was not sent, of all boards that this browser has been in. */
export interface UnsentStore extends UnsentEdits {
  /** True when an earlier page left something. */
  hasAny(): Promise<boolean>
  /** Erases everything, of every board. */
  erase(): Promise<void>
}

/**
 * Keeps unsent edits in the IndexedDB of this page's address. Everything is handed to the browser at once and in its
 * order, since the page may be closed with the next key.
 */
export function openUnsentStore(name = 'common-ground'): UnsentStore {
  const page = newId()
  let last = 0
  /** Of earlier pages; this one answers for them now. */
  let recalled: Key[] = []
  let database: Database | undefined
  let opening: Promise<Database> | undefined

  const forget = () => {
    database?.close()
    database = opening = undefined
  }
  const open = async () => {
    database = await openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('edits').createIndex('board', 'board')
      },
      // Another page has a newer layout: it must not wait for this one.
      blocking: forget,
      terminated: forget,
    })
    return database
  }
  /** A browser that refuses is as if it had kept nothing. */
  const use = async <T>(work: (database: Database) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      if (database) return await work(database)
      opening ??= open()
      return await opening.then(work)
    } catch {
      if (!database) opening = undefined
      return otherwise
    }
  }
  // Before anybody has written a letter.
  void use(async () => {}, undefined)

  return {
    keep(board, update) {
      const key: Key = [page, ++last]
      void use(async (database) => {
        const transaction = database.transaction('edits', 'readwrite')
        const adding = transaction.store.add({ board, update }, key)
        transaction.commit()
        await Promise.all([adding, transaction.done])
      }, undefined)
    },
    recall: (board) =>
      use(async (database) => {
        const known = new Set(recalled.map(String))
        const keys: Key[] = []
        const updates: Uint8Array[] = []
        const kept = database.transaction('edits').store.index('board')
        for await (const { primaryKey, value } of kept.iterate(board)) {
          if (primaryKey[0] === page || known.has(String(primaryKey))) continue
          keys.push(primaryKey)
          updates.push(value.update)
        }
        // Only now: what is let go while this reads has nobody who answers for it yet.
        recalled.push(...keys)
        return updates
      }, []),
    letGo() {
      const mine = { from: [page, 0], through: [page, last] }
      const others = recalled
      recalled = []
      void use(async (database) => {
        const transaction = database.transaction('edits', 'readwrite')
        const gone = [IDBKeyRange.bound(mine.from, mine.through), ...others]
        await Promise.all([...gone.map((key) => transaction.store.delete(key)), transaction.done])
      }, undefined)
    },
    hasAny: () => use(async (database) => (await database.count('edits')) > 0, false),
    erase: () => use((database) => database.clear('edits'), undefined),
  }
}

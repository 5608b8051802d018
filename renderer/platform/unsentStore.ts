import { type DBSchema, openDB } from 'idb'
import type { UnsentEdits } from '../board/unsentEdits'

interface Schema extends DBSchema {
  edits: {
    key: number
    value: { readonly board: string; readonly update: Uint8Array }
    indexes: { board: string }
  }
}

/** What was not sent, of all boards that this browser has been in. */
export interface UnsentStore extends UnsentEdits {
  /** True when an earlier page left something. */
  hasAny(): Promise<boolean>
  /** Erases everything, of every board. */
  erase(): Promise<void>
}

/** Keeps unsent edits in the IndexedDB of this page's address. */
export function openUnsentStore(name = 'common-ground'): UnsentStore {
  let opening: ReturnType<typeof open> | undefined
  const open = () =>
    openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('edits', { autoIncrement: true }).createIndex('board', 'board')
      },
      // Another page has a newer layout: it must not wait for this one.
      blocking() {
        void opening?.then((database) => database.close())
        opening = undefined
      },
      terminated() {
        opening = undefined
      },
    })

  /** Numbers of the edits that this page answers for. */
  let mine: number[] = []
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other. A browser that refuses is as if it had kept nothing. */
  const next = <T>(
    work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    const done = last.then(async () => {
      opening ??= open()
      return work(await opening)
    })
    const safe = done.catch(() => {
      opening = undefined
      return otherwise
    })
    last = safe
    return safe
  }

  return {
    keep(board, update) {
      void next(async (database) => {
        mine.push(await database.add('edits', { board, update }))
      }, undefined)
    },
    recall: (board) =>
      next(async (database) => {
        const known = new Set(mine)
        const updates: Uint8Array[] = []
        const kept = database.transaction('edits').store.index('board')
        for await (const { primaryKey, value } of kept.iterate(board)) {
          if (known.has(primaryKey)) continue
          mine.push(primaryKey)
          updates.push(value.update)
        }
        return updates
      }, []),
    letGo() {
      void next(async (database) => {
        const gone = mine
        mine = []
        const transaction = database.transaction('edits', 'readwrite')
        await Promise.all([...gone.map((key) => transaction.store.delete(key)), transaction.done])
      }, undefined)
    },
    hasAny: () => next(async (database) => (await database.count('edits')) > 0, false),
    erase: () =>
      next(async (database) => {
        mine = []
        await database.clear('edits')
      }, undefined),
  }
}

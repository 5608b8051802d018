import { closeSync, openSync, statSync } from 'node:fs'
import { failed, type Result, success } from '#shared/failure'
import type { Codec } from './codec'
import { failureOf } from './failureOf'
import { closeDatabase, syncFolder } from './generation'
import { type BoardDatabase, inTransaction, openDatabase as openEngine } from './layout'
import type { Lock } from './lock'
import type { FileCodec } from './openCodec'
import type { Steps } from './steps'

/** A board file that this process holds: checked before each use, so that nothing is written into a stranger's file. */
export interface OpenDatabase {
  codec(): Codec
  /** Reads; what SQLite throws becomes a failure. */
  read<T>(work: (database: BoardDatabase) => T): Result<T>
  /** Runs `work` in one transaction that is on the disk when this returns. A failure leaves the file as it was. */
  write<T>(work: (database: BoardDatabase) => T): Result<T>
  /** How the records are sealed now. */
  sealing(): FileCodec
  /**
   * Lets `work` put another file in the place of this one, sealed in its own way. Between its steps this one may be
   * read and written.
   */
  replace<T>(sealing: FileCodec, work: (database: BoardDatabase, swap: Swap) => Steps<T>): Steps<Result<T>>
  /** Closes the file and lets go of the lock. */
  close(): void
}

/** What comes before another file takes the place of this one. */
export interface Swap {
  /** Throws when this file is no longer ours. */
  check(): void
  /** Closes this file: on Windows an open one cannot be replaced. */
  close(): void
}

/** Holds the database at `path`, which is locked and whole. Throws what SQLite throws. */
export function holdDatabase(path: string, lock: Lock, sealing: FileCodec): OpenDatabase {
  let present = sealing
  let handle: { readonly database: BoardDatabase; readonly ino: number } | undefined = open(path)
  let isClosed = false

  const attempt = <T>(work: (database: BoardDatabase) => T): Result<T> => {
    if (isClosed) return failed('unexpected', 'the file is closed')
    try {
      handle ??= open(path)
      // Writing into a file that was deleted or replaced under us would succeed and save nothing.
      if (statSync(path).ino !== handle.ino) return failed('missing', 'another file is in its place')
      const holder = lock.holder()
      if (holder === 'another') return failed('boardInUse', 'taken over by another process')
      if (holder === 'nobody') lock.renew()
      return success(work(handle.database))
    } catch (error) {
      return failureOf(error, path)
    }
  }
  const closeHandle = () => {
    if (handle) closeDatabase(handle.database, path)
    handle = undefined
  }

  return {
    codec: () => present.codec,
    sealing: () => present,
    read: attempt,
    write: (work) => attempt((database) => inTransaction(database, () => work(database))),
    *replace<T>(next: FileCodec, work: (database: BoardDatabase, swap: Swap) => Steps<T>): Steps<Result<T>> {
      const ready = attempt((database) => database)
      if (!ready.ok) return ready
      const before = handle?.ino
      let refused: Result<never> | undefined
      const check = () => {
        const still = attempt(() => undefined)
        if (still.ok) return
        refused = still
        throw new Error('the file is no longer ours')
      }
      let done: Result<T>
      try {
        done = success(yield* work(ready.value, { check, close: closeHandle }))
      } catch (error) {
        done = refused ?? failureOf(error, path)
      }
      // Whatever failed: when another generation stands there now that is ours, it is the one to go on with.
      if (done.ok || (!handle && before !== inodeOf(path))) present = next
      return done
    },
    close() {
      if (isClosed) return
      isClosed = true
      closeHandle()
      lock.release()
    },
  }
}

function open(path: string): { readonly database: BoardDatabase; readonly ino: number } {
  const { ino } = statSync(path)
  const database = openEngine(path)
  // The engine syncs no folder: a journal it made itself could be missing after the very power cut that
  // tore the first transaction.
  closeSync(openSync(`${path}-journal`, 'a'))
  syncFolder(path)
  return { database, ino }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

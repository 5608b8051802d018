import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { failed, type Result, success } from '#shared/failure'
import { newId } from '#shared/id'
import { failureOf } from './failureOf'
import { closeDatabase, replaceFile, syncFolder, withDatabase } from './generation'
import { inspect } from './inspect'
import { rollBack } from './journal'
import { type BoardDatabase, checksumOf, inTransaction, layTables, openDatabase } from './layout'
import { type Lock, takeLock } from './lock'
import { type Contents, readContents } from './readContents'

export interface Batch {
  /** Yjs updates (version 1), in the order in which they came. */
  readonly updates: readonly Uint8Array[]
  /** Hash of a token → the person who comes back with it. */
  readonly devices?: ReadonlyMap<string, string>
}

/**
 * One open board file. Every method returns once the disk has it; a failure leaves the file as it was
 * before the call, and the call may be repeated.
 */
export interface BoardFile {
  readonly path: string
  /** The board's id, the same in every copy of the file. */
  readonly id: string
  append(batch: Batch): Result<void>
  /** Keeps the whole state, so that opening need not replay every update. The one before stays as well. */
  keepSnapshot(state: Uint8Array): Result<void>
  /** True when a snapshot would make opening quicker. */
  isTailLong(): boolean
  keepThumbnail(image: Uint8Array): Result<void>
  /**
   * Lets go of the file. With the whole state at hand it is rewritten without gaps when that is worth it,
   * and the previous generation stays as `.bak`.
   */
  close(state?: () => Uint8Array): Result<void>
}

export interface OpenedFile {
  readonly file: BoardFile
  readonly contents: Contents
}

const LONG_TAIL_ROWS = 1_000
const LONG_TAIL_BYTES = 1024 * 1024
const REWRITE_AFTER_ROWS = 200
const REWRITE_AFTER_FREE_BYTES = 1024 * 1024

/** Makes a board file with this state. Fails, and writes nothing, when `path` exists. */
export function createBoardFile(path: string, state: Uint8Array): Result<OpenedFile> {
  if (existsSync(path)) return failed('unexpected', 'the file exists')
  const lock = takeLock(path)
  if (!lock.ok) return lock
  try {
    replaceFile(path, (fresh) =>
      withDatabase(fresh, (database) => {
        layTables(database)
        inTransaction(database, () => {
          setMeta(database, 'format', 'Common Ground board')
          setMeta(database, 'id', newId())
          setMeta(database, 'created', new Date().toISOString())
          addSnapshot(database, 0, state)
        })
      }),
    )
  } catch (error) {
    lock.value.release()
    return failureOf(error, path)
  }
  return openLocked(path, lock.value)
}

/** Opens a board file, or says what is wrong with it and leaves every byte as it is. */
export function openBoardFile(path: string): Result<OpenedFile> {
  const first = inspect(path)
  if (!first.ok) return first
  const lock = takeLock(path)
  return lock.ok ? openLocked(path, lock.value) : lock
}

function openLocked(path: string, lock: Lock): Result<OpenedFile> {
  let database: BoardDatabase | undefined
  try {
    rollBack(path)
    const whole = inspect(path)
    if (!whole.ok) {
      lock.release()
      return whole
    }
    database = openDatabase(path)
    const contents = readContents(database)
    if (contents.ok) {
      return success({ file: boardFile(path, database, lock, contents.value), contents: contents.value })
    }
    database.close()
    lock.release()
    return contents
  } catch (error) {
    database?.close()
    lock.release()
    return failureOf(error, path)
  }
}

function boardFile(path: string, database: BoardDatabase, lock: Lock, contents: Contents): BoardFile {
  const { ino } = statSync(path)
  // The engine syncs no folder: a journal it made itself could be missing after the very power cut that
  // tore the first transaction.
  closeSync(openSync(`${path}-journal`, 'a'))
  syncFolder(path)
  let { last, tailRows, tailBytes } = contents
  let changedRows = tailRows
  let isOpen = true

  const attempt = (work: () => void): Result<void> => {
    if (!isOpen) return failed('unexpected', 'the file is closed')
    try {
      // Writing into a file that was deleted or replaced under us would succeed and save nothing.
      if (statSync(path).ino !== ino) return failed('missing', 'another file is in its place')
      const holder = lock.holder()
      if (holder === 'another') return failed('boardInUse', 'taken over by another process')
      if (holder === 'nobody') lock.renew()
      inTransaction(database, work)
      return success(undefined)
    } catch (error) {
      return failureOf(error, path)
    }
  }

  const keepSnapshot = (state: Uint8Array) => {
    const done = attempt(() => {
      const previous = database.get('SELECT max(through) AS through FROM snapshots')
      const through = typeof previous?.through === 'number' ? previous.through : 0
      addSnapshot(database, last, state)
      database.run('DELETE FROM snapshots WHERE id < (SELECT max(id) FROM snapshots) - 1')
      database.run('DELETE FROM updates WHERE id <= ?', [through])
    })
    if (done.ok) {
      tailRows = 0
      tailBytes = 0
    }
    return done
  }

  return {
    path,
    id: contents.id,
    append({ updates, devices }) {
      const done = attempt(() => {
        const insert = database.prepare('INSERT INTO updates (id, data, checksum) VALUES (?, ?, ?)')
        try {
          for (const [at, data] of updates.entries()) insert.run([last + 1 + at, data, checksumOf(data)])
        } finally {
          insert.finalize()
        }
        for (const [token, person] of devices ?? []) {
          database.run('INSERT OR REPLACE INTO devices (token, person, seen) VALUES (?, ?, ?)', [
            Buffer.from(token, 'hex'),
            person,
            Date.now(),
          ])
        }
      })
      if (done.ok) {
        last += updates.length
        tailRows += updates.length
        changedRows += updates.length
        for (const { length } of updates) tailBytes += length
      }
      return done
    },
    keepSnapshot,
    isTailLong: () => tailRows >= LONG_TAIL_ROWS || tailBytes >= LONG_TAIL_BYTES,
    keepThumbnail: (image) => attempt(() => setMeta(database, 'thumbnail', image)),
    close(state) {
      if (!isOpen) return success(undefined)
      let done: Result<void> = success(undefined)
      const isWorthIt = changedRows >= REWRITE_AFTER_ROWS || freeBytes(database) >= REWRITE_AFTER_FREE_BYTES
      if (state && isWorthIt) done = rewrite(state())
      isOpen = false
      closeDatabase(database, path)
      lock.release()
      return done
    },
  }

  function rewrite(state: Uint8Array): Result<void> {
    try {
      replaceFile(path, (fresh) => {
        database.run('VACUUM INTO ?', [fresh])
        withDatabase(fresh, (next) => {
          inTransaction(next, () => {
            next.exec('DELETE FROM updates; DELETE FROM snapshots;')
            addSnapshot(next, last, state)
          })
          next.exec('VACUUM')
          const check = readContents(next)
          if (!check.ok) throw new Error(`the new generation does not read: ${check.failure.detail ?? ''}`)
        })
        // On Windows an open file cannot be replaced.
        closeDatabase(database, path)
      })
      return success(undefined)
    } catch (error) {
      return failureOf(error, path)
    }
  }
}

function addSnapshot(database: BoardDatabase, through: number, state: Uint8Array): void {
  database.run('INSERT INTO snapshots (through, made, data, checksum) VALUES (?, ?, ?, ?)', [
    through,
    Date.now(),
    state,
    checksumOf(state),
  ])
}

function setMeta(database: BoardDatabase, key: string, value: string | Uint8Array): void {
  database.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', [key, value])
}

function freeBytes(database: BoardDatabase): number {
  try {
    const pages = database.get('PRAGMA freelist_count')?.freelist_count
    return typeof pages === 'number' ? pages * 4096 : 0
  } catch {
    return 0
  }
}

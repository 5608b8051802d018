import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type BoardDatabase, openDatabase } from './layout'
import type { Steps } from './steps'

/**
 * Builds a whole board file beside `path` and puts it in its place in one step: at every instant `path` is
 * either the old file or the new one. The old one stays as `previous`, unless that is null. Throws when
 * anything fails, and then `path` is as it was.
 */
export function* replaceFile<T>(
  path: string,
  build: (fresh: string) => Steps<T>,
  previous: string | null,
): Steps<T> {
  const fresh = `${path}.new`
  try {
    removeDatabase(fresh)
    const built = yield* build(fresh)
    syncPath(fresh)
    if (existsSync(path)) {
      chmodSync(fresh, statSync(path).mode)
      if (previous !== null) keepPrevious(path, previous)
    }
    renameSync(fresh, path)
    syncFolder(path)
    return built
  } catch (error) {
    removeDatabase(fresh)
    throw error
  }
}

/** Writes through a database at `path` that is closed again, whatever happens. */
export function withDatabase<T>(path: string, work: (database: BoardDatabase) => T): T {
  const database = openDatabase(path)
  try {
    return work(database)
  } finally {
    closeDatabase(database, path)
  }
}

/** Closes the database at `path` and leaves one file behind, without a journal. */
export function closeDatabase(database: BoardDatabase, path: string): void {
  if (!database.isOpen) return
  try {
    if (database.inTransaction) database.exec('ROLLBACK')
    database.exec('PRAGMA journal_mode = DELETE')
  } catch {
    // A journal that cannot be deleted is empty; the next opening takes it away.
  } finally {
    database.close()
  }
  removeEmptyJournal(`${path}-journal`)
}

function removeEmptyJournal(journal: string): void {
  if (statSync(journal, { throwIfNoEntry: false })?.size === 0) rmSync(journal, { force: true })
}

/** Makes renames and new files in the folder of `path` last through a power cut, where the system can. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  syncPath(dirname(path))
}

/** Brings what was written to a file, or to a folder, to the disk. Throws when it cannot. */
export function syncPath(path: string): void {
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function keepPrevious(path: string, previous: string): void {
  const fresh = `${previous}.new`
  rmSync(fresh, { force: true })
  try {
    linkSync(path, fresh)
  } catch {
    // Memory sticks know no links.
    copyFileSync(path, fresh)
    syncPath(fresh)
  }
  renameSync(fresh, previous)
}

function removeDatabase(path: string): void {
  rmSync(path, { force: true })
  rmSync(`${path}-journal`, { force: true })
  rmSync(`${path}.lock`, { recursive: true, force: true })
}

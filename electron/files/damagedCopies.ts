import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Result, success } from '#shared/failure'
import { failureOf } from './failureOf'
import { syncFolder } from './generation'
import { type Lock, takeLock } from './lock'

/** A damaged file that a repair has left beside its board. */
export interface DamagedCopy {
  readonly path: string
  /** When the board was repaired, as `2026-11-24`. */
  readonly day: string
}

const NAME = /^(.+) \(damaged (\d{4}-\d{2}-\d{2})\)(?: \d+)?(\.[^.]+)$/
const ENDINGS = ['-journal', '.bak', '.new']

/** Of which board in the same folder a file of this name is a damaged copy, and since when; null for other names. */
export function damagedCopyOf(name: string): { readonly board: string; readonly day: string } | null {
  const [, board, day, extension] = NAME.exec(name) ?? []
  return board && day && extension ? { board: board + extension, day } : null
}

/** Sorts the names in one folder by the board that they are damaged copies of; a board must be there to have any. */
export function damagedCopiesIn(folder: string, names: readonly string[]): Map<string, DamagedCopy[]> {
  const there = new Set(names)
  const copies = new Map<string, DamagedCopy[]>()
  for (const name of [...names].sort()) {
    const found = damagedCopyOf(name)
    if (!found || !there.has(found.board)) continue
    const board = join(folder, found.board)
    copies.set(board, [...(copies.get(board) ?? []), { path: join(folder, name), day: found.day }])
  }
  return copies
}

/** What else a repair has kept of a damaged file. */
export function companionsOf(copy: string): string[] {
  return ENDINGS.map((ending) => copy + ending).filter((path) => existsSync(path))
}

/**
 * Deletes those damaged copies of the board at `path` that have these names, with what else a repair kept of them, and
 * not into the trash. When one of them is open somewhere (`boardInUse`), none is deleted.
 */
export function removeDamagedCopies(path: string, names: readonly string[]): Result<void> {
  const folder = dirname(path)
  const locks: Lock[] = []
  try {
    const found = damagedCopiesIn(folder, readdirSync(folder)).get(path) ?? []
    const copies = found.filter((copy) => names.includes(basename(copy.path)))
    for (const copy of copies) {
      const lock = takeLock(copy.path)
      if (!lock.ok) return lock
      locks.push(lock.value)
    }
    for (const copy of copies) {
      // What belongs to it goes first: alone it would be found by nobody.
      for (const each of [...companionsOf(copy.path), copy.path]) rmSync(each, { force: true })
    }
    if (copies.length > 0) syncFolder(path)
    return success(undefined)
  } catch (error) {
    return failureOf(error, path)
  } finally {
    for (const lock of locks) lock.release()
  }
}

import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { DamageReport } from '#shared/damageReport'
import { failed, type Result, success } from '#shared/failure'
import { unusedName } from '../fileNames'
import { carve } from './damage/carve'
import { openPages } from './damage/pages'
import { type Salvage, salvage } from './damage/salvage'
import { failureOf } from './failureOf'
import { readUndo, rollBack } from './journal'
import { takeLock } from './lock'
import { momentOf } from './privateCopy'
import type { ExportRow } from './rows'
import { writeGeneration } from './writeGeneration'

export interface Repaired {
  readonly report: DamageReport
  /** Where the damaged file stays. */
  readonly damaged: string
}

const TRIES = 5

/** Says what is wrong with a board file and what of it can be read. Nothing is changed and no lock is taken. */
export function inspectDamage(path: string, passphrase?: string): Result<DamageReport> {
  const file = fileAt(path)
  if (!file.ok) return file
  return unchanged(file.value, () => salvage(file.value, passphrase, ({ report }) => report))
}

/** What is wrong with the bytes of a board file, one line each: all that can be said of one without its passphrase. */
export function inspectBytes(path: string): Result<readonly string[]> {
  const file = fileAt(path)
  if (!file.ok) return file
  return unchanged(file.value, () => {
    const undo = readUndo(file.value)
    const pages = openPages(file.value, undo === 'damaged' ? null : undo)
    try {
      return success(carve(pages).problems)
    } finally {
      pages.close()
    }
  })
}

/**
 * Puts a board with everything that can be read in the place of a damaged one, which stays beside it as
 * `NAME (damaged DATE).ground`. At every instant one of the two is at `path`. Nothing is changed when nothing can be
 * read.
 */
export function repairBoardFile(path: string, passphrase?: string, now = new Date()): Result<Repaired> {
  const file = fileAt(path)
  if (!file.ok) return file
  const lock = takeLock(file.value)
  if (!lock.ok) return lock
  try {
    const done = salvage(file.value, passphrase, (found) => replace(file.value, found, now))
    return done.ok ? done.value : done
  } catch (error) {
    return failureOf(error, path)
  } finally {
    lock.value.release()
  }
}

function replace(path: string, { report, generation, sealing, letGo }: Salvage, now: Date): Result<Repaired> {
  const damaged = unusedPath(path, now)
  const meta = new Map(generation.meta)
  if (sealing.wrapped !== null) meta.set('key', sealing.wrapped)
  // A sound journal is undone as every opening does it. One that lies is kept, and must not meet the new file.
  if (readUndo(path) !== 'damaged') rollBack(path)
  for (const ending of ['-journal', '.bak']) keepAs(path + ending, damaged + ending)
  if (existsSync(`${path}.new`)) renameSync(`${path}.new`, `${damaged}.new`)
  writeGeneration(
    path,
    { ...generation, meta, exports: withCopy(generation.exports, damaged, now) },
    {
      codec: sealing.codec,
      previous: damaged,
      beforeSwap: () => {
        letGo()
        rmSync(`${path}-journal`, { force: true })
      },
    },
  )
  return success({ report, damaged })
}

/** The damaged file is a copy too, which no purge reaches. */
function* withCopy(rows: Iterable<ExportRow>, damaged: string, now: Date): Generator<ExportRow> {
  let last = 0
  for (const row of rows) {
    last = Math.max(last, row.id)
    yield row
  }
  yield { id: last + 1, made: now.getTime(), about: { kind: 'ground', name: basename(damaged) } }
}

/** `NAME (damaged DATE).ground`, with a number where that is taken, too. */
function unusedPath(path: string, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  const extension = extname(path)
  const name = `${basename(path, extension)} (damaged ${day})`
  const isTaken = (file: string) =>
    ['', '-journal', '.bak', '.new'].some((ending) => existsSync(join(dirname(path), file + ending)))
  return join(dirname(path), unusedName(name, extension.slice(1) || 'ground', isTaken))
}

function keepAs(path: string, kept: string): void {
  if (!existsSync(path)) return
  try {
    linkSync(path, kept)
  } catch {
    // Memory sticks know no links.
    copyFileSync(path, kept, constants.COPYFILE_EXCL)
  }
}

/** The file that a path leads to, when it may be one. */
function fileAt(path: string): Result<string> {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return failed('isFolder')
    return stat.isFile() ? success(realpathSync(path)) : failed('notABoard', 'not a regular file')
  } catch (error) {
    return failureOf(error)
  }
}

/** Reads a file that may be written meanwhile: what was read counts when it did not change. */
function unchanged<T>(path: string, read: () => Result<T>): Result<T> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const before = momentOf(path)
      const found = read()
      if (momentOf(path) === before) return found
    } catch (error) {
      return failureOf(error)
    }
  }
  return failed('boardInUse', 'it changed with every try to read it')
}

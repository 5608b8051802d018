import { constants, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { failed, type Result, success } from '#shared/failure'
import { failureOf } from './failureOf'
import { isRunning } from './lock'

/** A copy of a board file that nobody else knows, for reading one that may not be written. */
export interface PrivateCopy {
  readonly path: string
  /** Safe to call twice. */
  remove(): void
}

const PREFIX = 'common-ground-copy-'
const TRIES = 5

/**
 * Copies a board file, and the journal of a transaction that may be under way, into a folder of our own. Neither
 * the file nor anything beside it is touched. `boardInUse` when it is written so often that no copy is whole.
 */
export function copyToRead(path: string): Result<PrivateCopy> {
  sweep()
  let folder: string | undefined
  const remove = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  try {
    folder = mkdtempSync(join(tmpdir(), prefixOf(threadId)))
    const copy = join(folder, basename(path))
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = momentOf(path)
      rmSync(`${copy}-journal`, { force: true })
      if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${copy}-journal`)
      copyFileSync(path, copy, constants.COPYFILE_FICLONE)
      if (momentOf(path) === before) return success({ path: copy, remove })
    }
    remove()
    return failed('boardInUse', 'it changed with every try to read it')
  } catch (error) {
    remove()
    return failureOf(error, path)
  }
}

/** Changes with every transaction. */
export function momentOf(path: string): string {
  return [path, `${path}-journal`]
    .map((file) => {
      const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
      return stat ? `${stat.ino}:${stat.size}:${stat.mtimeNs}` : ''
    })
    .join(' ')
}

/** What the names of this process's copies begin with, made in a thread of this number. */
const prefixOf = (thread: number): string => `${PREFIX}${process.pid}-${thread}-`

/** Takes away what a thread of this process left when it died: people's words must not lie about. */
export function removeCopiesOf(thread: number): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefixOf(thread))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Still held by the system: it goes when the app looks at a board after its next start.
    }
  }
}

/** Takes away what a killed process left: people's words must not lie about. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const pid = Number.parseInt(name.slice(PREFIX.length), 10)
    if (!Number.isInteger(pid) || isRunning(pid)) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another user's is theirs to take away.
    }
  }
}

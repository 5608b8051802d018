import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from './generation'
import { rollBack } from './journal'
import { takeLock } from './lock'

/** The backups of a board that stand beside it, such as `NAME.bak` and `NAME.v1.bak`. */
export function backupsOf(path: string): string[] {
  const folder = dirname(path)
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith('.bak'))
    .map((name) => join(folder, name))
}

/** Whether a new board at `path` would overwrite something, or be taken for what the backups beside it are of. */
export function isNameTaken(path: string): boolean {
  return existsSync(path) || backupsOf(path).length > 0
}

/**
 * Gives a board file the name `NAME.ground`, or `NAME 2.ground` and so on where that is taken, with its backups.
 * The answer is its path from then on: the same as before when it is open anywhere or may not be renamed.
 */
export function moveBoardFile(path: string, name: string): string {
  const lock = takeLock(path)
  if (!lock.ok) return path
  try {
    // A half written transaction is undone by a file of the old name.
    rollBack(path)
    const backups = backupsOf(path)
    const to = unusedPath(path, name)
    if (to === path) return path
    renameSync(path, to)
    for (const backup of backups) {
      try {
        renameSync(backup, to + backup.slice(path.length))
      } catch {
        // An older generation under the old name does no harm.
      }
    }
    syncFolder(to)
    return to
  } catch {
    return existsSync(path) ? path : unusedPath(path, name)
  } finally {
    lock.value.release()
  }
}

function unusedPath(path: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const candidate = join(dirname(path), `${n === 1 ? name : `${name} ${n}`}.ground`)
    if (candidate === path || isSameFile(candidate, path)) return candidate
    if (!isNameTaken(candidate)) return candidate
  }
}

/** Another spelling of one name, on disks that do not tell “A” from “a”. */
function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }))
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev
}

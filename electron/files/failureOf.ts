import { accessSync, constants, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type FailureCode, failed, type Result } from '#shared/failure'

const BY_ERRNO: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'isFolder',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'readOnly',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EBUSY: 'boardInUse',
}

/** The engine reports by sentence only. */
const BY_SENTENCE: readonly (readonly [RegExp, FailureCode])[] = [
  [/disk is full/i, 'diskFull'],
  [/readonly database/i, 'readOnly'],
  [/malformed/i, 'corrupt'],
  [/not a database/i, 'notABoard'],
  [/locked|busy/i, 'boardInUse'],
]

/** What an error of the file system or of SQLite at `path` means to a person. */
export function failureOf(error: unknown, path: string): Result<never> {
  const detail = error instanceof Error ? error.message : String(error)
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = BY_ERRNO[errno] ?? BY_SENTENCE.find(([sentence]) => sentence.test(detail))?.[1]
  return failed(known ?? probe(path), detail)
}

/** "disk I/O error" does not say which: ask the folder. */
function probe(path: string): FailureCode {
  try {
    const folder = dirname(path)
    accessSync(folder, constants.W_OK)
    accessSync(path, constants.W_OK)
    return statfsSync(folder).bavail === 0 ? 'diskFull' : 'unexpected'
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
    return BY_ERRNO[errno] ?? 'unexpected'
  }
}

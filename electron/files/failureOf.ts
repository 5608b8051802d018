import { accessSync, constants, rmSync, writeFileSync } from 'node:fs'
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
  [/malformed|no such (table|column)/i, 'corrupt'],
  [/not a database/i, 'notABoard'],
  [/locked|busy/i, 'boardInUse'],
]

/**
 * What an error of the file system or of SQLite means to a person. With `path` it may try what a save there would
 * do, to find out.
 */
export function failureOf(error: unknown, path?: string): Result<never> {
  const detail = error instanceof Error ? error.message : String(error)
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = BY_ERRNO[errno] ?? BY_SENTENCE.find(([sentence]) => sentence.test(detail))?.[1]
  return failed(known ?? (path === undefined ? 'unexpected' : probe(path)), detail)
}

/** "disk I/O error" does not say which: try what a save does. */
function probe(path: string): FailureCode {
  const beside = `${path}.probe`
  try {
    accessSync(path, constants.W_OK)
    try {
      writeFileSync(beside, new Uint8Array(64 * 1024), { flush: true })
    } finally {
      rmSync(beside, { force: true })
    }
    return 'unexpected'
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
    return BY_ERRNO[errno] ?? 'unexpected'
  }
}

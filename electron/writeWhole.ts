import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { type FailureCode, failed, type Result, success } from '#shared/failure'

const CODES: Record<string, FailureCode> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'readOnly',
  EISDIR: 'isFolder',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
}

/** Writes a file so that at every instant either the old or the whole new content is there. The value is the path. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<Result<string>> {
  const part = `${path}.${randomUUID()}.part`
  try {
    const file = await open(part, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
    return success(path)
  } catch (cause) {
    await rm(part, { force: true })
    return failed(failureCodeOf(cause), String(cause))
  }
}

/** The failure code for what the file system threw. */
export function failureCodeOf(cause: unknown): FailureCode {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return CODES[code] ?? 'unexpected'
}

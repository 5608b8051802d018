import { type Result, success } from '#shared/failure'
import { lookAt } from './lookAt'
import type { Contents } from './readContents'

/**
 * What a board file holds, without taking its lock or touching anything beside it: also of one that is open
 * elsewhere or may not be written.
 */
export function readBoard(path: string, passphrase?: string): Result<Contents> {
  const opened = lookAt(path, passphrase)
  if (!opened.ok) return opened
  opened.value.file.close()
  return success(opened.value.contents)
}

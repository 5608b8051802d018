import { chmodSync } from 'node:fs'
import { failed, type Result, success } from '#shared/failure'
import { type OpenedFile, openBoardFile } from './boardFile'
import { inspectHeader } from './inspect'
import { copyToRead } from './privateCopy'
import type { Steps } from './steps'

/**
 * Opens a board file only to look at: what is read comes from a private copy of this moment, and every call that
 * would write answers `readOnly`.
 */
export function lookAt(path: string, passphrase?: string): Result<OpenedFile> {
  const header = inspectHeader(path)
  if (!header.ok) return header
  const copy = copyToRead(path)
  if (!copy.ok) return copy
  chmodSync(copy.value.path, 0o600)
  const opened = openBoardFile(copy.value.path, passphrase)
  if (!opened.ok) {
    copy.value.remove()
    return opened
  }
  const { file, contents } = opened.value
  const refuse = () => failed('readOnly', 'opened only to look at')
  // biome-ignore lint/correctness/useYield: there is nothing to be done
  const refuseSteps = function* (): Steps<Result<never>> {
    return refuse()
  }
  return success({
    // No round goes on where nothing may be written.
    contents: { ...contents, sealed: [] },
    file: {
      ...file,
      path,
      append: refuse,
      keepSnapshot: refuse,
      keepMeta: refuse,
      rewrite: refuseSteps,
      seal: refuseSteps,
      versions: { ...file.versions, keep: refuse, describe: refuse, remove: refuse },
      assets: { ...file.assets, keep: refuse, remove: refuse },
      exports: { ...file.exports, note: refuse, forget: refuse },
      isTailLong: () => false,
      close() {
        file.release()
        copy.value.remove()
        return success(undefined)
      },
    },
  })
}

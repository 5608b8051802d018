import type { Result } from '#shared/failure'
import { type BoardFile, openBoardFile } from '../../electron/files/boardFile'
import { mergeState } from '../../electron/files/document'
import { newEncryption } from '../../electron/files/encryption'
import type { Folded } from '../../electron/files/rewriting'
import { atOnce } from '../../electron/files/steps'
import { unwrap } from './results'

/** The document of an open file as one packed state. */
export function foldedOf(file: BoardFile): Folded {
  const state = unwrap(file.read())
  return { packed: unwrap(mergeState(state)), through: state.last }
}

/** Writes an open file afresh as it is. */
export const rewriteAtOnce = (file: BoardFile): Result<void> => atOnce(file.rewrite(foldedOf(file), {}))

/** Seals an open file with a passphrase, or opens it to everybody with null. */
export async function setPassphrase(file: BoardFile, passphrase: string | null): Promise<Result<void>> {
  const key = passphrase === null ? null : await newEncryption(passphrase)
  return atOnce(file.seal(foldedOf(file), key))
}

/** Seals a closed board with a passphrase. */
export async function sealBoard(path: string, passphrase: string): Promise<void> {
  const { file } = unwrap(openBoardFile(path))
  unwrap(await setPassphrase(file, passphrase))
  file.close()
}

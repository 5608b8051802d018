import { failed, type Result, success } from '#shared/failure'
import { plainCodec } from './codec'
import { type Encryption, openEncryption } from './encryption'
import type { BoardDatabase } from './layout'
import { readMeta } from './rows'

/** How a file's records are read; `wrapped` is null for a board without a passphrase. */
export type FileCodec = Pick<Encryption, 'codec'> & { readonly wrapped: string | null }

/** Finds out whether the board has a passphrase, and opens it: `needsPassphrase`, `wrongPassphrase` or `corrupt`. */
export function openCodec(database: BoardDatabase, passphrase: string | undefined): Result<FileCodec> {
  const row = database.get("SELECT * FROM meta WHERE key = 'key'")
  if (!row) return success({ codec: plainCodec, wrapped: null })
  const wrapped = readMeta(row, plainCodec)
  if (!wrapped) return failed('corrupt', 'the wrapped key')
  if (passphrase === undefined) return failed('needsPassphrase')
  const opened = openEncryption(new TextDecoder().decode(wrapped.value), passphrase)
  return opened ? success(opened) : failed('wrongPassphrase')
}

import { copyFileSync } from 'node:fs'
import { failed, type Result, success } from '#shared/failure'
import { plainCodec } from './codec'
import { replaceFile, withDatabase } from './generation'
import { FILE_VERSION, inTransaction, SEALED_TABLE } from './layout'
import { openCodec } from './openCodec'
import { findDamage, readContents } from './readContents'
import { atOnce, oneStep } from './steps'

/*
 * The second version of the board file had no table of sealed rows. Every other row is as it is now, so that a board
 * under a passphrase need not be opened up for it.
 */

/**
 * Puts a file with that table in the place of one without, which stays as `previous`. A failure leaves the file as it
 * was. Throws what the disk throws.
 */
export function migrateVersion2(
  path: string,
  previous: string,
  passphrase: string | undefined,
): Result<void> {
  const codec = withDatabase(path, (database) => openCodec(database, passphrase))
  if (!codec.ok) return codec
  let damage: string | undefined
  const build = (fresh: string) =>
    oneStep(() => {
      copyFileSync(path, fresh)
      damage = withDatabase(fresh, (database) => {
        const isThere = database.get("SELECT name FROM sqlite_master WHERE name = 'sealed'")
        if (isThere) return 'a table that this version does not have'
        inTransaction(database, () =>
          database.exec(`${SEALED_TABLE}; PRAGMA user_version = ${FILE_VERSION};`),
        )
        const contents = readContents(database, plainCodec)
        return contents.ok ? findDamage(database) : (contents.failure.detail ?? 'it does not read')
      })
      if (damage !== undefined) throw new Error(damage)
    })
  try {
    atOnce(replaceFile(path, build, previous))
  } catch (error) {
    if (damage !== undefined) return failed('corrupt', damage)
    throw error
  }
  return success(undefined)
}

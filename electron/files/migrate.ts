import { failed, type Result, success } from '#shared/failure'
import { plainCodec } from './codec'
import { closeDatabase, withDatabase } from './generation'
import { FILE_VERSION } from './layout'
import { checkPages } from './readContents'
import { readVersion1 } from './version1'
import { migrateVersion2 } from './version2'
import { writeGeneration } from './writeGeneration'

/**
 * Brings a locked board file of an older version to the present one: everything is written afresh beside it, and
 * the old file stays as `NAME.vN.bak`. On failure, and when it throws, the file is as it was.
 */
export function migrate(path: string, version: number, passphrase: string | undefined): Result<void> {
  if (version === FILE_VERSION) return success(undefined)
  const previous = `${path}.v${version}.bak`
  if (version === 2) return migrateVersion2(path, previous, passphrase)
  return withDatabase(path, (database) => {
    const damage = checkPages(database)
    if (damage !== undefined) return failed('corrupt', damage)
    const old = readVersion1(database)
    if (!old.ok) return old
    writeGeneration(path, old.value, {
      codec: plainCodec,
      previous,
      // On Windows an open file cannot be replaced.
      beforeSwap: () => closeDatabase(database, path),
    })
    return success(undefined)
  })
}

import { copyFileSync } from 'node:fs'
import { failed, type Result, success } from '#shared/failure'
import { plainCodec } from './codec'
import { failureOf } from './failureOf'
import { replaceFile, withDatabase } from './generation'
import { hostToken } from './hostToken'
import { inspectHeader } from './inspect'
import { rollBack } from './journal'
import type { BoardDatabase } from './layout'
import { copyToRead } from './privateCopy'
import { findDamage, laterTables } from './readContents'
import { readDevice, writeDevice, writeMeta } from './rows'
import { atOnce, oneStep } from './steps'

/**
 * Copies a board under a passphrase to the file `to` without that passphrase: its sealed records stay as they are.
 * With `asId` the copy is a board of its own, under the same title and passphrase. `corrupt` when something in it
 * is damaged; then, and whenever else it fails, `to` is as it was.
 */
export function copySealed(path: string, to: string, asId: string | null): Result<null> {
  const header = inspectHeader(path)
  if (!header.ok) return header
  const copy = copyToRead(path)
  if (!copy.ok) return copy
  try {
    rollBack(copy.value.path)
    const damage = withDatabase(copy.value.path, (database) => {
      const found = findDamage(database)
      if (found === undefined && asId !== null) giveId(database, asId)
      return found
    })
    if (damage !== undefined) return failed('corrupt', damage)
    const { path: sealed } = copy.value
    atOnce(replaceFile(to, (fresh) => oneStep(() => copyFileSync(sealed, fresh)), null))
    return success(null)
  } catch (error) {
    return failureOf(error, path)
  } finally {
    copy.value.remove()
  }
}

/** No passphrase seals which board it is, nor who may come back. */
function giveId(database: BoardDatabase, id: string): void {
  const before = database.get("SELECT value FROM meta WHERE key = 'id'")?.value
  writeMeta(database, plainCodec, 'id', id)
  writeMeta(database, plainCodec, 'created', new Date().toISOString())
  // A round goes on where it began; what people keep to themselves does not travel.
  for (const table of laterTables(database)) database.run(`DELETE FROM ${table}`)
  // Whoever hosts from here is the same person on the copy.
  const token = Buffer.from(hostToken(String(before)), 'hex')
  const known = database.get('SELECT * FROM devices WHERE token = ?', [token])
  const host = known && readDevice(known)
  if (host) writeDevice(database, { ...host, token: hostToken(id), seen: Date.now() })
}

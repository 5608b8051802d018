import { createHash } from 'node:crypto'
import { failed, type Result, success } from '#shared/failure'
import type { OpenDatabase } from './openDatabase'
import { type AssetRow, readAsset, writeAsset } from './rows'

/** The pictures in one open board file, by the SHA-256 of their bytes. */
export interface AssetStore {
  /** Keeps a picture and returns its hash (hexadecimal). Keeping the same one again changes nothing. */
  keep(type: string, data: Uint8Array): Result<string>
  /** `missing` when there is none with this hash, `corrupt` when it is damaged. */
  read(hash: string): Result<AssetRow>
  hashes(): Result<readonly string[]>
  /** Unknown hashes are ignored. */
  remove(hashes: readonly string[]): Result<void>
}

export function assetStore({ codec, read, write }: OpenDatabase): AssetStore {
  const one = (hash: string): Result<AssetRow> => {
    const row = read((database) => database.get('SELECT * FROM assets WHERE hash = ?', [hash]))
    if (!row.ok) return row
    if (!row.value) return failed('missing', `no asset ${hash}`)
    const asset = readAsset(row.value, codec())
    return asset ? success(asset) : failed('corrupt', `asset ${hash}`)
  }
  return {
    keep(type, data) {
      const hash = createHash('sha256').update(data).digest('hex')
      if (one(hash).ok) return success(hash)
      const kept = write((database) => writeAsset(database, codec(), { hash, type, data }))
      return kept.ok ? success(hash) : kept
    },
    read: one,
    hashes: () =>
      read((database) => database.all('SELECT hash FROM assets ORDER BY id').map(({ hash }) => String(hash))),
    remove: (hashes) =>
      write((database) => {
        for (const hash of hashes) database.run('DELETE FROM assets WHERE hash = ?', [hash])
      }),
  }
}

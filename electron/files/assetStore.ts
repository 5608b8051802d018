import { createHash } from 'node:crypto'
import { failed, type Result, success } from '#shared/failure'
import type { OpenDatabase } from './openDatabase'
import { type AssetRow, readAsset, writeAsset } from './rows'

/** Pictures of one board, and their bytes: a file that cannot be copied to a memory stick is of no use. */
const MOST_PICTURES = 4_000
const MOST_BYTES = 3 * 1024 ** 3

/** The pictures in one open board file, by the SHA-256 of their bytes. */
export interface AssetStore {
  /**
   * Keeps a picture and returns its hash (hexadecimal). Keeping the same one again changes nothing;
   * `tooManyPictures` when the board holds as many as it can.
   */
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
  const hasRoom = (more: number): Result<void> => {
    // The length of a stored value is known without reading it.
    const kept = read((database) =>
      database.get('SELECT count(*) AS count, total(length(data)) AS bytes FROM assets'),
    )
    if (!kept.ok) return kept
    const { count, bytes } = kept.value ?? {}
    return Number(count) < MOST_PICTURES && Number(bytes) + more <= MOST_BYTES
      ? success(undefined)
      : failed('tooManyPictures', `${count} pictures, ${bytes} bytes`)
  }
  return {
    keep(type, data) {
      const hash = createHash('sha256').update(data).digest('hex')
      if (one(hash).ok) return success(hash)
      const room = hasRoom(data.length)
      if (!room.ok) return room
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

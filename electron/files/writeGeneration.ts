import type { Codec } from './codec'
import { replaceFile, withDatabase } from './generation'
import { type BoardDatabase, inTransaction, layTables } from './layout'
import { checkPages, readContents } from './readContents'
import {
  type AssetRow,
  type DeviceRow,
  type ExportRow,
  type MetaKey,
  type VersionRow,
  writeAsset,
  writeDevice,
  writeExport,
  writeMeta,
  writeSnapshot,
  writeVersion,
} from './rows'

/** Everything a board file holds, as it is to be written afresh. Rows are asked for one at a time. */
export interface Generation {
  readonly meta: ReadonlyMap<MetaKey, string | number | Uint8Array>
  /** The whole document, and the number of the last update in it. */
  readonly packed: Uint8Array
  readonly through: number
  readonly versions: Iterable<VersionRow>
  readonly assets: Iterable<AssetRow>
  readonly devices: Iterable<DeviceRow>
  readonly exports: Iterable<ExportRow>
}

export interface GenerationOptions {
  readonly codec: Codec
  /** Where the file that is replaced stays: `path.bak` unless given; null to leave nothing of it. */
  readonly previous?: string | null
  /** Called when the new file is whole, just before it takes its place. */
  readonly beforeSwap?: () => void
}

/**
 * Writes a whole board file beside `path`, reads it back and puts it in its place in one step. Nothing of the old
 * file's free pages comes along. Throws when anything fails, and then `path` is as it was.
 */
export function writeGeneration(path: string, generation: Generation, options: GenerationOptions): void {
  const { codec } = options
  replaceFile(
    path,
    (fresh) => {
      withDatabase(fresh, (database) => {
        layTables(database)
        inTransaction(database, () => fill(database, codec, generation))
        const damage = checkPages(database)
        const check = readContents(database, codec)
        if (damage !== undefined || !check.ok)
          throw new Error(`the new generation does not read: ${damage ?? ''}`)
      })
      options.beforeSwap?.()
    },
    options.previous === undefined ? `${path}.bak` : options.previous,
  )
}

function fill(database: BoardDatabase, codec: Codec, generation: Generation): void {
  const { meta, packed, through, versions, assets, devices, exports } = generation
  for (const [key, value] of meta) writeMeta(database, codec, key, value)
  const made = Date.now()
  // Twice, so that no one damaged place costs the document.
  for (const id of [1, 2]) writeSnapshot(database, codec, { id, through, made, packed })
  for (const row of versions) writeVersion(database, codec, row)
  for (const row of assets) writeAsset(database, codec, row)
  for (const row of devices) writeDevice(database, row)
  for (const row of exports) writeExport(database, codec, row)
}

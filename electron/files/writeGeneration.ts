import type { Codec } from './codec'
import { closeDatabase, replaceFile, syncPath } from './generation'
import { type BoardDatabase, inTransaction, layTables, openUnfinished } from './layout'
import { checkPages, readContents } from './readContents'
import {
  type AssetRow,
  type DeviceRow,
  type ExportRow,
  type MetaKey,
  type UpdateRow,
  type VersionRow,
  writeAsset,
  writeDevice,
  writeExport,
  writeMeta,
  writeSnapshot,
  writeUpdates,
  writeVersion,
} from './rows'
import { type SealedRow, writeSealed } from './sealedRows'
import { atOnce, type Steps } from './steps'

/** Everything a board file holds, as it is to be written afresh. Rows are asked for one at a time. */
export interface Generation {
  readonly meta: ReadonlyMap<MetaKey, string | number | Uint8Array>
  /** The whole document, and the number of the last update in it. */
  readonly packed: Uint8Array
  readonly through: number
  readonly versions: Iterable<VersionRow>
  readonly assets: Iterable<AssetRow>
  readonly exports: Iterable<ExportRow>
  /** Asked for last, with what came after `through` until then. */
  readonly devices: Iterable<DeviceRow>
  readonly sealed: Iterable<SealedRow>
  readonly updates: Iterable<UpdateRow>
}

export interface GenerationOptions {
  readonly codec: Codec
  /** Where the file that is replaced stays: `path.bak` unless given; null to leave nothing of it. */
  readonly previous?: string | null
  /** Called when the new file is whole, just before it takes its place. */
  readonly beforeSwap?: () => void
}

/** What came while a generation was written, and is in it as updates. */
export interface Late {
  readonly rows: number
  readonly bytes: number
}

/** Bytes of rows after which they are brought to the disk. */
const BATCH = 1024 * 1024

/**
 * Writes a whole board file beside `path`, reads it back and puts it in its place in one step. Nothing of the old
 * file's free pages comes along. Throws when anything fails, and then `path` is as it was.
 */
export function writeGeneration(path: string, generation: Generation, options: GenerationOptions): Late {
  return atOnce(generationSteps(path, generation, options))
}

/** As `writeGeneration`, a row at a time. What is appended to the old file between two steps comes along. */
export function generationSteps(
  path: string,
  generation: Generation,
  { codec, previous, beforeSwap }: GenerationOptions,
): Steps<Late> {
  const build = function* (fresh: string): Steps<Late> {
    const database = openUnfinished(fresh)
    let late: Late
    try {
      layTables(database)
      yield* fill(database, fresh, codec, generation)
      const damage = checkPages(database)
      if (damage !== undefined) throw new Error(`the new generation does not read: ${damage}`)
      yield
      // Nothing else is done from here to the swap, so that all there is comes along.
      late = inTransaction(database, () => fillLate(database, codec, generation))
      const check = readContents(database, codec)
      if (!check.ok) throw new Error(`the new generation does not read: ${check.failure.detail ?? ''}`)
    } finally {
      closeDatabase(database, fresh)
    }
    // Only what is on the disk may take the place of anything.
    syncPath(fresh)
    beforeSwap?.()
    return late
  }
  return replaceFile(path, build, previous === undefined ? `${path}.bak` : previous)
}

function* fill(database: BoardDatabase, path: string, codec: Codec, generation: Generation): Steps<void> {
  const { meta, packed, through, versions, assets, exports } = generation
  const made = Date.now()
  let waiting = 0
  database.exec('BEGIN IMMEDIATE')
  for (const [key, value] of meta) writeMeta(database, codec, key, value)
  // Twice, so that no one damaged place costs the document.
  for (const id of [1, 2]) writeSnapshot(database, codec, { id, through, made, packed })
  for (const row of exports) writeExport(database, codec, row)
  waiting += packed.length * 2
  const settle = function* (bytes: number): Steps<void> {
    waiting += bytes
    // One long sync at the end would hold up whoever appends meanwhile.
    if (waiting >= BATCH) {
      database.exec('COMMIT')
      syncPath(path)
      yield
      database.exec('BEGIN IMMEDIATE')
      waiting = 0
    }
    yield
  }
  for (const row of versions) {
    writeVersion(database, codec, row)
    yield* settle(row.packed.length)
  }
  for (const row of assets) {
    writeAsset(database, codec, row)
    yield* settle(row.data.length)
  }
  database.exec('COMMIT')
  syncPath(path)
  yield
}

function fillLate(database: BoardDatabase, codec: Codec, { devices, sealed, updates }: Generation): Late {
  for (const row of devices) writeDevice(database, row)
  for (const row of sealed) writeSealed(database, codec, row)
  let rows = 0
  let bytes = 0
  const counted = function* () {
    for (const row of updates) {
      rows += 1
      bytes += row.data.length
      yield row
    }
  }
  writeUpdates(database, codec, counted())
  return { rows, bytes }
}

import type { Codec } from './codec'
import type { BoardDatabase } from './layout'
import {
  type AssetRow,
  type DeviceRow,
  type ExportRow,
  type MetaKey,
  type RawRow,
  readAsset,
  readDevice,
  readExport,
  readMeta,
  readUpdate,
  readVersion,
  type UpdateRow,
  type VersionRow,
} from './rows'
import { readSealed, type SealedRow } from './sealedRows'
import type { Generation } from './writeGeneration'

/**
 * Everything an open board file holds, with its document folded into `packed`. Reading throws at a damaged
 * row, which must not be left out in silence.
 */
export function generationOf(
  database: BoardDatabase,
  codec: Codec,
  packed: Uint8Array,
  through: number,
): Generation {
  const meta = new Map<MetaKey, string | Uint8Array>()
  for (const row of database.all('SELECT * FROM meta')) {
    const entry = readMeta(row, codec)
    if (entry) meta.set(entry.key, typeof row.value === 'string' ? row.value : entry.value)
  }
  return {
    meta,
    packed,
    through,
    versions: each<VersionRow>(database, 'versions', (row) => readVersion(row, codec)),
    assets: each<AssetRow>(database, 'assets', (row) => readAsset(row, codec)),
    exports: each<ExportRow>(database, 'exports', (row) => readExport(row, codec)),
    devices: each<DeviceRow>(database, 'devices', readDevice),
    sealed: each<SealedRow>(database, 'sealed', (row) => readSealed(row, codec)),
    updates: each<UpdateRow>(database, 'updates', (row) => readUpdate(row, codec), through),
  }
}

/** One row after `after` at a time: pictures may be larger than the memory. */
function* each<T>(
  database: BoardDatabase,
  table: string,
  parse: (row: RawRow) => T | undefined,
  after = 0,
): Generator<T> {
  const ids = database.all(`SELECT rowid AS id FROM ${table} WHERE rowid > ? ORDER BY rowid`, [after])
  for (const { id } of ids) {
    const row = database.get(`SELECT * FROM ${table} WHERE rowid = ?`, [id as number])
    const parsed = row && parse(row)
    if (!parsed) throw new Error(`malformed row ${id} of ${table}`)
    yield parsed
  }
}

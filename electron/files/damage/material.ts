import * as Y from 'yjs'
import type { Codec } from '../codec'
import { unpackDocument } from '../document'
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
  readSnapshot,
  readUpdate,
  readVersion,
  type VersionRow,
} from '../rows'
import { readSealed, type SealedRow } from '../sealedRows'
import { readDevice1 } from '../version1'
import type { Carved, Row } from './carve'

/** A whole state of the document that a file holds. */
export interface Base {
  /** The number of the last update in it. */
  readonly through: number
  /** ms since 1970 */
  readonly made: number
  /** Undefined when the bytes are no document after all. */
  open(): Y.Doc | undefined
}

/** What one file can give to a repaired board. Rows are read when they are asked for. */
export interface Material {
  readonly meta: ReadonlyMap<MetaKey, string | Uint8Array>
  /** The newest first. */
  readonly bases: readonly Base[]
  /** Yjs updates (version 1) by their numbers. */
  readonly updates: ReadonlyMap<number, () => Uint8Array | undefined>
  /** The newest first. */
  readonly versions: readonly Kept<VersionRow>[]
  readonly assets: readonly Kept<AssetRow>[]
  readonly devices: readonly Kept<DeviceRow>[]
  readonly exports: readonly Kept<ExportRow>[]
  readonly sealed: readonly Kept<SealedRow>[]
}

export interface Kept<T> {
  readonly id: number
  readonly key: string
  /** Undefined when the key of the board does not open it. */
  read(): T | undefined
}

/** Reads what was carved out of a file with the board's key. */
export function materialOf({ tables }: Carved, codec: Codec): Material {
  const kept = <T>(rows: readonly Row[], read: (row: RawRow, version: 1 | 2) => T | undefined): Kept<T>[] =>
    rows.map((row) => ({ id: row.id, key: row.key, read: () => read(row.read(), row.version) }))
  const bases = [...tables.snapshots.rows].reverse().map((row): Base => {
    const { through, made } = row.read()
    return { through: Number(through), made: Number(made), open: () => openBase(row, codec) }
  })
  return {
    meta: metaOf(tables.meta.rows, codec),
    bases: bases.sort((a, b) => b.through - a.through),
    updates: new Map(
      tables.updates.rows.map((row) => [
        row.id,
        () => (row.version === 1 ? bytesOf(row.read().data) : readUpdate(row.read(), codec)?.data),
      ]),
    ),
    versions: kept(tables.versions.rows, (row) => readVersion(row, codec)).reverse(),
    assets: kept(tables.assets.rows, (row, version) =>
      version === 1
        ? { hash: String(row.hash), type: String(row.type), data: bytesOf(row.data) ?? new Uint8Array() }
        : readAsset(row, codec),
    ),
    devices: kept(tables.devices.rows, (row, version) =>
      version === 1 ? readDevice1(row) : readDevice(row),
    ),
    exports: kept(tables.exports.rows, (row) => readExport(row, codec)),
    sealed: kept(tables.sealed.rows, (row) => readSealed(row, codec)),
  }
}

/** The document of a version; undefined when its bytes are none. */
export function openVersion({ packed }: VersionRow): Y.Doc | undefined {
  const doc = unpackDocument({ packed, updates: [] })
  return doc.ok ? doc.value : undefined
}

function openBase(row: Row, codec: Codec): Y.Doc | undefined {
  if (row.version === 2) {
    const snapshot = readSnapshot(row.read(), codec)
    return snapshot && openVersion({ ...snapshot, about: null })
  }
  const data = bytesOf(row.read().data)
  const doc = new Y.Doc()
  try {
    if (data) Y.applyUpdate(doc, data)
    return data && doc
  } catch {
    return undefined
  }
}

const bytesOf = (value: unknown): Uint8Array | undefined => (value instanceof Uint8Array ? value : undefined)

function metaOf(rows: readonly Row[], codec: Codec): Map<MetaKey, string | Uint8Array> {
  const meta = new Map<MetaKey, string | Uint8Array>()
  for (const found of rows) {
    const row = found.read()
    if (found.version === 1) {
      const { key, value } = row
      if (key === 'id' || key === 'created') meta.set(key, String(value))
      if (key === 'thumbnail' && value instanceof Uint8Array) meta.set(key, value)
      continue
    }
    const entry = readMeta(row, codec)
    if (entry)
      meta.set(entry.key, entry.key === 'thumbnail' ? entry.value : new TextDecoder().decode(entry.value))
  }
  return meta
}

import type { Codec } from './codec'
import { type BoardDatabase, checksumOf } from './layout'

/*
 * The rows of a board file: how each is written, and how it is read back when its checksum fits. A row that
 * does not fit reads as undefined; what follows from that is for the caller to say.
 */

/** A row as SQLite, or a page of a damaged file, gives it. */
export type RawRow = Readonly<Record<string, unknown>>

export interface UpdateRow {
  readonly id: number
  /** A Yjs update, version 1. */
  readonly data: Uint8Array
}

export interface SnapshotRow {
  readonly id: number
  /** The number of the last update in it. */
  readonly through: number
  /** ms since 1970 */
  readonly made: number
  /** See `document.ts`. */
  readonly packed: Uint8Array
}

export interface VersionRow {
  readonly id: number
  /** ms since 1970 */
  readonly made: number
  /** JSON, parsed by who knows what is in it. */
  readonly about: unknown
  readonly packed: Uint8Array
}

export interface AssetRow {
  /** SHA-256 of `data`, hexadecimal. */
  readonly hash: string
  readonly type: string
  readonly data: Uint8Array
}

export interface ExportRow {
  readonly id: number
  /** ms since 1970 */
  readonly made: number
  readonly about: unknown
}

export interface DeviceRow {
  /** Hash of a token, hexadecimal. */
  readonly token: string
  readonly person: string
  /** ms since 1970 */
  readonly seen: number
}

/** What `meta` may hold; those with words in them are sealed. */
export const META = {
  format: false,
  id: false,
  created: false,
  /** The wrapped key of a board with a passphrase. */
  key: false,
  /** How often something was removed from this board for good. */
  purges: false,
  /** JSON: whose words that was, and the ids of the records that went. */
  purged: true,
  host: true,
  thumbnail: true,
} as const
export type MetaKey = keyof typeof META

const places = {
  update: (id: number) => `updates:${id}`,
  snapshot: (id: number, through: number, made: number) => `snapshots:${id}:${through}:${made}`,
  version: (id: number, made: number) => `versions:${id}:${made}`,
  asset: (hash: string, type: string) => `assets:${hash}:${type}`,
  export: (id: number, made: number) => `exports:${id}:${made}`,
  device: (token: string, seen: number) => `devices:${token}:${seen}`,
  meta: (key: string) => `meta:${key}`,
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array
const isNumber = (value: unknown): value is number => typeof value === 'number'

export function writeUpdates(database: BoardDatabase, codec: Codec, rows: Iterable<UpdateRow>): void {
  const insert = database.prepare('INSERT INTO updates (id, data, checksum) VALUES (?, ?, ?)')
  try {
    for (const { id, data } of rows) {
      const place = places.update(id)
      const sealed = codec.seal(place, data)
      insert.run([id, sealed, checksumOf(place, sealed)])
    }
  } finally {
    insert.finalize()
  }
}

export function readUpdate(row: RawRow, codec: Codec): UpdateRow | undefined {
  const { id, data, checksum } = row
  if (!isNumber(id) || !isBytes(data)) return undefined
  const place = places.update(id)
  if (checksumOf(place, data) !== checksum) return undefined
  const opened = codec.unseal(place, data)
  return opened && { id, data: opened }
}

export function writeSnapshot(
  database: BoardDatabase,
  codec: Codec,
  { id, through, made, packed }: SnapshotRow,
): void {
  const place = places.snapshot(id, through, made)
  const sealed = codec.seal(place, packed)
  database.run('INSERT INTO snapshots (id, through, made, data, checksum) VALUES (?, ?, ?, ?, ?)', [
    id,
    through,
    made,
    sealed,
    checksumOf(place, sealed),
  ])
}

export function readSnapshot(row: RawRow, codec: Codec): SnapshotRow | undefined {
  const { id, through, made, data, checksum } = row
  if (!isNumber(id) || !isNumber(through) || !isNumber(made) || !isBytes(data)) return undefined
  const place = places.snapshot(id, through, made)
  if (checksumOf(place, data) !== checksum) return undefined
  const packed = codec.unseal(place, data)
  return packed && { id, through, made, packed }
}

export function writeVersion(
  database: BoardDatabase,
  codec: Codec,
  { id, made, about, packed }: VersionRow,
): void {
  const place = places.version(id, made)
  const sealedAbout = codec.seal(`${place}:about`, jsonBytes(about))
  const sealed = codec.seal(place, packed)
  database.run('INSERT OR REPLACE INTO versions (id, made, about, data, checksum) VALUES (?, ?, ?, ?, ?)', [
    id,
    made,
    sealedAbout,
    sealed,
    checksumOf(place, sealedAbout, sealed),
  ])
}

export function readVersion(row: RawRow, codec: Codec): VersionRow | undefined {
  const { id, made, about, data, checksum } = row
  if (!isNumber(id) || !isNumber(made) || !isBytes(about) || !isBytes(data)) return undefined
  const place = places.version(id, made)
  if (checksumOf(place, about, data) !== checksum) return undefined
  const openedAbout = codec.unseal(`${place}:about`, about)
  const packed = codec.unseal(place, data)
  return openedAbout && packed && { id, made, about: jsonOf(openedAbout), packed }
}

export function writeAsset(database: BoardDatabase, codec: Codec, { hash, type, data }: AssetRow): void {
  const place = places.asset(hash, type)
  const sealed = codec.seal(place, data)
  database.run('INSERT OR REPLACE INTO assets (hash, type, data, checksum) VALUES (?, ?, ?, ?)', [
    hash,
    type,
    sealed,
    checksumOf(place, sealed),
  ])
}

export function readAsset(row: RawRow, codec: Codec): AssetRow | undefined {
  const { hash, type, data, checksum } = row
  if (typeof hash !== 'string' || typeof type !== 'string' || !isBytes(data)) return undefined
  const place = places.asset(hash, type)
  if (checksumOf(place, data) !== checksum) return undefined
  const opened = codec.unseal(place, data)
  return opened && { hash, type, data: opened }
}

export function writeExport(database: BoardDatabase, codec: Codec, { id, made, about }: ExportRow): void {
  const place = places.export(id, made)
  const sealed = codec.seal(place, jsonBytes(about))
  database.run('INSERT INTO exports (id, made, about, checksum) VALUES (?, ?, ?, ?)', [
    id,
    made,
    sealed,
    checksumOf(place, sealed),
  ])
}

export function readExport(row: RawRow, codec: Codec): ExportRow | undefined {
  const { id, made, about, checksum } = row
  if (!isNumber(id) || !isNumber(made) || !isBytes(about)) return undefined
  const place = places.export(id, made)
  if (checksumOf(place, about) !== checksum) return undefined
  const opened = codec.unseal(place, about)
  return opened && { id, made, about: jsonOf(opened) }
}

export function writeDevice(database: BoardDatabase, { token, person, seen }: DeviceRow): void {
  database.run('INSERT OR REPLACE INTO devices (token, person, seen, checksum) VALUES (?, ?, ?, ?)', [
    Buffer.from(token, 'hex'),
    person,
    seen,
    checksumOf(places.device(token, seen), new TextEncoder().encode(person)),
  ])
}

export function readDevice({ token, person, seen, checksum }: RawRow): DeviceRow | undefined {
  if (!isBytes(token) || typeof person !== 'string' || !isNumber(seen)) return undefined
  const hash = Buffer.from(token).toString('hex')
  const isWhole = checksumOf(places.device(hash, seen), new TextEncoder().encode(person)) === checksum
  return isWhole ? { token: hash, person, seen } : undefined
}

export function writeMeta(
  database: BoardDatabase,
  codec: Codec,
  key: MetaKey,
  value: string | number | Uint8Array,
): void {
  const place = places.meta(key)
  const bytes = typeof value === 'object' ? value : new TextEncoder().encode(String(value))
  const stored = META[key] ? codec.seal(place, bytes) : value
  database.run('INSERT OR REPLACE INTO meta (key, value, checksum) VALUES (?, ?, ?)', [
    key,
    stored,
    checksumOf(place, META[key] ? (stored as Uint8Array) : bytes),
  ])
}

/** The bytes of a value of `meta`; text as UTF-8. */
export function readMeta(row: RawRow, codec: Codec): { key: MetaKey; value: Uint8Array } | undefined {
  const { key, value, checksum } = row
  if (typeof key !== 'string' || !(key in META)) return undefined
  const bytes = isBytes(value) ? value : new TextEncoder().encode(String(value))
  const place = places.meta(key)
  if (checksumOf(place, bytes) !== checksum) return undefined
  const opened = META[key as MetaKey] ? codec.unseal(place, bytes) : bytes
  return opened && { key: key as MetaKey, value: opened }
}

const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

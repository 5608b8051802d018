import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { plainCodec } from '../codec'
import {
  type RawRow,
  readAsset,
  readDevice,
  readExport,
  readMeta,
  readSnapshot,
  readUpdate,
  readVersion,
} from '../rows'
import { readSealed } from '../sealedRows'
import { readKinds, type Value } from './cells'

/** The tables of a board file, whichever version. */
export const TABLE_NAMES = [
  'meta',
  'updates',
  'snapshots',
  'versions',
  'assets',
  'devices',
  'exports',
  'sealed',
] as const
export type TableName = (typeof TABLE_NAMES)[number]

/** How a row is laid: as in the first version, or as in all since. */
export type FileVersion = 1 | 2

/** What a row is, told by the kinds of its columns. */
export interface Recognised {
  readonly table: TableName
  readonly version: FileVersion
  readonly row: RawRow
  /** What makes it the same row as another. */
  readonly key: string
  /** Its checksum fits; of a row that has none: it is as this program writes it. */
  readonly isIntact: boolean
}

type Kind = 'null' | 'whole' | 'text' | 'blob' | 'bytes' | 'any'

interface Shape {
  readonly table: TableName
  readonly version: FileVersion
  readonly columns: Readonly<Record<string, Kind>>
  /** The column that no two rows share. */
  readonly key: string
  isIntact(row: RawRow): boolean
}

const UPDATE = { id: 'null', data: 'blob', checksum: 'whole' } as const
const SNAPSHOT = { id: 'null', through: 'whole', made: 'whole', data: 'blob', checksum: 'whole' } as const
const VERSION = { id: 'null', made: 'whole', about: 'blob', data: 'blob', checksum: 'whole' } as const
const ASSET = { id: 'null', hash: 'text', type: 'text', data: 'blob', checksum: 'whole' } as const
const EXPORT = { id: 'null', made: 'whole', about: 'blob', checksum: 'whole' } as const
const DEVICE = { token: 'blob', person: 'text', seen: 'whole', checksum: 'whole' } as const
const SEALED = {
  id: 'null',
  round: 'text',
  person: 'text',
  changed: 'whole',
  data: 'blob',
  checksum: 'whole',
} as const
const DEVICE1 = { token: 'blob', person: 'text', seen: 'whole' } as const

/** Checksums cover the sealed bytes, so that no key is needed to know a whole row. */
const reads =
  <T>(read: (row: RawRow, codec: typeof plainCodec) => T | undefined) =>
  (row: RawRow): boolean =>
    read(row, plainCodec) !== undefined

/** These rows of version 1 have no checksum. */
const isDevice1 = ({ token, person, seen }: RawRow): boolean =>
  token instanceof Uint8Array && token.length > 0 && person !== '' && Number(seen) > 0
const hasChecksum1 = ({ data, checksum }: RawRow): boolean =>
  data instanceof Uint8Array && crc32(data) === checksum
const hasHash1 = ({ data, hash }: RawRow): boolean =>
  data instanceof Uint8Array && createHash('sha256').update(data).digest('hex') === hash

/** Tables with row numbers. */
const NUMBERED: readonly Shape[] = [
  { table: 'updates', version: 2, columns: UPDATE, key: 'id', isIntact: reads(readUpdate) },
  { table: 'snapshots', version: 2, columns: SNAPSHOT, key: 'id', isIntact: reads(readSnapshot) },
  { table: 'versions', version: 2, columns: VERSION, key: 'id', isIntact: reads(readVersion) },
  { table: 'assets', version: 2, columns: ASSET, key: 'hash', isIntact: reads(readAsset) },
  { table: 'exports', version: 2, columns: EXPORT, key: 'id', isIntact: reads(readExport) },
  { table: 'sealed', version: 2, columns: SEALED, key: 'id', isIntact: reads(readSealed) },
  { table: 'devices', version: 2, columns: DEVICE, key: 'token', isIntact: reads(readDevice) },
  {
    table: 'meta',
    version: 2,
    columns: { key: 'text', value: 'any', checksum: 'whole' },
    key: 'key',
    isIntact: reads(readMeta),
  },
  { table: 'updates', version: 1, columns: UPDATE, key: 'id', isIntact: hasChecksum1 },
  { table: 'snapshots', version: 1, columns: SNAPSHOT, key: 'id', isIntact: hasChecksum1 },
]

/** Tables of version 1 that are their own index. */
const KEYED: readonly Shape[] = [
  {
    table: 'meta',
    version: 1,
    columns: { key: 'text', value: 'bytes' },
    key: 'key',
    isIntact: () => true,
  },
  {
    table: 'assets',
    version: 1,
    columns: { hash: 'text', type: 'text', data: 'blob' },
    key: 'hash',
    isIntact: hasHash1,
  },
  { table: 'devices', version: 1, columns: DEVICE1, key: 'token', isIntact: isDevice1 },
]

const FITS: Record<Kind, (serial: number) => boolean> = {
  null: (serial) => serial === 0,
  whole: (serial) => (serial >= 1 && serial <= 6) || serial === 8 || serial === 9,
  text: (serial) => serial >= 13 && serial % 2 === 1,
  blob: (serial) => serial >= 12 && serial % 2 === 0,
  bytes: (serial) => serial >= 12,
  any: () => true,
}

/** Whether bytes that begin like this may be a row of ours, before the rest is read. */
export function mayBeRow(start: Buffer, length: number, isIndex: boolean): boolean {
  const kinds = readKinds(start, length)?.kinds
  return kinds !== undefined && shapesOf(kinds, isIndex).length > 0
}

/** Says what row this is; undefined when it is none of ours. */
export function recognise(
  kinds: readonly number[],
  values: readonly Value[],
  rowid: number,
  isIndex: boolean,
): Recognised | undefined {
  const read = shapesOf(kinds, isIndex).map((shape) => {
    const row = Object.fromEntries(Object.keys(shape.columns).map((name, at) => [name, values[at] ?? null]))
    // The number of a row is kept beside it.
    if ('id' in row) row.id = rowid
    const key = row[shape.key]
    return {
      table: shape.table,
      version: shape.version,
      row,
      key: Buffer.isBuffer(key) ? key.toString('hex') : String(key),
      isIntact: shape.isIntact(row),
    }
  })
  return read.find(({ isIntact }) => isIntact) ?? read[0]
}

function shapesOf(kinds: readonly number[], isIndex: boolean): Shape[] {
  return (isIndex ? KEYED : NUMBERED).filter(({ columns }) => {
    const wanted = Object.values(columns)
    return wanted.length === kinds.length && wanted.every((kind, at) => FITS[kind](kinds[at] ?? 0))
  })
}

import { z } from 'zod'
import { type PurgeOrder, purgeOrder } from '#shared/board/purgeOrder'
import { failed, type Result, success } from '#shared/failure'
import { type Codec, plainCodec } from './codec'
import type { State } from './document'
import type { BoardDatabase } from './layout'
import {
  type MetaKey,
  type RawRow,
  readAsset,
  readDevice,
  readExport,
  readMeta,
  readSnapshot,
  readUpdate,
  readVersion,
  type SnapshotRow,
} from './rows'
import { readSealed, type SealedRow } from './sealedRows'

/** What a board file holds of the document and of who may come back. */
export interface Contents extends State {
  readonly id: string
  /** ISO time. */
  readonly created: string
  /** Who hosted the board last; empty when nobody said. */
  readonly host: string
  /** How often something was removed from this board for good. */
  readonly purges: number
  /** Whose words that was, with the ids of the records that went. */
  readonly purged: readonly PurgeOrder[]
  /** Hash of a token → person. */
  readonly devices: ReadonlyMap<string, string>
  /** What rounds keep sealed, the oldest first. */
  readonly sealed: readonly SealedRow[]
  /** The number of the newest update. */
  readonly last: number
  /** The number of the last update that is in `packed`. */
  readonly through: number
  /** Bytes of `updates`. */
  readonly tailBytes: number
}

/** Larger files are not walked page by page; the tables that the document needs are. */
const MOST_PAGES_WALKED = 16_384

/** Reads what is needed for the document; `corrupt` when a record of it is damaged. Throws what SQLite throws. */
export function readContents(database: BoardDatabase, codec: Codec): Result<Contents> {
  const meta = readAllMeta(database, codec)
  if (!meta) return failed('corrupt', 'meta')
  const id = meta.get('id')
  if (id === undefined || id === '') return failed('corrupt', 'no id')

  // Rows in the order of their age; with the newest damaged, the one before it and the updates since then are there.
  let snapshot: SnapshotRow | undefined
  let newest = 0
  for (const row of database.all('SELECT * FROM snapshots ORDER BY id DESC')) {
    // Counted although the row may be damaged: the updates that it stood for must then be there themselves.
    if (typeof row.through === 'number') newest = Math.max(newest, row.through)
    snapshot ??= readSnapshot(row, codec)
  }
  if (!snapshot) return failed('corrupt', 'no whole snapshot')

  const updates: Uint8Array[] = []
  let tailBytes = 0
  let expected = snapshot.through + 1
  for (const row of database.all('SELECT * FROM updates WHERE id > ? ORDER BY id', [snapshot.through])) {
    const update = readUpdate(row, codec)
    if (!update || update.id !== expected) return failed('corrupt', `update ${expected}`)
    expected++
    updates.push(update.data)
    tailBytes += update.data.length
  }
  if (newest >= expected) return failed('corrupt', `updates ${expected} to ${newest} are missing`)

  const devices = new Map<string, string>()
  for (const row of database.all('SELECT * FROM devices')) {
    const device = readDevice(row)
    if (!device) return failed('corrupt', 'devices')
    devices.set(device.token, device.person)
  }
  const sealed: SealedRow[] = []
  for (const row of database.all('SELECT * FROM sealed ORDER BY id')) {
    const one = readSealed(row, codec)
    if (!one) return failed('corrupt', 'sealed')
    sealed.push(one)
  }
  return success({
    id,
    created: meta.get('created') ?? '',
    host: meta.get('host') ?? '',
    purges: Number(meta.get('purges') ?? 0) || 0,
    purged: ordersOf(meta.get('purged')),
    packed: snapshot.packed,
    updates,
    devices,
    sealed,
    last: expected - 1,
    through: snapshot.through,
    tailBytes,
  })
}

function ordersOf(text = '[]'): PurgeOrder[] {
  try {
    return z.array(purgeOrder).parse(JSON.parse(text))
  } catch {
    // Their words are gone all the same; only what comes back from others is not looked through for them.
    return []
  }
}

/** The texts of `meta`; undefined when one is damaged. A damaged thumbnail will be drawn again. */
function readAllMeta(database: BoardDatabase, codec: Codec): Map<MetaKey, string> | undefined {
  const texts = new Map<MetaKey, string>()
  for (const row of database.all('SELECT * FROM meta')) {
    if (row.key === 'thumbnail') continue
    const entry = readMeta(row, codec)
    if (!entry) return undefined
    texts.set(entry.key, new TextDecoder().decode(entry.value))
  }
  return texts
}

/**
 * What is wrong with a file beside its document: its pages, and the rows that are read only when somebody asks for
 * them. Undefined when nothing is. Found out late, a lost version or picture would be lost in silence. Throws what
 * SQLite throws.
 */
export function findDamage(database: BoardDatabase): string | undefined {
  return checkPages(database) ?? damagedRow(database)
}

/** What SQLite finds wrong with the pages and indexes of a file; undefined when nothing is. */
export function checkPages(database: BoardDatabase): string | undefined {
  const checks = isSmall(database)
    ? ['integrity_check(1)']
    : ['meta', 'snapshots', 'updates', 'devices', 'versions', 'exports', ...laterTables(database)].map(
        (name) => `integrity_check('${name}')`,
      )
  for (const check of checks) {
    const found = database.get(`PRAGMA ${check}`)?.integrity_check
    if (found !== 'ok') return String(found)
  }
  return undefined
}

function damagedRow(database: BoardDatabase): string | undefined {
  const readers: [string, (row: RawRow, codec: Codec) => unknown][] = [
    ['versions', readVersion],
    ['devices', readDevice],
    ['exports', readExport],
    ...(laterTables(database).length > 0 ? [['sealed', readSealed] as [string, typeof readSealed]] : []),
    // The pictures of a large board are checked while people work already, see `checkRest`.
    ...(isSmall(database) ? [['assets', readAsset] as [string, typeof readAsset]] : []),
  ]
  for (const [table, read] of readers) {
    for (const { id } of database.all(`SELECT rowid AS id FROM ${table} ORDER BY rowid`)) {
      const row = database.get(`SELECT * FROM ${table} WHERE rowid = ?`, [id as number])
      // Checksums cover the sealed bytes.
      if (!row || read(row, plainCodec) === undefined) return `${table}: row ${id}`
    }
  }
  return undefined
}

/** Tables that a file of version 2 does not have. */
export function laterTables(database: BoardDatabase): readonly string[] {
  return database.get('PRAGMA user_version')?.user_version === 2 ? [] : ['sealed']
}

/** True for a file that is checked whole when it is opened; `checkRest` looks through the rest of others. */
export function isSmall(database: BoardDatabase): boolean {
  const pages = database.get('PRAGMA page_count')?.page_count
  return typeof pages === 'number' && pages <= MOST_PAGES_WALKED
}

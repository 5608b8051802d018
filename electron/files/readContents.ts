import { failed, type Result, success } from '#shared/failure'
import { type BoardDatabase, type BoardRecord, readRow } from './layout'

/** What a board file holds of the document and of who may come back. */
export interface Contents {
  readonly id: string
  /** Yjs updates (version 1): a snapshot and what came after it. Together they are the document. */
  readonly updates: readonly Uint8Array[]
  /** Hash of a token → person. */
  readonly devices: ReadonlyMap<string, string>
  /** The number of the newest update. */
  readonly last: number
  /** Updates since the snapshot. */
  readonly tailRows: number
  readonly tailBytes: number
}

/** Larger files are not walked page by page; their records have checksums all the same. */
const MOST_PAGES_WALKED = 16_384

/** Reads and checks everything; `corrupt` when a record that is needed is damaged. Throws what SQLite throws. */
export function readContents(database: BoardDatabase): Result<Contents> {
  const pages = numberOf(database, 'PRAGMA page_count', 'page_count')
  if (pages <= MOST_PAGES_WALKED) {
    const check = database.get('PRAGMA quick_check(1)')
    if (check?.quick_check !== 'ok') return failed('corrupt', String(check?.quick_check))
  }
  const id = database.get("SELECT value FROM meta WHERE key = 'id'")?.value
  if (typeof id !== 'string') return failed('corrupt', 'no id')

  const through = new Map<number, number>()
  let snapshot: BoardRecord | undefined
  // The newest that is whole; with the one before it, the updates since then are still there.
  for (const row of database.all('SELECT id, through, data, checksum FROM snapshots ORDER BY id DESC')) {
    const record = readRow(row)
    if (typeof row.through === 'number' && record) through.set(record.id, row.through)
    if (record && !snapshot) snapshot = record
  }
  if (!snapshot) return failed('corrupt', 'no whole snapshot')
  const from = through.get(snapshot.id) ?? 0

  const updates: Uint8Array[] = []
  let tailBytes = 0
  let expected = from + 1
  for (const row of database.all('SELECT id, data, checksum FROM updates WHERE id > ? ORDER BY id', [from])) {
    const record = readRow(row)
    if (!record || record.id !== expected) return failed('corrupt', `update ${expected}`)
    expected++
    updates.push(record.data)
    tailBytes += record.data.length
  }
  const newest = numberOf(database, 'SELECT max(through) AS through FROM snapshots', 'through')
  if (newest >= expected) return failed('corrupt', `updates ${expected} to ${newest} are missing`)

  const devices = new Map<string, string>()
  for (const { token, person } of database.all('SELECT token, person FROM devices')) {
    if (token instanceof Uint8Array && typeof person === 'string') {
      devices.set(Buffer.from(token).toString('hex'), person)
    }
  }
  return success({
    id,
    updates: [snapshot.data, ...updates],
    devices,
    last: expected - 1,
    tailRows: updates.length,
    tailBytes,
  })
}

function numberOf(database: BoardDatabase, query: string, column: string): number {
  const value = database.get(query)?.[column]
  return typeof value === 'number' ? value : 0
}

import { failed, type Result, success } from '#shared/failure'
import type { Codec } from './codec'
import type { State } from './document'
import type { BoardDatabase } from './layout'
import { type MetaKey, readDevice, readMeta, readSnapshot, readUpdate, type SnapshotRow } from './rows'

/** What a board file holds of the document and of who may come back. */
export interface Contents extends State {
  readonly id: string
  /** ISO time. */
  readonly created: string
  /** Who hosted the board last; empty when nobody said. */
  readonly host: string
  /** How often something was removed from this board for good. */
  readonly purges: number
  /** Hash of a token → person. */
  readonly devices: ReadonlyMap<string, string>
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
    if (device) devices.set(device.token, device.person)
  }
  return success({
    id,
    created: meta.get('created') ?? '',
    host: meta.get('host') ?? '',
    purges: Number(meta.get('purges') ?? 0) || 0,
    packed: snapshot.packed,
    updates,
    devices,
    last: expected - 1,
    through: snapshot.through,
    tailBytes,
  })
}

/** The texts of `meta` whose checksums fit; pictures are left out. */
function readAllMeta(database: BoardDatabase, codec: Codec): Map<MetaKey, string> {
  const texts = new Map<MetaKey, string>()
  for (const row of database.all("SELECT * FROM meta WHERE key <> 'thumbnail'")) {
    const entry = readMeta(row, codec)
    if (entry) texts.set(entry.key, new TextDecoder().decode(entry.value))
  }
  return texts
}

/** What SQLite finds wrong with the pages of a file; undefined when nothing is. Rows have checksums of their own. */
export function checkPages(database: BoardDatabase): string | undefined {
  const pages = database.get('PRAGMA page_count')?.page_count
  const isSmall = typeof pages === 'number' && pages <= MOST_PAGES_WALKED
  const checks = isSmall
    ? ['quick_check(1)']
    : ["quick_check('meta')", "quick_check('snapshots')", "quick_check('updates')"]
  for (const check of checks) {
    const found = database.get(`PRAGMA ${check}`)?.quick_check
    if (found !== 'ok') return String(found)
  }
  return undefined
}

import { crc32 } from 'node:zlib'
import * as Y from 'yjs'
import { failed, type Result, success } from '#shared/failure'
import { packDocument } from './document'
import type { BoardDatabase } from './layout'
import type { AssetRow, DeviceRow, RawRow } from './rows'
import type { Generation } from './writeGeneration'

/*
 * The first version of the board file: snapshots were Yjs updates (version 1) as they are, checksums covered the
 * bytes of a record alone, and there were no named versions.
 */

/** Everything a file of version 1 holds; `corrupt` when a record that is needed is damaged. Throws what SQLite throws. */
export function readVersion1(database: BoardDatabase): Result<Generation> {
  const value = (key: string) => database.get('SELECT value FROM meta WHERE key = ?', [key])?.value
  const id = value('id')
  if (typeof id !== 'string') return failed('corrupt', 'no id')
  const state = readState(database)
  if (!state.ok) return state
  const created = value('created')
  const thumbnail = value('thumbnail')
  return success({
    meta: new Map<'format' | 'id' | 'created' | 'thumbnail', string | Uint8Array>([
      ['format', 'Common Ground board'],
      ['id', id],
      ['created', typeof created === 'string' ? created : ''],
      ...(thumbnail instanceof Uint8Array ? [['thumbnail', thumbnail] as const] : []),
    ]),
    ...state.value,
    versions: [],
    assets: assets(database),
    devices: database.all('SELECT * FROM devices').flatMap((row): DeviceRow[] => {
      const device = readDevice1(row)
      return device ? [device] : []
    }),
    sealed: [],
    exports: [],
    updates: [],
  })
}

function readState(database: BoardDatabase): Result<Pick<Generation, 'packed' | 'through'>> {
  const rows = database.all('SELECT id, through, data, checksum FROM snapshots ORDER BY id DESC')
  const snapshot = rows.find((row) => dataOf(row) !== undefined)
  if (!snapshot || typeof snapshot.through !== 'number') return failed('corrupt', 'no whole snapshot')
  const doc = new Y.Doc()
  let last = snapshot.through
  try {
    Y.applyUpdate(doc, dataOf(snapshot) ?? new Uint8Array())
    for (const row of database.all('SELECT * FROM updates WHERE id > ? ORDER BY id', [last])) {
      const data = dataOf(row)
      if (!data || row.id !== last + 1) return failed('corrupt', `update ${last + 1}`)
      last++
      Y.applyUpdate(doc, data)
    }
  } catch (error) {
    return failed('corrupt', String(error))
  }
  const newest = Math.max(...rows.map(({ through }) => Number(through)))
  if (newest > last) return failed('corrupt', `updates ${last + 1} to ${newest} are missing`)
  return success({ packed: packDocument(doc), through: last })
}

function dataOf({ data, checksum }: RawRow): Uint8Array | undefined {
  return data instanceof Uint8Array && crc32(data) === checksum ? data : undefined
}

function* assets(database: BoardDatabase): Generator<AssetRow> {
  for (const { hash } of database.all('SELECT hash FROM assets')) {
    const row = database.get('SELECT * FROM assets WHERE hash = ?', [String(hash)])
    if (row && typeof row.type === 'string' && row.data instanceof Uint8Array)
      yield { hash: String(hash), type: row.type, data: row.data }
  }
}

/** A device of version 1, which had no checksum. */
export function readDevice1({ token, person, seen }: RawRow): DeviceRow | undefined {
  if (!(token instanceof Uint8Array) || typeof person !== 'string' || typeof seen !== 'number')
    return undefined
  return { token: Buffer.from(token).toString('hex'), person, seen }
}

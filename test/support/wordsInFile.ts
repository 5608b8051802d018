import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import sqlite from 'node-sqlite3-wasm'
import * as Y from 'yjs'
import { copyToRead } from '../../electron/files/privateCopy'
import { holdsWords } from './findWords'
import { unwrap } from './results'

/**
 * Where the words can be found: in the raw bytes of a board file and of everything beside it that has its name,
 * and in every value of every table, as it stands, inflated, and read as a Yjs update of either version.
 */
export function placesOfWords(path: string, words: string): string[] {
  const folder = dirname(path)
  const places = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes(basename(path)))
    .filter(({ name }) =>
      attempt(() => [readFileSync(join(folder, name))]).some((bytes) => holdsWords(bytes, words)),
    )
    .map(({ name }) => name)
  // A hub may hold the file, and just write in it.
  const copy = unwrap(copyToRead(path))
  const database = new sqlite.Database(copy.path)
  try {
    for (const { name } of database.all("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      for (const row of database.all(`SELECT * FROM ${String(name)}`)) {
        for (const [column, value] of Object.entries(row)) {
          if (layersOf(value).some((layer) => holdsWords(layer, words)))
            places.push(`${String(name)}.${column}`)
        }
      }
    }
  } finally {
    database.close()
    copy.remove()
  }
  return places
}

function layersOf(value: unknown): Uint8Array[] {
  if (typeof value === 'string') return [Buffer.from(value)]
  if (!(value instanceof Uint8Array)) return []
  const stored = [value, ...attempt(() => [new Uint8Array(inflateRawSync(value))])]
  return stored.flatMap((bytes) => [
    bytes,
    ...attempt(() => [structsOf(Y.decodeUpdate(bytes))]),
    ...attempt(() => [structsOf(Y.decodeUpdateV2(bytes))]),
  ])
}

/** What an update says, without the words of its encoding in between. */
const structsOf = ({ structs }: ReturnType<typeof Y.decodeUpdate>): Uint8Array =>
  Buffer.from(
    structs
      .map((struct) => {
        const content = struct instanceof Y.Item ? struct.content : null
        if (content instanceof Y.ContentString) return content.str
        return content instanceof Y.ContentAny ? JSON.stringify(content.arr) : ''
      })
      .join(' '),
  )

function attempt<T>(work: () => T[]): T[] {
  try {
    return work()
  } catch {
    // Bytes of another kind, or a file that has just gone.
    return []
  }
}

import { crc32 } from 'node:zlib'
import sqlite, { type Database as BoardDatabase } from 'node-sqlite3-wasm'

const { Database } = sqlite

export type { BoardDatabase }

/** `CGnd` in the SQLite header, so that `file` and other tools can tell a board from other databases. */
export const APPLICATION_ID = 0x43476e64

/** In the header as `user_version`. Raised when an older program could misread or damage the file. */
export const FILE_VERSION = 3

/** Where SQLite keeps these two numbers (big-endian), its page size and its page count. */
export const HEADER = {
  magic: 'SQLite format 3\0',
  pageSize: 16,
  pages: 28,
  version: 60,
  application: 68,
} as const

/** Came with version 3. */
export const SEALED_TABLE = `CREATE TABLE sealed (
    id INTEGER PRIMARY KEY, round TEXT NOT NULL, person TEXT NOT NULL, changed INTEGER NOT NULL,
    data BLOB NOT NULL, checksum INTEGER NOT NULL
  )`

/** Every table has row numbers, so that its rows stand whole in leaf pages and can be found without an index. */
export const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value, checksum INTEGER NOT NULL);
  CREATE TABLE updates (id INTEGER PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL);
  CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY, through INTEGER NOT NULL, made INTEGER NOT NULL,
    data BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE versions (
    id INTEGER PRIMARY KEY, made INTEGER NOT NULL, about BLOB NOT NULL,
    data BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE assets (
    id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
    data BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE devices (
    token BLOB PRIMARY KEY, person TEXT NOT NULL, seen INTEGER NOT NULL, checksum INTEGER NOT NULL
  );
  CREATE TABLE exports (
    id INTEGER PRIMARY KEY, made INTEGER NOT NULL, about BLOB NOT NULL, checksum INTEGER NOT NULL
  );
  ${SEALED_TABLE};
`

/**
 * Opens the database at `path` for this process alone; throws what SQLite throws. Every commit is on the
 * disk when it returns.
 */
export function openDatabase(path: string): BoardDatabase {
  // Truncating, not deleting, because this engine does not sync the folder after it deletes the journal:
  // after a power cut the old journal could come back and undo the last commit.
  return open(path, 'PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;')
}

/**
 * Opens a new database at `path` that is thrown away unless it gets whole, and that whoever writes it brings to the disk.
 * A journal would be synced many times for each picture, and undo what nobody would ever read.
 */
export function openUnfinished(path: string): BoardDatabase {
  return open(path, 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;')
}

function open(path: string, durability: string): BoardDatabase {
  const database = new Database(path)
  try {
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      ${durability}
      PRAGMA secure_delete = OFF;
      PRAGMA trusted_schema = OFF;
    `)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** Lays the tables of an empty board in a new database. */
export function layTables(database: BoardDatabase): void {
  database.exec(`
    PRAGMA page_size = 4096;
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${FILE_VERSION};
    ${TABLES}
  `)
}

/** Runs `work` in one transaction: all of it is in the file, or nothing. Throws what `work` throws. */
export function inTransaction<T>(database: BoardDatabase, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/**
 * CRC-32 of a record: of `place` (its table and whole numbers, such as `snapshots:3:120:1700000000000`) and
 * then of its bytes as they stand in the file. So no number of a record can change unseen either.
 */
export function checksumOf(place: string, ...parts: readonly Uint8Array[]): number {
  let sum = crc32(place)
  // zlib begins anew at 0 when the bytes are none and stand nowhere.
  for (const part of parts) if (part.length > 0) sum = crc32(part, sum)
  return sum
}

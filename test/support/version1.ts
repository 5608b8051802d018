import { crc32 } from 'node:zlib'
import sqlite from 'node-sqlite3-wasm'

/** What a file of the first version holds. */
export interface Version1 {
  readonly id: string
  /** A Yjs update (version 1) of the whole document, and the number of the last update in it. */
  readonly snapshot: Uint8Array
  readonly through: number
  readonly updates: readonly Uint8Array[]
  /** By SHA-256. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  readonly devices?: ReadonlyMap<Uint8Array, string>
}

/** Writes a board file as the first version of the format had it. */
export function writeVersion1(path: string, board: Version1): void {
  const database = new sqlite.Database(path)
  database.exec(`
    PRAGMA application_id = ${0x43476e64};
    PRAGMA user_version = 1;
    CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE updates (id INTEGER PRIMARY KEY, data BLOB NOT NULL, checksum INTEGER NOT NULL);
    CREATE TABLE snapshots (
      id INTEGER PRIMARY KEY, through INTEGER NOT NULL, made INTEGER NOT NULL,
      data BLOB NOT NULL, checksum INTEGER NOT NULL
    );
    CREATE TABLE assets (hash TEXT PRIMARY KEY, type TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE devices (token BLOB PRIMARY KEY, person TEXT NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('format', 'Common Ground board'), ('created', '2026-01-01T00:00:00.000Z');
  `)
  const { id, snapshot, through, updates } = board
  database.run("INSERT INTO meta VALUES ('id', ?)", [id])
  database.run('INSERT INTO snapshots VALUES (1, ?, 1, ?, ?)', [through, snapshot, crc32(snapshot)])
  for (const [at, update] of updates.entries())
    database.run('INSERT INTO updates VALUES (?, ?, ?)', [through + 1 + at, update, crc32(update)])
  for (const [hash, data] of board.pictures ?? [])
    database.run('INSERT INTO assets VALUES (?, ?, ?)', [hash, 'image/png', data])
  for (const [token, person] of board.devices ?? [])
    database.run('INSERT INTO devices VALUES (?, ?, ?)', [token, person, 5])
  database.close()
}

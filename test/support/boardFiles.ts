import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sqlite from 'node-sqlite3-wasm'
import * as Y from 'yjs'
import { createBoardFile, type OpenedFile } from '../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../electron/files/document'
import { temporaryFolder, unwrap } from './realHub'

/** A document whose purpose says this. */
export function docWith(text: string): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('purpose').insert(0, text)
  return doc
}

/** The purpose in an opened file. */
export function purposeOf({ contents }: Pick<OpenedFile, 'contents'>): string {
  return unwrap(unpackDocument(contents)).getText('purpose').toString()
}

/** A closed board file that says "hello" in its snapshot and "hello there" after one update. */
export function makeBoard(path = join(temporaryFolder(), 'board.ground')): string {
  const doc = docWith('hello')
  const { file } = unwrap(createBoardFile(path, packDocument(doc)))
  const before = Y.encodeStateVector(doc)
  doc.getText('purpose').insert(5, ' there')
  unwrap(file.append({ updates: [Y.encodeStateAsUpdate(doc, before)] }))
  file.close()
  return path
}

/** Changes a closed board file behind the program's back. */
export function tamper(path: string, sql: string): void {
  const database = new sqlite.Database(path)
  database.exec(sql)
  database.close()
}

/** A file as the first version of the format had it, with a picture, a device and updates after its snapshot. */
export function makeVersion1(path: string): void {
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
    INSERT INTO meta VALUES ('format', 'Common Ground board'), ('id', 'board-one'), ('created', '2026-01-01T00:00:00.000Z');
  `)
  const doc = docWith('hello')
  const state = Y.encodeStateAsUpdate(doc)
  database.run('INSERT INTO snapshots VALUES (1, 7, 1, ?, ?)', [state, crc32(state)])
  const before = Y.encodeStateVector(doc)
  doc.getText('purpose').insert(5, ' there')
  const update = Y.encodeStateAsUpdate(doc, before)
  database.run('INSERT INTO updates VALUES (8, ?, ?)', [update, crc32(update)])
  database.run('INSERT INTO assets VALUES (?, ?, ?)', ['00'.repeat(32), 'image/png', Uint8Array.of(1, 2, 3)])
  database.run('INSERT INTO devices VALUES (?, ?, ?)', [Uint8Array.of(0xab), 'amal', 5])
  database.close()
}

import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import * as Y from 'yjs'
import { createBoardFile, type OpenedFile } from '../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../electron/files/document'
import { temporaryFolder, unwrap } from './realHub'
import { writeVersion1 } from './version1'

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

/** Makes a closed file one of the second version, which had no sealed rows. */
export const makeVersion2 = (path: string): void => tamper(path, 'DROP TABLE sealed; PRAGMA user_version = 2')

/** A file as the first version of the format had it, with a picture, a device and updates after its snapshot. */
export function makeVersion1(path: string): void {
  const doc = docWith('hello')
  const snapshot = Y.encodeStateAsUpdate(doc)
  const before = Y.encodeStateVector(doc)
  doc.getText('purpose').insert(5, ' there')
  writeVersion1(path, {
    id: 'board-one',
    snapshot,
    through: 7,
    updates: [Y.encodeStateAsUpdate(doc, before)],
    pictures: new Map([['00'.repeat(32), Uint8Array.of(1, 2, 3)]]),
    devices: new Map([[Uint8Array.of(0xab), 'amal']]),
  })
}

import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { createBoardFile, openBoardFile } from '../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../electron/files/document'
import { moves } from '../bench/boards'
import { need } from '../bench/workplace'
import { writeVersion1 } from '../support/version1'

/** Enough updates that closing is worth a rewriting. */
const MANY_UPDATES = 260

/** Makes a board file with this document and lets go of it. */
export function makeBoard(path: string, doc: Y.Doc): void {
  need(createBoardFile(path, packDocument(doc))).file.release()
}

/** Writes so much into a closed board that closing it the next time means writing it afresh. */
export function growBoard(path: string): void {
  const { file, contents } = need(openBoardFile(path))
  need(file.append({ updates: moves(need(unpackDocument(contents)), MANY_UPDATES) }))
  file.release()
}

/** Makes a closed board one of the first version with the same document. */
export function makeOld(path: string): void {
  const { file, contents } = need(openBoardFile(path))
  file.release()
  rmSync(path)
  const snapshot = Y.encodeStateAsUpdate(need(unpackDocument(contents)))
  writeVersion1(path, { id: contents.id, snapshot, through: contents.last, updates: [] })
}

/** Copies a board with its journal into an empty folder, as whoever rescues a disk would. */
export function copyBoard(path: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const copy = join(folder, 'board.ground')
  copyFileSync(path, copy)
  if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${copy}-journal`)
  return copy
}

/** What a copy of a board holds, made in `folder`; the board itself is not touched. Throws when it does not open. */
export function documentOfCopy(path: string, folder: string): Y.Doc {
  const { file, contents } = need(openBoardFile(copyBoard(path, folder)))
  file.release()
  return need(unpackDocument(contents))
}

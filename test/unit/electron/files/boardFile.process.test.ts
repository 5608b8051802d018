import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createBoardFile, openBoardFile } from '../../../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../../../electron/files/document'
import { lockPath } from '../../../../electron/files/lock'
import { docWith, makeBoard, purposeOf, tamper } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'

test('a board is one file at rest, and holds what was put into it', () => {
  const path = makeBoard()
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toBe('hello there')
  opened.file.close()
})

test('making a board never replaces a file', () => {
  const path = makeBoard()
  const before = readFileSync(path)
  expect(createBoardFile(path, packDocument(docWith('other'))).ok).toBe(false)
  expect(readFileSync(path)).toEqual(before)
})

const bad: [string, string, (path: string) => void][] = [
  ['emptyFile', 'zero bytes', (path) => writeFileSync(path, '')],
  ['notABoard', 'a text', (path) => writeFileSync(path, 'Dear council, '.repeat(100))],
  ['notABoard', 'one byte of a text', (path) => writeFileSync(path, 'x')],
  ['notABoard', 'another database', (path) => tamper(path, 'PRAGMA application_id = 7')],
  ['newerBoard', 'a newer version', (path) => tamper(path, 'PRAGMA user_version = 99')],
  ['truncated', 'half of it', (path) => writeFileSync(path, readFileSync(path).subarray(0, 9000))],
  ['truncated', 'part of the header', (path) => writeFileSync(path, readFileSync(path).subarray(0, 50))],
  ['corrupt', 'a changed update', (path) => tamper(path, "UPDATE updates SET data = x'0000'")],
  ['corrupt', 'a missing update', (path) => tamper(path, 'UPDATE updates SET id = id + 1')],
  ['corrupt', 'a changed number', (path) => tamper(path, 'UPDATE snapshots SET through = 1')],
  ['corrupt', 'no snapshot', (path) => tamper(path, 'DELETE FROM snapshots')],
  ['corrupt', 'no tables', (path) => tamper(path, 'DROP TABLE updates')],
  [
    'corrupt',
    'noise in a page',
    (path) => {
      const bytes = readFileSync(path)
      bytes.fill(0xa5, 4096 * 2, 4096 * 2 + 600)
      writeFileSync(path, bytes)
    },
  ],
  ['readOnly', 'a file that may not be written', (path) => chmodSync(path, 0o444)],
]

test.each(bad)('%s: %s is said, and nothing is changed', (code, _, spoil) => {
  const path = makeBoard()
  spoil(path)
  const before = readFileSync(path)
  expect(failureOf(openBoardFile(path))).toBe(code)
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
})

test('a file that is not there, and a folder, are said to be so', () => {
  const folder = temporaryFolder()
  expect(failureOf(openBoardFile(join(folder, 'none.ground')))).toBe('missing')
  mkdirSync(join(folder, 'folder.ground'))
  expect(failureOf(openBoardFile(join(folder, 'folder.ground')))).toBe('isFolder')
})

test('a board that is open cannot be opened again until it is closed', () => {
  const path = makeBoard()
  const opened = unwrap(openBoardFile(path))
  expect(failureOf(openBoardFile(path))).toBe('boardInUse')
  opened.file.close()
  unwrap(openBoardFile(path)).file.close()
})

test('the locks of a process that is gone are taken over', () => {
  const path = makeBoard()
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(lockPath(path), JSON.stringify({ pid: gone, host: hostname(), key: 'old' }))
  mkdirSync(`${path}.lock`)
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toBe('hello there')
  opened.file.close()
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
})

test('the lock of a process that died while writing it is taken over as soon as that shows', () => {
  const path = makeBoard()
  writeFileSync(lockPath(path), '')
  const nearlyLongAgo = Date.now() / 1_000 - 1.9
  utimesSync(lockPath(path), nearlyLongAgo, nearlyLongAgo)
  const opened = unwrap(openBoardFile(path))
  opened.file.close()
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
})

test('the fresh lock of another computer on a shared folder is respected', () => {
  const path = makeBoard()
  writeFileSync(lockPath(path), JSON.stringify({ pid: 1, host: 'another-laptop', key: 'theirs' }))
  expect(failureOf(openBoardFile(path))).toBe('boardInUse')
})

test('a transaction that was cut off half way is undone before anything is read', () => {
  const path = makeBoard()
  const script = `
    import sqlite from 'node-sqlite3-wasm'
    const database = new sqlite.Database(process.argv[1])
    database.exec("PRAGMA cache_size = 3; PRAGMA journal_mode = TRUNCATE; BEGIN; UPDATE updates SET data = zeroblob(9000)")
    for (let i = 100; i < 300; i++) database.run('INSERT INTO updates VALUES (?, zeroblob(3000), 0)', [i])
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--input-type=module', '-e', script, path])
  expect(statSync(`${path}-journal`).size).toBeGreaterThan(512)
  expect(statSync(path).size).toBeGreaterThan(100_000)
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toBe('hello there')
  opened.file.close()
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
})

test('a file that was moved away under us is not written to, and is written again when it is back', () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  renameSync(path, `${path}.moved`)
  const update = Y.encodeStateAsUpdate(docWith('more'))
  expect(failureOf(file.append({ updates: [update] }))).toBe('missing')
  renameSync(`${path}.moved`, path)
  unwrap(file.append({ updates: [update] }))
  file.close()
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toContain('more')
  opened.file.close()
})

test('a snapshot that went bad is made good from the one before and the updates since', () => {
  const path = makeBoard()
  const opened = unwrap(openBoardFile(path))
  const doc = docWith('later')
  unwrap(opened.file.append({ updates: [Y.encodeStateAsUpdate(doc)] }))
  const { last } = opened.contents
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(unwrap(unpackDocument(opened.contents))))
  unwrap(opened.file.keepSnapshot(packDocument(doc), last + 1))
  opened.file.close()
  tamper(path, 'UPDATE snapshots SET checksum = 1 WHERE id = (SELECT max(id) FROM snapshots)')
  const again = unwrap(openBoardFile(path))
  expect(purposeOf(again)).toBe(doc.getText('purpose').toString())
  again.file.close()
})

test('closing after much writing leaves a small file, and the generation before it as .bak', () => {
  const path = makeBoard()
  const opened = unwrap(openBoardFile(path))
  const doc = unwrap(unpackDocument(opened.contents))
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (let i = 0; i < 400; i++) doc.getMap('meta').set('title', `${i}`.repeat(50))
  unwrap(opened.file.append({ updates, devices: new Map([['00ff', 'amal']]) }))
  const grown = statSync(path).size
  unwrap(opened.file.close())
  expect(statSync(path).size).toBeLessThan(grown / 2)
  expect(statSync(`${path}.bak`).size).toBe(grown)
  expect(readdirSync(join(path, '..')).sort()).toEqual(['board.ground', 'board.ground.bak'])
  for (const generation of [path, `${path}.bak`]) {
    const again = unwrap(openBoardFile(generation))
    expect(purposeOf(again)).toBe('hello there')
    expect(again.contents.devices.get('00ff')).toBe('amal')
    again.file.close()
  }
  expect(existsSync(lockPath(path))).toBe(false)
})

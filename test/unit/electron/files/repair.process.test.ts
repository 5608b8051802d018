import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createBoardFile, openBoardFile } from '../../../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../../../electron/files/document'
import { checksumOf } from '../../../../electron/files/layout'
import { inspectBytes, inspectDamage, repairBoardFile } from '../../../../electron/files/repair'
import { losesNothing } from '../../../../shared/damageReport'
import { factsOf } from '../../../support/boardFacts'
import { docWith, makeBoard, makeVersion1, purposeOf, tamper } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'
import { makeRichBoard } from '../../../support/richBoard'
import { rewriteAtOnce, setPassphrase } from '../../../support/wholeFile'

const DAY = new Date(2026, 10, 24, 12)
const boardPath = () => join(temporaryFolder(), 'board.ground')
const around = (path: string) => readdirSync(dirname(path)).sort()
const spoilSnapshots = (path: string) => tamper(path, 'UPDATE snapshots SET checksum = 1')

/** What a board says after opening it in the ordinary way. */
function said(path: string, passphrase?: string): string {
  const opened = unwrap(openBoardFile(path, passphrase))
  opened.file.release()
  return purposeOf(opened)
}

/** A closed board with one update for each word, which builds on nothing but the one before. */
function makeWordByWord(path: string, words: readonly string[]): void {
  const doc = docWith('')
  const { file } = unwrap(createBoardFile(path, packDocument(doc)))
  for (const word of words) {
    const before = Y.encodeStateVector(doc)
    doc.getText('purpose').insert(doc.getText('purpose').length, word)
    unwrap(file.append({ updates: [Y.encodeStateAsUpdate(doc, before)] }))
  }
  file.release()
}

test('a whole board is said to be whole, and nothing beside it changes', () => {
  const path = makeBoard()
  const before = readFileSync(path)
  const { isWhole, source, problems } = unwrap(inspectDamage(path))
  expect({ isWhole, source, problems }).toEqual({ isWhole: true, source: 'file', problems: [] })
  expect(readFileSync(path)).toEqual(before)
  expect(around(path)).toEqual(['board.ground'])
})

test('everything before a damaged change is kept, and how many are lost is said', () => {
  const path = boardPath()
  makeWordByWord(path, ['one ', 'two ', 'three ', 'four'])
  tamper(path, 'UPDATE updates SET checksum = 1 WHERE id = 3')
  const { report } = unwrap(repairBoardFile(path))
  expect(said(path)).toBe('one two ')
  // The fourth builds on the third.
  expect(report.lost).toMatchObject({ changes: 2, perhapsNewest: false })
})

test('what came after a damaged change and does not build on it is kept, and nothing waits in the document', () => {
  const path = boardPath()
  const doc = docWith('kept')
  const { file } = unwrap(createBoardFile(path, packDocument(doc)))
  const others = ['lost', 'here'].map((word) => {
    const other = new Y.Doc()
    other.getMap('words').set(word, true)
    return Y.encodeStateAsUpdate(other)
  })
  unwrap(file.append({ updates: others }))
  file.release()
  tamper(path, 'UPDATE updates SET checksum = 1 WHERE id = 1')
  expect(unwrap(repairBoardFile(path)).report.lost.changes).toBe(1)
  const opened = unwrap(openBoardFile(path))
  opened.file.release()
  const read = unwrap(unpackDocument(opened.contents))
  expect([read.getText('purpose').toString(), read.getMap('words').toJSON()]).toEqual([
    'kept',
    { here: true },
  ])
  expect([read.store.pendingStructs, read.store.pendingDs]).toEqual([null, null])
})

test('the damaged file stays beside the board under a name that was free, with its backup', () => {
  const path = makeBoard()
  copyFileSync(path, `${path}.bak`)
  spoilSnapshots(path)
  const damaged = readFileSync(path)
  const first = unwrap(repairBoardFile(path, undefined, DAY)).damaged
  expect(first).toBe(join(dirname(path), 'board (damaged 2026-11-24).ground'))
  expect(readFileSync(first)).toEqual(damaged)
  spoilSnapshots(path)
  const second = unwrap(repairBoardFile(path, undefined, DAY)).damaged
  expect(second).toBe(join(dirname(path), 'board (damaged 2026-11-24) 2.ground'))
  expect(readFileSync(first)).toEqual(damaged)
  expect(around(path)).toEqual([
    'board (damaged 2026-11-24) 2.ground',
    'board (damaged 2026-11-24) 2.ground.bak',
    'board (damaged 2026-11-24).ground',
    'board (damaged 2026-11-24).ground.bak',
    'board.ground',
    'board.ground.bak',
  ])
  const { file } = unwrap(openBoardFile(path))
  // For who removes words from the board later: they stay in these.
  expect(unwrap(file.exports.list()).map(({ about }) => about)).toEqual(
    [second, first].map((copy) => ({ kind: 'ground', name: basename(copy) })),
  )
  file.close()
})

test('with both states gone, the backup and the changes since give everything back', () => {
  const path = boardPath()
  makeWordByWord(path, ['one '])
  const { file, contents } = unwrap(openBoardFile(path))
  unwrap(rewriteAtOnce(file))
  const doc = unwrap(unpackDocument(contents))
  const before = Y.encodeStateVector(doc)
  doc.getText('purpose').insert(4, 'two')
  unwrap(file.append({ updates: [Y.encodeStateAsUpdate(doc, before)] }))
  file.release()
  spoilSnapshots(path)
  const { report } = unwrap(repairBoardFile(path))
  expect(said(path)).toBe('one two')
  expect(report).toMatchObject({ source: 'previous', lost: { changes: 0, perhapsNewest: false } })
})

test('a backup from before something was removed for good gives nothing back', () => {
  const path = makeBoard()
  copyFileSync(path, `${path}.bak`)
  tamper(
    path,
    `INSERT INTO meta VALUES ('purges', '1', ${checksumOf('meta:purges', Buffer.from('1'))});
     UPDATE snapshots SET checksum = 1; DELETE FROM updates`,
  )
  const before = readFileSync(path)
  expect(failureOf(repairBoardFile(path))).toBe('corrupt')
  expect(readFileSync(path)).toEqual(before)
})

test('with every state gone, the newest whole version is what there is', () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  for (const words of ['early', 'late', 'latest'])
    unwrap(file.versions.keep(5, { kind: 'named', name: words }, packDocument(docWith(words))))
  file.release()
  spoilSnapshots(path)
  tamper(path, 'DELETE FROM updates; UPDATE versions SET checksum = 1 WHERE id = 3')
  const { report } = unwrap(repairBoardFile(path))
  expect(report).toMatchObject({ source: 'version', lost: { perhapsNewest: true, versions: 1 } })
  expect(said(path)).toContain('late')
})

test('a damaged version of which an older state lies about is lost, and that is said', () => {
  const path = boardPath()
  const doc = docWith('words '.repeat(200))
  const { file } = unwrap(createBoardFile(path, packDocument(doc)))
  // So many that SQLite divides their page, and leaves what was in it.
  for (let version = 0; version < 40; version++)
    unwrap(file.versions.keep(1_790_100_000_000 + version, { name: 'x'.repeat(200) }, packDocument(doc)))
  file.release()
  const before = factsOf(path).versions
  for (let id = 1; id <= 8; id++) {
    const copy = `${path}.${id}.ground`
    copyFileSync(path, copy)
    tamper(copy, `UPDATE versions SET checksum = checksum - 1 WHERE id = ${id}`)
    const { report } = unwrap(repairBoardFile(copy))
    expect(report.lost.versions).toBe(before.length - factsOf(copy).versions.length)
    expect(report.lost.versions).toBe(1)
  }
})

test('a damaged version or picture keeps the board from opening in silence, and only it is lost', () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  unwrap(file.versions.keep(5, { name: 'kept' }, packDocument(docWith('v'))))
  const kept = unwrap(file.assets.keep('image/png', Uint8Array.of(1, 2, 3)))
  unwrap(file.assets.keep('image/png', Uint8Array.of(4, 5, 6)))
  file.release()
  tamper(path, "UPDATE assets SET data = x'00' WHERE id = 2")
  expect(failureOf(openBoardFile(path))).toBe('corrupt')
  const { report } = unwrap(repairBoardFile(path))
  expect(report.lost).toEqual({
    changes: 0,
    perhapsNewest: false,
    versions: 0,
    pictures: 1,
    people: 0,
    exports: 0,
    sealed: 0,
    perhapsMore: false,
  })
  const opened = unwrap(openBoardFile(path))
  expect(unwrap(opened.file.assets.hashes())).toEqual([kept])
  expect(unwrap(opened.file.versions.list()).versions).toHaveLength(1)
  opened.file.release()
})

test('a transaction that was cut off is undone first', () => {
  const path = cutOff(makeBoard())
  tamperBytes(path, 60, 0x7f)
  const { report } = unwrap(repairBoardFile(path))
  expect(report.lost).toMatchObject({ changes: 0, perhapsNewest: false })
  expect(said(path)).toBe('hello there')
})

test('a board cut off in its first page gets everything back that its backup has', () => {
  const path = boardPath()
  makeRichBoard(path, { rounds: 10 })
  const whole = factsOf(path)
  copyFileSync(path, `${path}.bak`)
  truncateSync(path, 1_173)
  const { report } = unwrap(repairBoardFile(path))
  expect(report.source).toBe('previous')
  expect(report.lost.perhapsMore).toBe(true)
  const { document, versions, pictures, people } = factsOf(path)
  expect({ document, versions, pictures, people }).toEqual({
    document: whole.document,
    versions: whole.versions,
    pictures: whole.pictures,
    people: whole.people,
  })
})

test('a board that lost nothing but unwritten bytes at its end is not called whole, and repaired without loss', () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  // Of a length with which it fills the last of its pages only to a part.
  unwrap(file.assets.keep('image/png', new Uint8Array(8_300).fill(7)))
  file.release()
  const whole = factsOf(path)
  const bytes = readFileSync(path)
  expect(bytes.subarray(-20).every((byte) => byte === 0)).toBe(true)
  truncateSync(path, bytes.length - 20)
  expect(failureOf(openBoardFile(path))).toBe('truncated')
  expect(unwrap(inspectDamage(path)).isWhole).toBe(false)
  const { report } = unwrap(repairBoardFile(path))
  expect(losesNothing(report)).toBe(true)
  expect({ ...factsOf(path), exports: [] }).toEqual({ ...whole, exports: [] })
})

test.each([
  ['number of pages', 29],
  ['first free page', 33],
  ['way of giving pages back', 67],
])('a board whose header has another %s is not called whole, and repaired without loss', (_, at) => {
  const path = makeBoard()
  tamperBytes(path, at, 9)
  expect(openBoardFile(path).ok).toBe(false)
  expect(unwrap(inspectDamage(path)).isWhole).toBe(false)
  expect(losesNothing(unwrap(repairBoardFile(path)).report)).toBe(true)
})

test('a journal that lies about the length of the file does not cut it', () => {
  const path = cutOff(makeBoard())
  tamperBytes(`${path}-journal`, 19, 1)
  const [file, journal] = [readFileSync(path), readFileSync(`${path}-journal`)]
  expect(failureOf(openBoardFile(path))).toBe('corrupt')
  expect(readFileSync(path).equals(file)).toBe(true)
  const { damaged } = unwrap(repairBoardFile(path))
  expect(readFileSync(damaged).equals(file)).toBe(true)
  expect(readFileSync(`${damaged}-journal`).equals(journal)).toBe(true)
  expect(said(path)).toContain('hello')
})

test('a board with a passphrase is repaired with it and stays sealed', async () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  unwrap(await setPassphrase(file, 'correct horse'))
  unwrap(file.append({ updates: [Y.encodeStateAsUpdate(docWith(' again'))] }))
  file.release()
  expect(unwrap(inspectBytes(path))).toEqual([])
  tamper(path, 'UPDATE snapshots SET checksum = 1 WHERE id = 2; UPDATE updates SET checksum = 1')
  expect(unwrap(inspectBytes(path))).toHaveLength(2)
  expect(failureOf(inspectDamage(path))).toBe('needsPassphrase')
  expect(failureOf(repairBoardFile(path, 'wrong'))).toBe('wrongPassphrase')
  expect(unwrap(repairBoardFile(path, 'correct horse')).report.lost.changes).toBe(1)
  expect(failureOf(openBoardFile(path))).toBe('needsPassphrase')
  expect(said(path, 'correct horse')).toBe('hello there')
})

test('a damaged file of the first version is repaired into the present one', () => {
  const path = boardPath()
  makeVersion1(path)
  tamper(path, 'UPDATE updates SET checksum = 1')
  const { report } = unwrap(repairBoardFile(path))
  expect(report.lost.changes).toBe(1)
  expect(said(path)).toBe('hello')
})

test('a file of which nothing is left, and an empty one, are given back by the backup', () => {
  for (const content of ['', 'Dear council, '.repeat(900)]) {
    const path = makeBoard()
    copyFileSync(path, `${path}.bak`)
    writeFileSync(path, content)
    const { report } = unwrap(repairBoardFile(path))
    expect(report).toMatchObject({ source: 'previous', lost: { perhapsNewest: true } })
    expect(said(path)).toBe('hello there')
  }
})

test.each([
  ['notABoard', 'Dear council, '.repeat(900)],
  ['emptyFile', ''],
])('%s: what cannot be read is left as it is', (code, content) => {
  const path = boardPath()
  writeFileSync(path, content)
  expect(failureOf(inspectDamage(path))).toBe(code)
  expect(failureOf(repairBoardFile(path))).toBe(code)
  expect(readFileSync(path, 'utf8')).toBe(content)
  expect(around(path)).toEqual(['board.ground'])
})

test('a board that is open is not repaired under whoever has it', () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  expect(failureOf(repairBoardFile(path))).toBe('boardInUse')
  file.release()
})

test('a board of a newer version is not called damaged', () => {
  const path = makeBoard()
  tamper(path, 'PRAGMA user_version = 4; ALTER TABLE meta ADD COLUMN more')
  expect(failureOf(inspectDamage(path))).toBe('newerBoard')
  expect(failureOf(repairBoardFile(path))).toBe('newerBoard')
})

/** Leaves a large transaction half written, as a killed process does. */
function cutOff(path: string): string {
  const script = `
    import sqlite from 'node-sqlite3-wasm'
    const database = new sqlite.Database(process.argv[1])
    database.exec("PRAGMA cache_size = 3; PRAGMA journal_mode = TRUNCATE; BEGIN; UPDATE updates SET data = zeroblob(9000)")
    for (let i = 100; i < 300; i++) database.run('INSERT INTO updates VALUES (?, zeroblob(3000), 0)', [i])
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--input-type=module', '-e', script, path])
  expect(statSync(`${path}-journal`).size).toBeGreaterThan(512)
  return path
}

function tamperBytes(path: string, at: number, value: number): void {
  const bytes = readFileSync(path)
  bytes[at] = value
  writeFileSync(path, bytes)
}

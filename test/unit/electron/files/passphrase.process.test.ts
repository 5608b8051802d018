import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { packDocument } from '../../../../electron/files/document'
import { newEncryption, openEncryption } from '../../../../electron/files/encryption'
import { docWith, makeBoard, makeVersion1, purposeOf, tamper } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'
import { setPassphrase } from '../../../support/wholeFile'

const PASSPHRASE = 'four quiet words here'

/** A closed board whose words are sealed: document, version, picture, thumbnail and host. */
async function sealedBoard(): Promise<string> {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  unwrap(file.versions.keep(1, { name: 'a private name' }, packDocument(docWith('a private draft'))))
  unwrap(file.assets.keep('text/plain', Buffer.from('a private picture')))
  unwrap(file.keepMeta('host', 'a private host'))
  unwrap(await setPassphrase(file, PASSPHRASE))
  unwrap(file.append({ updates: [Y.encodeStateAsUpdate(docWith('a private update'))] }))
  unwrap(file.exports.note(1, { name: 'a private export' }))
  file.close()
  return path
}

test('a board with a passphrase opens with it, with everything in it, and with no other', async () => {
  const path = await sealedBoard()
  expect(failureOf(openBoardFile(path))).toBe('needsPassphrase')
  expect(failureOf(openBoardFile(path, 'three quiet words'))).toBe('wrongPassphrase')
  const opened = unwrap(openBoardFile(path, PASSPHRASE))
  expect(purposeOf(opened)).toContain('hello there')
  expect(purposeOf(opened)).toContain('a private update')
  expect(opened.contents.host).toBe('a private host')
  expect(unwrap(opened.file.versions.list()).versions[0]?.about).toEqual({ name: 'a private name' })
  expect(unwrap(opened.file.exports.list())[0]?.about).toEqual({ name: 'a private export' })
  opened.file.close()
})

test('nothing readable is left in the file or beside it', async () => {
  const path = await sealedBoard()
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
  const bytes = readFileSync(path)
  for (const words of ['private', 'hello']) expect(bytes.includes(words)).toBe(false)
  const database = new sqlite.Database(path)
  // Deflated bytes would not show words either: what is stored must be no deflate at all.
  for (const { data } of database.all('SELECT data FROM snapshots'))
    expect(() => Y.applyUpdateV2(new Y.Doc(), data as Uint8Array)).toThrow()
  database.close()
})

test('the generations from before, which anybody could read, go when a passphrase is set', async () => {
  const path = join(temporaryFolder(), 'board.ground')
  makeVersion1(path)
  unwrap(openBoardFile(path)).file.close()
  writeFileSync(`${path}.bak`, 'hello')
  writeFileSync(join(path, '..', 'another.ground.bak'), 'hello')
  const { file } = unwrap(openBoardFile(path))
  unwrap(await setPassphrase(file, PASSPHRASE))
  file.close()
  expect(readdirSync(join(path, '..')).sort()).toEqual(['another.ground.bak', 'board.ground'])
})

test('a passphrase that cannot be set leaves the board as it was', async () => {
  const path = makeBoard()
  // A folder where the new generation is to be written.
  mkdirSync(`${path}.new`)
  const { file } = unwrap(openBoardFile(path))
  expect((await setPassphrase(file, PASSPHRASE)).ok).toBe(false)
  expect(file.isSealed()).toBe(false)
  unwrap(file.append({ updates: [Y.encodeStateAsUpdate(docWith('still open'))] }))
  file.close()
  const again = unwrap(openBoardFile(path))
  expect(purposeOf(again)).toContain('still open')
  again.file.close()
})

test('a record that was moved to another place does not open', async () => {
  const path = await sealedBoard()
  const { codec } = await newEncryption(PASSPHRASE)
  const sealed = codec.seal('updates:1', Buffer.from('words'))
  expect(codec.unseal('updates:1', sealed)).toEqual(Buffer.from('words'))
  expect(codec.unseal('updates:2', sealed)).toBeUndefined()
  sealed[20] = (sealed[20] ?? 0) ^ 1
  expect(codec.unseal('updates:1', sealed)).toBeUndefined()
  expect(codec.unseal('updates:1', new Uint8Array(5))).toBeUndefined()
  tamper(path, 'UPDATE snapshots SET data = (SELECT data FROM updates LIMIT 1)')
  expect(failureOf(openBoardFile(path, PASSPHRASE))).toBe('corrupt')
})

test('the passphrase can be changed and taken away again', async () => {
  const path = await sealedBoard()
  const first = unwrap(openBoardFile(path, PASSPHRASE))
  unwrap(await setPassphrase(first.file, 'another one'))
  first.file.close()
  expect(failureOf(openBoardFile(path, PASSPHRASE))).toBe('wrongPassphrase')
  const second = unwrap(openBoardFile(path, 'another one'))
  expect(second.file.isSealed()).toBe(true)
  unwrap(await setPassphrase(second.file, null))
  unwrap(second.file.append({ updates: [Y.encodeStateAsUpdate(docWith('open again'))] }))
  second.file.close()
  const third = unwrap(openBoardFile(path))
  expect(third.file.isSealed()).toBe(false)
  expect(purposeOf(third)).toContain('open again')
  expect(unwrap(third.file.versions.list()).versions).toHaveLength(1)
  third.file.close()
})

test.each(['', '{}', 'x'.repeat(100), '{"kdf":"scrypt","N":1048576,"r":16,"p":4,"salt":"","sealed":""}'])(
  'a key that was meddled with (%s) opens nothing and takes no great memory',
  (wrapped) => expect(openEncryption(wrapped, PASSPHRASE)).toBeUndefined(),
)

test('the same words are the same passphrase, however a keyboard composes them', async () => {
  const { wrapped } = await newEncryption('caf\u00e9')
  expect(openEncryption(wrapped, 'cafe\u0301')).toBeDefined()
})

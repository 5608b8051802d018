import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { inspectDamage, repairBoardFile } from '../../../../electron/files/repair'
import { makeBoard, makeVersion1, makeVersion2, purposeOf, tamper } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'

test('a board of the first version opens with everything in it, and stays beside the new file as it was', () => {
  const path = join(temporaryFolder(), 'old.ground')
  makeVersion1(path)
  const before = readFileSync(path)
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toBe('hello there')
  expect(opened.file.id).toBe('board-one')
  expect(opened.contents.created).toBe('2026-01-01T00:00:00.000Z')
  expect(opened.contents.last).toBe(8)
  expect(opened.contents.devices.get('ab')).toBe('amal')
  expect(unwrap(opened.file.assets.read('00'.repeat(32))).data).toEqual(Uint8Array.of(1, 2, 3))
  opened.file.close()
  expect(readFileSync(`${path}.v1.bak`)).toEqual(before)
  expect(readdirSync(join(path, '..')).sort()).toEqual(['old.ground', 'old.ground.v1.bak'])
  const again = unwrap(openBoardFile(path))
  expect(purposeOf(again)).toBe('hello there')
  again.file.close()
})

test.each([
  ['a changed update', "UPDATE updates SET data = x'0000'"],
  ['a missing update', 'UPDATE updates SET id = id + 1'],
  ['no snapshot', 'DELETE FROM snapshots'],
])('a damaged board of the first version (%s) is not migrated, and nothing is changed', (_, sql) => {
  const path = join(temporaryFolder(), 'old.ground')
  makeVersion1(path)
  tamper(path, sql)
  const before = readFileSync(path)
  expect(failureOf(openBoardFile(path))).toBe('corrupt')
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(join(path, '..'))).toEqual(['old.ground'])
})

test('a link is followed: the file it leads to is migrated and locked, and the link stays a link', () => {
  const folder = temporaryFolder()
  const elsewhere = join(temporaryFolder(), 'old.ground')
  makeVersion1(elsewhere)
  symlinkSync(elsewhere, join(folder, 'link.ground'))
  const opened = unwrap(openBoardFile(join(folder, 'link.ground')))
  expect(failureOf(openBoardFile(elsewhere))).toBe('boardInUse')
  opened.file.close()
  expect(readdirSync(folder)).toEqual(['link.ground'])
  expect(readdirSync(join(elsewhere, '..')).sort()).toEqual(['old.ground', 'old.ground.v1.bak'])
})

/** A closed board of the second version with everything that such a file can hold. */
function makeSecond(): string {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  unwrap(file.append({ updates: [], devices: new Map([['ab', 'amal']]) }))
  unwrap(file.assets.keep('image/png', Uint8Array.of(1, 2, 3)))
  file.release()
  makeVersion2(path)
  return path
}

test('a board of the second version opens with everything in it, keeps sealed rows from then on, and stays beside the new file', () => {
  const path = makeSecond()
  const before = readFileSync(path)
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toBe('hello there')
  expect(opened.contents.devices.get('ab')).toBe('amal')
  expect(opened.contents.sealed).toEqual([])
  expect(unwrap(opened.file.assets.hashes())).toHaveLength(1)
  const data = Uint8Array.of(7, 8)
  unwrap(opened.file.append({ updates: [], sealed: [{ round: 'r', person: 'amal', data }] }))
  opened.file.close()
  expect(readFileSync(`${path}.v2.bak`).equals(before)).toBe(true)
  expect(readdirSync(join(path, '..')).sort()).toEqual(['board.ground', 'board.ground.v2.bak'])
  const again = unwrap(openBoardFile(path))
  expect(again.contents.sealed).toMatchObject([{ round: 'r', person: 'amal', data }])
  again.file.close()
  expect(unwrap(inspectDamage(path)).isWhole).toBe(true)
})

test.each([
  ['a changed update', "UPDATE updates SET data = x'0000'"],
  ['a changed person', "UPDATE devices SET person = 'sam'"],
  ['a changed picture', "UPDATE assets SET data = x'00'"],
  ['a number that is not its own', `CREATE TABLE sealed (id INTEGER PRIMARY KEY)`],
])('a damaged board of the second version (%s) is not migrated, and nothing is changed', (_, sql) => {
  const path = makeSecond()
  tamper(path, sql)
  const before = readFileSync(path)
  expect(failureOf(openBoardFile(path))).toBe('corrupt')
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
  expect(unwrap(inspectDamage(path)).isWhole).toBe(false)
})

test('a whole board of the second version is said to be whole, and a damaged one is repaired into the present one', () => {
  const path = makeSecond()
  expect(unwrap(inspectDamage(path))).toMatchObject({ isWhole: true, problems: [] })
  tamper(path, 'UPDATE updates SET checksum = 1')
  expect(unwrap(repairBoardFile(path)).report.lost).toMatchObject({
    changes: 1,
    sealed: 0,
    perhapsMore: false,
  })
  const opened = unwrap(openBoardFile(path))
  expect(purposeOf(opened)).toBe('hello')
  opened.file.release()
})

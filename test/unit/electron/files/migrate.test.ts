import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { makeVersion1, purposeOf, tamper } from '../../../support/boardFiles'
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

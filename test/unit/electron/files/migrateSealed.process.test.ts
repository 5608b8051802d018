import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { copySealed } from '../../../../electron/files/copySealed'
import { makeBoard, makeVersion2, purposeOf } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'
import { sealBoard } from '../../../support/wholeFile'

test('a board of the second version under a passphrase is brought forward by who knows it, and stays sealed', async () => {
  const path = makeBoard()
  await sealBoard(path, 'correct horse')
  makeVersion2(path)
  const before = readFileSync(path)
  for (const [passphrase, code] of [
    [undefined, 'needsPassphrase'],
    ['wrong', 'wrongPassphrase'],
  ] as const) {
    expect(failureOf(openBoardFile(path, passphrase))).toBe(code)
    expect(readFileSync(path).equals(before)).toBe(true)
  }
  const opened = unwrap(openBoardFile(path, 'correct horse'))
  expect(purposeOf(opened)).toBe('hello there')
  opened.file.close()
  expect(failureOf(openBoardFile(path))).toBe('needsPassphrase')
})

test('a board of the second version under a passphrase is copied without it, and a board of its own takes no round along', async () => {
  const path = makeBoard()
  await sealBoard(path, 'correct horse')
  const folder = temporaryFolder()
  const copy = (name: string) => join(folder, name)
  const { file } = unwrap(openBoardFile(path, 'correct horse'))
  const sealed = [{ round: 'r', person: 'amal', data: Uint8Array.of(7) }]
  unwrap(file.append({ updates: [], sealed }))
  file.release()
  unwrap(copySealed(path, copy('same.ground'), null))
  unwrap(copySealed(path, copy('own.ground'), 'another'))
  makeVersion2(path)
  unwrap(copySealed(path, copy('second.ground'), 'third'))
  for (const [name, count] of [
    ['same.ground', 1],
    ['own.ground', 0],
    ['second.ground', 0],
  ] as const) {
    const opened = unwrap(openBoardFile(copy(name), 'correct horse'))
    expect(opened.contents.sealed).toHaveLength(count)
    expect(purposeOf(opened)).toBe('hello there')
    opened.file.release()
  }
})

import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { lookAt } from '../../../../electron/files/lookAt'
import { docWith, makeBoard, makeVersion1, purposeOf } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'

const copiesLeft = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`common-ground-copy-${process.pid}-${threadId}-`))

test('a board that is open elsewhere can be looked at as it is in the file, and nothing can be written', () => {
  const path = makeBoard()
  const open = unwrap(openBoardFile(path))
  unwrap(open.file.append({ updates: [Y.encodeStateAsUpdate(docWith('and more'))] }))
  const beside = readdirSync(join(path, '..')).sort()
  const seen = unwrap(lookAt(path))
  expect(purposeOf(seen)).toContain('and more')
  expect(failureOf(seen.file.append({ updates: [] }))).toBe('readOnly')
  expect(failureOf(seen.file.versions.keep(1, {}, new Uint8Array()))).toBe('readOnly')
  expect(readdirSync(join(path, '..')).sort()).toEqual(beside)
  seen.file.close()
  expect(copiesLeft()).toEqual([])
  unwrap(open.file.append({ updates: [Y.encodeStateAsUpdate(docWith('and on'))] }))
  open.file.close()
})

test('a board of an older version, in a file that may not be written, is read and left as it is', () => {
  const path = join(temporaryFolder(), 'old.ground')
  makeVersion1(path)
  chmodSync(path, 0o444)
  const before = readFileSync(path)
  const seen = unwrap(lookAt(path))
  seen.file.close()
  expect(purposeOf(seen)).toBe('hello there')
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(join(path, '..'))).toEqual(['old.ground'])
  expect(copiesLeft()).toEqual([])
})

test('what is no board is said to be none', () => {
  expect(failureOf(lookAt(join(temporaryFolder(), 'none.ground')))).toBe('missing')
})

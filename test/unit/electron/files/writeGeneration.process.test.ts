import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { atOnce } from '../../../../electron/files/steps'
import { makeBoard } from '../../../support/boardFiles'
import { unwrap } from '../../../support/realHub'
import { foldedOf } from '../../../support/wholeFile'

/** Counts from now on how often a file or a folder is brought to the disk. */
function countSyncs(): () => number {
  const spy = vi.spyOn(fs, 'fsyncSync')
  syncBuiltinESMExports()
  onTestFinished(() => {
    spy.mockRestore()
    syncBuiltinESMExports()
  })
  return () => spy.mock.calls.length
}

test('a file that is written afresh waits for the disk about once for each picture: a slow one takes a tenth of a second each time', () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  const pictures = 6
  for (let each = 0; each < pictures; each++)
    unwrap(file.assets.keep('image/png', new Uint8Array(3_000_000).fill(each)))
  const syncs = countSyncs()
  unwrap(atOnce(file.rewrite(foldedOf(file), {})))
  expect(syncs()).toBeGreaterThanOrEqual(pictures)
  expect(syncs()).toBeLessThan(2 * pictures)
  file.release()
  const again = unwrap(openBoardFile(path)).file
  expect(unwrap(again.assets.hashes())).toHaveLength(pictures)
  again.release()
})

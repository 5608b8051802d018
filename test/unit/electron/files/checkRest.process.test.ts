import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { checkFreePages } from '../../../../electron/files/checkRest'
import { openFile } from '../../../../electron/files/thread/openFile'
import { docWith, makeBoard } from '../../../support/boardFiles'
import { damagePicture, fillWithPictures } from '../../../support/largeBoard'
import { seeded } from '../../../support/randomness'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'
import { threadsFolder as scripts } from '../../../support/threads.mjs'

const update = (text: string) => ({ updates: [Y.encodeStateAsUpdate(docWith(text))] })

test('a large file is looked through after it is open, and what is written meanwhile need not wait', async () => {
  const path = makeBoard()
  fillWithPictures(path)
  const whole = unwrap(await openFile({ path, scripts }))
  expect(await whole.file.checkRest()).toEqual({ ok: true, value: null })
  unwrap(await whole.file.close())

  damagePicture(path)
  const { file } = unwrap(await openFile({ path, scripts }))
  const order: string[] = []
  const checked = file.checkRest().then((found) => {
    order.push('checked')
    return unwrap(found)
  })
  const written = file.append(update('written meanwhile')).then((done) => {
    order.push('written')
    return unwrap(done)
  })
  expect(await checked).toMatch(/^assets: row \d+$/)
  await written
  expect(order).toEqual(['written', 'checked'])
  // Letting go of it ends the look.
  const late = file.checkRest()
  unwrap(await file.close())
  await late
})

test('a small file was checked whole when it was opened', async () => {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  unwrap(file.assets.keep('image/png', new Uint8Array(20_000)))
  file.release()
  const small = unwrap(await openFile({ path, scripts }))
  expect(await small.file.checkRest()).toEqual({ ok: true, value: null })
  unwrap(await small.file.close())
  const bytes = readFileSync(path)
  bytes[bytes.length - 6_000] = (bytes[bytes.length - 6_000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  expect(failureOf(await openFile({ path, scripts }))).toBe('corrupt')
})

/** A closed board file with a long list of free pages. */
function withFreePages(): string {
  const path = makeBoard()
  const { file } = unwrap(openBoardFile(path))
  const hash = unwrap(file.assets.keep('image/png', new Uint8Array(6_000_000).fill(1)))
  unwrap(file.assets.remove([hash]))
  file.release()
  return path
}

test('the list of free pages is whole in a file that only this program wrote', () => {
  const path = withFreePages()
  expect(readFileSync(path).readUInt32BE(36)).toBeGreaterThan(1_100)
  expect(checkFreePages(path)).toBeUndefined()
})

test('a list of free pages that was changed anywhere is told of, and one that is nonsense ends', () => {
  const path = withFreePages()
  const bytes = readFileSync(path)
  // The second page of the list is full.
  const trunk = (bytes.readUInt32BE((bytes.readUInt32BE(32) - 1) * 4096) - 1) * 4096
  expect(bytes.readUInt32BE(trunk + 4)).toBeGreaterThan(1_000)
  const damaged = join(temporaryFolder(), 'damaged.ground')
  const found = (at: number, change: (byte: number) => number): string | undefined => {
    copyFileSync(path, damaged)
    const changed = Buffer.from(bytes)
    changed[at] = change(changed[at] ?? 0)
    writeFileSync(damaged, changed)
    return checkFreePages(damaged)
  }
  // The high byte of a number: no file has so many pages.
  const high = (byte: number) => byte ^ 0x40
  for (const at of [32, 36, trunk, trunk + 4, trunk + 8, trunk + 4 * 500])
    expect([at, found(at, high)]).toEqual([at, expect.any(String)])
  const random = seeded(7)
  for (let round = 0; round < 60; round++) {
    const at = random.under(2) === 0 ? 32 + random.under(8) : trunk + random.under(4096)
    const value = random.under(256)
    const told = found(at, () => value)
    expect(told === undefined || told.startsWith('free pages')).toBe(true)
  }
  for (const length of [0, 60, 4096, trunk, trunk + 100]) {
    writeFileSync(damaged, bytes.subarray(0, length))
    expect(checkFreePages(damaged)).toMatch(/^free pages/)
  }
})

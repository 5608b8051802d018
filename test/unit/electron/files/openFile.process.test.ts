import { readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { packDocument, unpackDocument } from '../../../../electron/files/document'
import { openFile } from '../../../../electron/files/thread/openFile'
import { docWith, makeBoard, purposeOf } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'
import { threadsFolder as scripts } from '../../../support/threads.mjs'

const update = (text: string) => ({ updates: [Y.encodeStateAsUpdate(docWith(text))], devices: new Map() })

test('a version that waits for a copy to be written is of the moment in which it was asked for', async () => {
  const path = join(await temporaryFolder(), 'board.ground')
  const make = { packed: packDocument(docWith('one')), host: 'Amal' }
  const { file } = unwrap(await openFile({ path, scripts, make }))
  for (let each = 0; each < 4; each++)
    unwrap(await file.keepAsset('image/png', new Uint8Array(2_000_000).fill(each)))
  const order: string[] = []
  const copying = file.copyTo(join(path, '../copy.ground'), null).then(() => order.push('copied'))
  const keeping = file.keepVersion(5, { name: 'before' })
  unwrap(await file.append(update('two')))
  order.push('appended')
  const kept = unwrap(await keeping)
  await copying
  // Else it would not have waited.
  expect(order).toEqual(['appended', 'copied'])
  const { packed } = unwrap(await file.readVersion(kept.id))
  const then = unwrap(unpackDocument({ packed, updates: [] }))
  expect(then.getText('purpose').toString()).toBe('one')
  unwrap(await file.close())
})

test('a file in a thread of its own takes updates, folds them, keeps versions and lets go', async () => {
  const path = join(temporaryFolder(), 'board.ground')
  const { file, contents } = unwrap(
    await openFile({ path, scripts, make: { packed: packDocument(docWith('one')), host: 'Amal' } }),
  )
  expect(contents.host).toBe('Amal')
  unwrap(await file.append(update('two')))
  const kept = unwrap(await file.keepVersion(5, { name: 'first' }))
  unwrap(await file.append(update('three')))
  unwrap(await file.compact())
  expect(unwrap(await file.listVersions()).versions).toEqual([kept])
  const { packed } = unwrap(await file.readVersion(kept.id))
  const then = unwrap(unpackDocument({ packed, updates: [] }))
    .getText('purpose')
    .toString()
  expect(then).toContain('two')
  expect(then).not.toContain('three')
  unwrap(await file.close())
  expect(failureOf(await file.append(update('late')))).toBe('unavailable')
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
  const opened = unwrap(openBoardFile(path))
  expect(opened.contents.updates).toHaveLength(0)
  for (const word of ['one', 'two', 'three']) expect(purposeOf(opened)).toContain(word)
  opened.file.close()
})

test('what cannot be opened is said, and no thread stays', async () => {
  expect(failureOf(await openFile({ path: join(temporaryFolder(), 'none.ground'), scripts }))).toBe('missing')
})

test('appends go on while the updates before them are folded, and nothing is folded twice', async () => {
  const path = makeBoard()
  const { file } = unwrap(await openFile({ path, scripts }))
  const folded = file.compact()
  const same = file.compact()
  for (let i = 0; i < 20; i++) unwrap(await file.append(update(`during ${i} `)))
  unwrap(await folded)
  unwrap(await same)
  await file.close()
  const opened = unwrap(openBoardFile(path))
  for (let i = 0; i < 20; i++) expect(purposeOf(opened)).toContain(`during ${i} `)
  opened.file.close()
})

test('a file whose thread died is opened again by the next call, also with a passphrase set meanwhile', async () => {
  const path = makeBoard()
  const started = new Promise<Worker>((resolve) => process.once('worker', resolve))
  const { file } = unwrap(await openFile({ path, scripts }))
  unwrap(await file.setPassphrase('four quiet words'))
  unwrap(await file.append(update('before')))
  const waiting = file.append(update('meanwhile'))
  await (await started).terminate()
  const cut = await waiting
  if (!cut.ok) expect(cut.failure.code).toBe('unavailable')
  unwrap(await file.append(update('after')))
  await file.close()
  const opened = unwrap(openBoardFile(path, 'four quiet words'))
  expect(purposeOf(opened)).toContain('before')
  expect(purposeOf(opened)).toContain('after')
  opened.file.close()
  expect(readdirSync(join(path, '..')).sort()).toEqual(['board.ground'])
})

test('a file whose thread dies while a passphrase is set opens again, whether it has it by then or not', async () => {
  for (const dies of ['before', 'after']) {
    const path = makeBoard()
    const started = new Promise<Worker>((resolve) => process.once('worker', resolve))
    const { file } = unwrap(await openFile({ path, scripts }))
    const { ino } = statSync(path)
    const setting = file.setPassphrase('four quiet words')
    while (dies === 'after' && statSync(path).ino === ino) await nextTurn()
    await (await started).terminate()
    await setting
    unwrap(await file.append(update('after')))
    await file.close()
    const sealed = openBoardFile(path)
    if (sealed.ok) sealed.value.file.close()
    else expect(failureOf(sealed)).toBe('needsPassphrase')
    expect(sealed.ok).toBe(dies === 'before')
    const opened = unwrap(openBoardFile(path, 'four quiet words'))
    expect(purposeOf(opened)).toContain('after')
    opened.file.close()
  }
})

test('a file that is only looked at stays so when its thread has died', async () => {
  const path = makeBoard()
  const started = new Promise<Worker>((resolve) => process.once('worker', resolve))
  const { file } = unwrap(await openFile({ path, scripts, look: true }))
  const thread = await started
  const copies = `common-ground-copy-${process.pid}-${thread.threadId}-`
  const copiesLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith(copies))
  expect(copiesLeft()).toHaveLength(1)
  await thread.terminate()
  expect(failureOf(await file.append(update('after')))).toBe('readOnly')
  expect(copiesLeft()).toEqual([])
  expect(readdirSync(join(path, '..'))).toEqual(['board.ground'])
  await file.close()
})

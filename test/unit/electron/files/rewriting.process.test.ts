import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addStory } from '#shared/board/actions/stories'
import type { Result } from '#shared/failure'
import { type BoardFile, createBoardFile, openBoardFile } from '../../../../electron/files/boardFile'
import { packDocument } from '../../../../electron/files/document'
import { newEncryption } from '../../../../electron/files/encryption'
import type { Steps } from '../../../../electron/files/steps'
import { openFile } from '../../../../electron/files/thread/openFile'
import { boardOf, moves } from '../../../bench/boards'
import { docWith, makeBoard, purposeOf } from '../../../support/boardFiles'
import { failureOf, temporaryFolder, unwrap } from '../../../support/realHub'
import { threadsFolder as scripts } from '../../../support/threads.mjs'
import { foldedOf } from '../../../support/wholeFile'

const saying = (text: string) => [Y.encodeStateAsUpdate(docWith(text))]

/** An open board with versions and pictures, so that writing it afresh takes several steps. */
function openRich(path: string): BoardFile {
  const { file } = unwrap(openBoardFile(path))
  for (const name of ['one', 'two']) unwrap(file.versions.keep(1, { name }, packDocument(docWith(name))))
  for (const size of [10, 2_000_000]) unwrap(file.assets.keep('image/png', new Uint8Array(size).fill(7)))
  return file
}

/** Does the steps, and something after each but the last. Returns how many times, and what came of the steps. */
function doBetween<T>(steps: Steps<T>, between: (at: number) => void): { times: number; value: T } {
  for (let times = 0; ; times++) {
    const step = steps.next()
    if (step.done) return { times, value: step.value }
    between(times)
  }
}

test.each(['rewritten', 'sealed', 'opened to everybody'] as const)(
  'what is appended while a file is %s, and who came, is in the new file',
  async (what) => {
    const path = makeBoard()
    const file = openRich(path)
    const key = await newEncryption('four quiet words')
    if (what === 'opened to everybody') unwrap(doBetween(file.seal(foldedOf(file), key), () => {}).value)
    const work = (): Steps<Result<void>> => {
      if (what === 'rewritten') return file.rewrite(foldedOf(file), {})
      return file.seal(foldedOf(file), what === 'sealed' ? key : null)
    }
    const { times, value } = doBetween(work(), (at) =>
      unwrap(
        file.append({
          updates: saying(`between ${at}.`),
          devices: new Map([[`${at}`.repeat(64), `guest ${at}`]]),
        }),
      ),
    )
    unwrap(value)
    expect(times).toBeGreaterThan(4)
    unwrap(file.append({ updates: saying('and after.') }))
    file.release()
    const opened = unwrap(openBoardFile(path, what === 'sealed' ? 'four quiet words' : undefined))
    const said = purposeOf(opened)
    for (let at = 0; at < times; at++) expect(said).toContain(`between ${at}.`)
    expect(said).toContain('hello there')
    expect(said).toContain('and after.')
    expect(opened.contents.devices.size).toBe(times)
    expect(unwrap(opened.file.versions.list()).versions).toHaveLength(2)
    expect(unwrap(opened.file.assets.hashes())).toHaveLength(2)
    opened.file.close()
  },
)

test('what is appended while a file is copied is in the file, and the copy is whole', () => {
  const path = makeBoard()
  const file = openRich(path)
  const to = join(temporaryFolder(), 'copy.ground')
  const copying = file.copyTo(to, foldedOf(file), (generation) => generation)
  unwrap(doBetween(copying, (at) => unwrap(file.append({ updates: saying(`between ${at}.`) }))).value)
  file.close()
  for (const one of [path, to]) {
    const opened = unwrap(openBoardFile(one))
    for (const words of ['hello there', 'between 0.', 'between 3.'])
      expect(purposeOf(opened)).toContain(words)
    opened.file.close()
  }
})

test("a file that was replaced while it was being written afresh stays the other's", () => {
  const path = makeBoard()
  const file = openRich(path)
  const other = makeBoard(join(temporaryFolder(), 'other.ground'))
  const { value } = doBetween(file.rewrite(foldedOf(file), { previous: null }), (at) => {
    if (at !== 1) return
    copyFileSync(other, `${path}.other`)
    renameSync(`${path}.other`, path)
  })
  expect(failureOf(value)).toBe('missing')
  expect(failureOf(file.append({ updates: saying('lost') }))).toBe('missing')
  expect(readFileSync(path).equals(readFileSync(other))).toBe(true)
  expect(existsSync(`${path}.new`)).toBe(false)
  file.release()
})

test('a purge, a copy and a passphrase hold up nobody who writes', async () => {
  const path = join(temporaryFolder(), 'board.ground')
  const doc = boardOf(200)
  const writer = { doc, person: 'someone', origin: null, now: () => 1 }
  const id = addStory(writer, { title: 'Told', paragraphs: [{ heading: 0, text: 'Wexlebrook' }] })
  const made = unwrap(createBoardFile(path, packDocument(doc))).file
  for (let at = 0; at < 6; at++) unwrap(made.versions.keep(at, { name: `${at}` }, packDocument(doc)))
  for (let at = 0; at < 4; at++) unwrap(made.assets.keep('image/png', new Uint8Array(500_000).fill(at + 1)))
  made.release()
  const { file } = unwrap(await openFile({ path, scripts }))
  let written = 0
  /** In which order some work, and writes that are asked for as soon as it has begun, were done. */
  const during = async (work: Promise<Result<unknown>>): Promise<string[]> => {
    const order: string[] = []
    const note = async (what: string, done: Promise<Result<unknown>>) => {
      unwrap(await done)
      order.push(what)
    }
    const writes = Array.from({ length: 3 }, () => note('write', file.append({ updates: moves(doc, 1) })))
    written += writes.length
    await Promise.all([note('work', work), ...writes])
    return order
  }
  const heldUpByNone = ['write', 'write', 'write', 'work']
  const orders = [{ kind: 'story' as const, id }]
  expect(await during(file.purge({ orders, count: 1, taken: [], fresh: [] }))).toEqual(heldUpByNone)
  expect(await during(file.copyTo(join(path, '../copy.ground'), null))).toEqual(heldUpByNone)
  expect(await during(file.setPassphrase('four quiet words'))).toEqual(heldUpByNone)
  await file.close()
  const opened = unwrap(openBoardFile(path, 'four quiet words'))
  expect(opened.contents.last).toBe(written)
  expect(opened.contents.purges).toBe(1)
  opened.file.close()
})

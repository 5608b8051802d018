import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import {
  changeRecord,
  changeSingleton,
  proseOf,
  readAll,
  readEach,
  readSingleton,
  storeRecord,
} from '#shared/board/records'
import { COLLECTION_NAMES, type Collection } from '#shared/board/schema'
import { type BoardFile, createBoardFile, openBoardFile } from '../../electron/files/boardFile'
import { mergeState, packDocument, unpackDocument } from '../../electron/files/document'
import { seeded } from '../support/randomness'
import { rewriteAtOnce } from '../support/wholeFile'
import { type Benchmark, median, timed } from './benchmark'
import { boardOf } from './boards'
import { measureOpening } from './opening'
import { inFolder, need } from './workplace'

const EDITS = 100_000
/** Edits that reach the file in one write. */
const GATHERED = 10
/** Moves of one card before the next is taken, as a hand does. */
const STROKE = 20

/** A board after many edits, beside a fresh file with the same content: how large it is, and how long it takes to open. */
export const bench: Benchmark = {
  run: ({ full, threadsFolder, report }) =>
    inFolder(async (folder) => {
      for (const cards of full ? [2_000, 10_000] : [2_000]) {
        for (const kind of ['drags', 'scattered edits of 60 authors'] as const) {
          const path = join(folder, `${kind} ${cards}.ground`)
          const doc = boardOf(cards)
          const { file } = need(createBoardFile(path, packDocument(doc)))
          const largest = edit(doc, file, path, kind)
          file.release()
          const aged = await openingsOf(path, cards, threadsFolder)
          const again = need(openBoardFile(path)).file
          need(rewriteAtOnce(again))
          again.release()
          const compact = statSync(path).size
          const freshPath = join(folder, `fresh ${kind} ${cards}.ground`)
          need(createBoardFile(freshPath, packDocument(freshOf(doc)))).file.release()
          const fresh = await openingsOf(freshPath, cards, threadsFolder)
          const name = `aged: after ${EDITS} ${kind}`
          for (const until of ['the window', 'the hub', 'the document'] as const) {
            const about = `${name}, opening to ${until}`
            report({ name: about, n: cards, value: aged[until], unit: 'ms' })
            report({ name: `${about}, a fresh one`, n: cards, value: fresh[until], unit: 'ms' })
            report({ name: `${about}, ratio`, n: cards, value: aged[until] / fresh[until], unit: 'x' })
          }
          report({ name: `${name}, file while edited, ratio`, n: cards, value: largest / compact, unit: 'x' })
        }
      }
    }),
}

/** Edits through the file as the hub does, and returns the most bytes that the file had. */
function edit(doc: Y.Doc, file: BoardFile, path: string, kind: string): number {
  const random = seeded(1)
  const ids = [...readEach(doc, 'cards', 'z')].map(([id]) => id)
  const isDrag = kind === 'drags'
  let waiting: Uint8Array[] = []
  doc.on('update', (update) => waiting.push(update))
  let id = ids[0] ?? ''
  let largest = 0
  for (let at = 0; at < EDITS; at++) {
    if (!isDrag || at % STROKE === 0) id = random.of(ids) ?? ''
    if (!isDrag) doc.clientID = 1_000 + random.under(60)
    const text = proseOf(doc, 'cards', id, 'text')
    if (isDrag || at % 2 === 0 || !text) changeRecord(doc, 'cards', id, { pos: [random.under(9_999), at] })
    else
      doc.transact(() => {
        text.delete(0, Math.min(3, text.length))
        text.insert(0, 'new')
      })
    if (waiting.length < GATHERED) continue
    need(file.append({ updates: [Y.mergeUpdates(waiting)] }))
    waiting = []
    if (file.isTailLong()) {
      const state = need(file.read())
      need(file.keepSnapshot(need(mergeState(state)), state.last))
    }
    largest = Math.max(largest, statSync(path).size)
  }
  return largest
}

/** ms from asking for a closed board to a window, a hub, and a document that nobody shares. */
async function openingsOf(path: string, cards: number, threadsFolder: string) {
  const spent = await timed(9, () => {
    const { file, contents } = need(openBoardFile(path))
    need(unpackDocument(contents)).destroy()
    file.release()
  })
  const { hub, window } = await measureOpening({ threadsFolder, path, runs: 9 }, cards)
  return { 'the window': window, 'the hub': hub, 'the document': median(spent) }
}

/** The same content, written at once by one hand. */
function freshOf(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc()
  fresh.transact(() => {
    changeSingleton(fresh, 'meta', readSingleton(doc, 'meta'))
    for (const collection of COLLECTION_NAMES) copyAll(doc, fresh, collection)
  })
  return fresh
}

function copyAll<C extends Collection>(from: Y.Doc, to: Y.Doc, collection: C): void {
  for (const { id, ...values } of readAll(from, collection)) storeRecord(to, collection, id, values as never)
}

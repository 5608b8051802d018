import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createBoardFile } from '../../electron/files/boardFile'
import { packDocument } from '../../electron/files/document'
import type { Benchmark } from './benchmark'
import { percentile } from './benchmark'
import { boardOf, moves } from './boards'
import { inFolder, need } from './workplace'

/** One durable append of gathered updates to a board file: what stands between an edit and “Saved”. */
export const bench: Benchmark = {
  run: ({ full, report }) =>
    inFolder(async (folder) => {
      for (const cards of full ? [500, 2_000, 10_000, 50_000] : [2_000]) {
        const doc = boardOf(cards)
        const path = join(folder, `${cards}.ground`)
        const { file } = need(createBoardFile(path, packDocument(doc)))
        report({
          name: 'append: file per 1,000 cards',
          n: cards,
          value: statSync(path).size / cards,
          unit: 'kB',
        })
        for (const gathered of [1, 20]) {
          const updates = moves(doc, gathered * (full ? 1_000 : 300))
          const spent: number[] = []
          for (let at = 0; at < updates.length; at += gathered) {
            const start = performance.now()
            need(file.append({ updates: updates.slice(at, at + gathered) }))
            spent.push(performance.now() - start)
          }
          const name = `append: ${gathered} update${gathered === 1 ? '' : 's'} at once`
          report({ name: `${name}, p50`, n: cards, value: percentile(spent, 50), unit: 'ms' })
          report({ name: `${name}, p99`, n: cards, value: percentile(spent, 99), unit: 'ms' })
        }
        const start = performance.now()
        need(file.keepSnapshot(packDocument(doc), need(file.read()).last))
        report({ name: 'append: snapshot', n: cards, value: performance.now() - start, unit: 'ms' })
        need(file.close())
      }
    }),
}

import { join } from 'node:path'
import * as Y from 'yjs'
import type { Benchmark } from './benchmark'
import { boardOf } from './boards'
import { hubOf, measureOpening } from './opening'
import { inFolder, need } from './workplace'

/** From a stored board to a window that has all of it: the hub opens the file, the first replica loads. */
export const bench: Benchmark = {
  run: ({ full, threadsFolder, report }) =>
    inFolder(async (folder) => {
      for (const cards of full ? [1_000, 10_000, 50_000] : [1_000, 10_000]) {
        const path = join(folder, `${cards}.ground`)
        const hub = hubOf(threadsFolder)
        need(await hub.createFrom(path, boardOf(cards)))
        await hub.shutDown()
        const opening = await measureOpening({ threadsFolder, path, runs: full ? 7 : 5 }, cards)
        report({ name: 'open: the hub has the board', n: cards, value: opening.hub, unit: 'ms' })
        report({ name: 'open: a window has the board', n: cards, value: opening.window, unit: 'ms' })
        report({
          name: 'open: document',
          n: cards,
          value: Y.encodeStateAsUpdate(boardOf(cards)).length / 1000,
          unit: 'kB',
        })
      }
    }),
}

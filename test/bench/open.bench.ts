import { join } from 'node:path'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createHub } from '../../electron/hub/hub'
import { connectReplica } from '../../renderer/board/connectReplica'
import type { Line } from '../../renderer/board/line'
import { type Benchmark, median } from './benchmark'
import { boardOf } from './boards'
import { inFolder, need } from './workplace'

const openLine = (url: string): Line => new WebSocket(url) as unknown as Line

/** From a stored board to a window that has all of it: the hub opens the file, the first replica loads. */
export const bench: Benchmark = {
  run: ({ full, report }) =>
    inFolder(async (folder) => {
      for (const cards of full ? [500, 2_000, 10_000, 50_000] : [2_000, 10_000]) {
        const path = join(folder, `${cards}.ground`)
        const hubOpened: number[] = []
        const windowLoaded: number[] = []
        for (let run = 0; run < (full ? 7 : 4); run++) {
          const hub = createHub({
            rendererFolder: folder,
            threadsFolder: import.meta.dirname,
            loopbackOnly: true,
            port: 0,
          })
          if (run === 0) {
            need(await hub.createFrom(path, boardOf(cards)))
            await hub.shutDown()
            continue
          }
          const start = performance.now()
          const { url, token } = need(await hub.open(path))
          hubOpened.push(performance.now() - start)
          const replica = connectReplica(
            { url, credential: { kind: 'token', token } },
            { name: 'Bench', side: 'facilitator', languages: [] },
            { openLine },
          )
          await replica.loaded
          windowLoaded.push(performance.now() - start)
          if (replica.doc.getMap('cards').size !== cards) throw new Error('the window lacks cards')
          replica.dispose()
          await hub.shutDown()
        }
        report({ name: 'open: the hub has the board', n: cards, value: median(hubOpened), unit: 'ms' })
        report({ name: 'open: a window has the board', n: cards, value: median(windowLoaded), unit: 'ms' })
        report({
          name: 'open: document',
          n: cards,
          value: Y.encodeStateAsUpdate(boardOf(cards)).length / 1000,
          unit: 'kB',
        })
      }
    }),
}

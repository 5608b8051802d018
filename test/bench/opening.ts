import { WebSocket } from 'ws'
import { createHub } from '../../electron/hub/hub'
import { connectReplica } from '../../renderer/board/connectReplica'
import type { Line } from '../../renderer/board/line'
import { median } from './benchmark'
import { need } from './workplace'

const openLine = (url: string): Line => new WebSocket(url) as unknown as Line

/** How long a stored board takes to open, ms since it was asked for. */
export interface Opening {
  /** Until the hub has it. */
  readonly hub: number
  /** Until a window has all of it. */
  readonly window: number
}

/** A hub as the app starts one. */
export const hubOf = (threadsFolder: string) =>
  createHub({ rendererFolder: threadsFolder, threadsFolder, loopbackOnly: true, port: 0 })

/** The medians of `runs` openings, each by a new hub and a new window. */
export async function measureOpening(
  {
    threadsFolder,
    path,
    runs,
  }: { readonly threadsFolder: string; readonly path: string; readonly runs: number },
  cards: number,
): Promise<Opening> {
  const openings: Opening[] = []
  for (let run = 0; run < runs; run++) {
    const hub = hubOf(threadsFolder)
    const start = performance.now()
    const { url, token } = need(await hub.open(path))
    const opened = performance.now() - start
    const replica = connectReplica(
      { url, credential: { kind: 'token', token } },
      { name: 'Bench', side: 'facilitator', languages: [] },
      { openLine },
    )
    await replica.loaded
    openings.push({ hub: opened, window: performance.now() - start })
    if (replica.doc.getMap('cards').size !== cards) throw new Error('the window lacks cards')
    replica.dispose()
    await hub.shutDown()
  }
  return {
    hub: median(openings.map(({ hub }) => hub)),
    window: median(openings.map(({ window }) => window)),
  }
}

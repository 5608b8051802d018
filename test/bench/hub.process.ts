import { join } from 'node:path'
import { createHub } from '../../electron/hub/hub'
import { boardOf } from './boards'
import { inFolder, need } from './workplace'

const COMPACTING = 4_000

/** A hub in a process of its own, so that its share of a core can be told from its guests'. */
await inFolder(async (folder) => {
  const hub = createHub({
    rendererFolder: folder,
    threadsFolder: import.meta.dirname,
    loopbackOnly: true,
    port: 0,
  })
  const opened = need(
    await hub.createFrom(join(folder, 'bench.ground'), boardOf(Number(process.argv[2] ?? 2_000))),
  )
  /** ms that each folding took, one after the other for so long. */
  const compactFor = async (milliseconds: number): Promise<number[]> => {
    const spent: number[] = []
    for (const begun = performance.now(); performance.now() - begun < milliseconds; ) {
      const start = performance.now()
      need(await hub.use(opened.path, ({ room }) => room.file.compact()))
      spent.push(performance.now() - start)
    }
    return spent
  }
  let since = { cpu: process.cpuUsage(), at: performance.now() }
  process.send?.(opened)
  await new Promise<void>((resolve) => {
    process.on('message', (asked) => {
      if (asked === 'begin') since = { cpu: process.cpuUsage(), at: performance.now() }
      else if (asked === 'figures') {
        const { user, system } = process.cpuUsage(since.cpu)
        process.send?.({
          core: (user + system) / 10 / (performance.now() - since.at),
          memory: process.memoryUsage.rss() / 1e6,
        })
      } else if (asked === 'compact') void compactFor(COMPACTING).then((spent) => process.send?.(spent))
      else resolve()
    })
  })
  await hub.shutDown()
})
process.exit(0)

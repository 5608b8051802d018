import { join } from 'node:path'
import { SYNC_PATH } from '#shared/sync/protocol'
import { createHub } from '../../electron/hub/hub'
import { boardOf } from './boards'
import { meter } from './meter'
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
  const room = need(await hub.openRoom(opened.path))
  const ended = new Promise<void>((resolve) =>
    meter(resolve, (asked) => {
      if (asked === 'compact') void compactFor(COMPACTING).then((spent) => process.send?.(spent))
    }),
  )
  const { host } = new URL(room.addresses[0]?.url ?? '')
  process.send?.({ ...opened, room: `ws://${host}${SYNC_PATH}`, code: room.code })
  await ended
  await hub.shutDown()
})
process.exit(0)

import { dirname } from 'node:path'
import { createHub } from '../../../electron/hub/hub'

/** The hub that is abused, in a process of its own: makes a board at the path given, opens its room and says how full it is when asked. */
const [, , path = ''] = process.argv
const hub = createHub({
  rendererFolder: dirname(path),
  threadsFolder: import.meta.dirname,
  loopbackOnly: true,
  port: 0,
})
const opened = await hub.create(path, { title: 'A room under siege', place: '', language: 'en' })
const room = await hub.openRoom(path)
if (!opened.ok || !room.ok) throw new Error('the room did not open')
process.on('message', () => process.send?.(process.memoryUsage.rss() / 1e6))
process.on('disconnect', () => process.exit(0))
process.send?.({ address: room.value.addresses[0]?.url ?? '', code: room.value.code })

import { dirname } from 'node:path'
import { WebSocket } from 'ws'
import { createHub } from '../../../electron/hub/hub'
import { wrap } from '../wrap'

/** The hub that is abused, in a process of its own: makes a board at the path given, opens its room and says how full it is when asked. */
const [, , path = ''] = process.argv
let heard = 0
wrap(WebSocket.prototype, 'emit', (call, [event]) => {
  if (event === 'message') heard += 1
  return call()
})
const hub = createHub({
  rendererFolder: dirname(path),
  threadsFolder: import.meta.dirname,
  loopbackOnly: true,
  port: 0,
})
const opened = await hub.create(path, { title: 'A room under siege', place: '', language: 'en' })
const room = await hub.openRoom(path)
if (!opened.ok || !room.ok) throw new Error('the room did not open')
process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() / 1e6, heard }))
process.on('disconnect', () => process.exit(0))
process.send?.({ address: room.value.addresses[0]?.url ?? '', code: room.value.code })

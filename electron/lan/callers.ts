import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Connections of one address, whatever they are for: a room's worth of phones behind one router, and each with a few. */
const MOST_EACH = 300
const MOST = 2_000

/**
 * Keeps anybody from taking all the connections there are. One more than its address may have is ended before a byte
 * of it is read; those it has already stay.
 */
export function limitCallers(server: Server, { most = MOST, mostEach = MOST_EACH } = {}): void {
  const each = new Map<string, number>()
  server.maxConnections = most
  server.prependListener('connection', (socket: Socket) => {
    const caller = socket.remoteAddress ?? ''
    const now = (each.get(caller) ?? 0) + 1
    if (now > mostEach) {
      socket.destroy()
      return
    }
    each.set(caller, now)
    socket.once('close', () => {
      const left = (each.get(caller) ?? 1) - 1
      if (left === 0) each.delete(caller)
      else each.set(caller, left)
    })
  })
}

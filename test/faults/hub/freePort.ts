import { createServer } from 'node:net'

/**
 * Ports below those that a system hands out by itself: one of those could be somebody else's by the time it is listened
 * on, or while a host is away that will come back to it.
 */
const FIRST = 20_000
const COUNT = 12_000

/** Tests run in several processes at once: each begins elsewhere. */
let next = (process.pid * 61) % COUNT

/** A port of this computer on which nobody listens, and that nobody is given who asks for any. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + next
    next = (next + 1) % COUNT
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

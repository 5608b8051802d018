import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Identity } from './certificate'

/** The first byte of every TLS connection; no HTTP request begins with it. */
const HANDSHAKE = 0x16
/** ms that a connection may stay silent at first. */
const SPEAKS_WITHIN = 10_000

/**
 * From now on the server speaks TLS with whoever begins so, on the same port: desktop apps know its certificate, and
 * a browser that does not would frighten people off.
 */
export function alsoSecure(server: Server, { key, certificate }: Identity): void {
  // The server's own, with its timeouts and its count of connections.
  const [serve] = server.listeners('connection') as ((socket: Socket) => void)[]
  if (!serve) throw new Error('the server serves nobody')
  const secure = createTlsServer({
    key,
    cert: certificate,
    minVersion: 'TLSv1.3',
    handshakeTimeout: SPEAKS_WITHIN,
  })
  secure.on('secureConnection', (socket) => serve.call(server, socket))
  secure.on('tlsClientError', (_error, socket) => socket.destroy())
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const late = setTimeout(() => socket.destroy(), SPEAKS_WITHIN)
    const fail = () => socket.destroy()
    socket.on('error', fail)
    socket.on('close', () => clearTimeout(late))
    socket.once('readable', () => {
      clearTimeout(late)
      const first: Buffer | null = socket.read(1)
      if (!first) return socket.destroy()
      socket.unshift(first)
      socket.off('error', fail)
      if (first[0] !== HANDSHAKE) return serve.call(server, socket)
      // A line that breaks inside TLS would stay half open until something is late.
      socket.allowHalfOpen = false
      secure.emit('connection', socket)
    })
  })
}

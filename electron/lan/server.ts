import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { MAX_MESSAGE, SYNC_PATH } from '#shared/sync/protocol'
import { alsoSecure } from './alsoSecure'
import { type BundleFile, listBundle } from './bundle'
import { limitCallers } from './callers'
import type { Identity } from './certificate'
import { isOwnHost, isOwnOrigin } from './ownRequest'
import { createPictureRoute, type PictureDesk } from './pictureRoute'

export interface LanOptions {
  /** Nothing is reachable from outside this computer, even with a room open. */
  readonly loopbackOnly?: boolean
  /** The room's port; another one when it is taken. 0 for any. */
  readonly port?: number
  /** The origins of pages that earlier hosts of its rooms have served. */
  readonly origins?: () => readonly string[]
}

export interface Server {
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

/** A line whose writes can be held back for a moment, to go out as one. */
export type Line = Pick<Duplex, 'cork' | 'uncork'>

/** Somebody connected from `address`; what the socket sends goes over `line`. */
export type OnSocket = (socket: WebSocket, address: string, line: Line) => void

export interface ServerOptions {
  readonly rendererFolder: string
  readonly address: string
  readonly port: number
  readonly origins?: () => readonly string[]
  /** With it the server speaks TLS too. */
  readonly identity?: Identity
}

/**
 * Serves the renderer's bundle over HTTP, the boards' pictures from the `desk`, and hands each WebSocket to `onSocket`.
 * Codes and tokens authorise; the checks of Host and Origin keep other pages' scripts out, but for pages that an
 * earlier host of the room has served (`origins`).
 */
export async function openServer(
  options: ServerOptions,
  onSocket: OnSocket,
  desk: PictureDesk,
): Promise<Server> {
  const bundle = listBundle(options.rendererFolder)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false })
  const origins = options.origins ?? (() => [])
  const pictures = createPictureRoute(desk, origins)
  // Whoever sends a byte now and then is looked at this often, not only every half minute.
  const server = createServer({ connectionsCheckingInterval: 5_000 }, (request, response) => {
    if (!pictures(request, response)) void answer(bundle, request, response)
  })
  server.headersTimeout = 10_000
  // A photo on a weak network takes its time.
  server.requestTimeout = 120_000
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const [path] = (request.url ?? '').split('?')
    if (path !== SYNC_PATH || !isOwnHost(request) || !isOwnOrigin(request, origins())) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) =>
      onSocket(socket, request.socket.remoteAddress ?? '', stream),
    )
  })
  if (options.identity) alsoSecure(server, options.identity)
  limitCallers(server)
  const port = await listen(server, options.address, options.port)
  return {
    address: options.address,
    port,
    async close() {
      for (const socket of sockets.clients) socket.close(1001)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Windows answer the goodbye at once; whoever does not has no time left.
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }, 500)
      server.closeIdleConnections()
      await closed
      clearTimeout(cut)
    },
  }
}

function listen(server: ReturnType<typeof createServer>, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error & { code?: string }) => {
      if (port === 0 || (error.code !== 'EADDRINUSE' && error.code !== 'EACCES')) return reject(error)
      resolve(listen(server, address, 0))
    }
    server.once('error', onError)
    server.listen(port, address, () => {
      server.off('error', onError)
      const bound = server.address()
      resolve(typeof bound === 'object' && bound ? bound.port : port)
    })
  })
}

async function answer(
  bundle: ReadonlyMap<string, BundleFile>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [status, content] = find(bundle, request)
  const headers = safety(request)
  if (typeof content === 'string') {
    headers['Content-Type'] = 'text/plain; charset=utf-8'
    headers['Cache-Control'] = 'no-store'
    return send(request, response, status, headers, Buffer.from(content))
  }
  headers['Content-Type'] = content.type
  headers['Cache-Control'] = content.isHashed ? 'public, max-age=31536000, immutable' : 'no-store'
  if (content.readPacked) headers.Vary = 'Accept-Encoding'
  const packed = takesPacked(request) ? content.readPacked : undefined
  if (packed) headers['Content-Encoding'] = 'gzip'
  send(request, response, status, headers, await (packed ?? content.read)())
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Buffer,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}

/** Every browser does; whoever says `gzip;q=0` does not. */
function takesPacked({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(headers['accept-encoding'] ?? ''))
}

function find(
  bundle: ReadonlyMap<string, BundleFile>,
  request: IncomingMessage,
): readonly [status: number, BundleFile | string] {
  if (!isOwnHost(request)) return [421, 'This is not the address of the room.']
  if (request.method !== 'GET' && request.method !== 'HEAD') return [405, 'Only reading is possible here.']
  const [path = '/'] = (request.url ?? '/').split('?')
  const file = bundle.get(path)
  return file ? [200, file] : [404, 'There is nothing at this address.']
}

function safety(request: IncomingMessage): Record<string, string> {
  const host = isOwnHost(request) ? request.headers.host : 'localhost'
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      // When this computer goes away its pages look for the room at others, whose addresses nobody knows yet.
      `connect-src 'self' ws://${host} ws: http:`,
      "worker-src 'self' blob:",
      "frame-src 'self' blob:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'geolocation=(), microphone=(), camera=()',
  }
}

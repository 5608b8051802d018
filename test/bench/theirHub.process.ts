import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { boardOf } from './boards'
import { meter } from './meter'

interface Theirs {
  setupWSConnection(socket: unknown, request: unknown, options: { docName: string }): void
  getYDoc(name: string): Y.Doc
}
type Yjs = typeof Y

/** `@y/websocket-server`, from the folder where it was put, in a process of its own as our hub is. */
const [, , from = '', cards = '2000'] = process.argv
// A document is only understood by the copy of Yjs that made it.
const { applyUpdate } = (await import(new URL('../../../yjs/dist/yjs.mjs', from).href)) as Yjs
const { setupWSConnection, getYDoc } = (await import(from)) as Theirs
const board = getYDoc('board')
board.gc = true
applyUpdate(board, Y.encodeStateAsUpdate(boardOf(Number(cards))))
const server = createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request, { docName: 'board' }))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
meter(() => process.exit(0))
process.send?.({ room: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/board`, code: '' })

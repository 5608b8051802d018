import { dirname } from 'node:path'
import { WebSocket } from 'ws'
import { failed, type Result } from '#shared/failure'
import { decodeGuestMessage } from '#shared/sync/messages'
import { createHub, type Hub } from '../../../electron/hub/hub'
import { wrap } from '../wrap'
import { type Command, say } from './marks'
import { waitsOf } from './waiting'

/** A hub in a process of its own, to be killed: opens the board named first, and its room on the port named second. */
const [, , path = '', port = '0'] = process.argv

const names = new WeakMap<object, string>()
// What has reached the hub is known before the hub does anything with it.
wrap(WebSocket.prototype, 'emit', (call, [event, data], socket) => {
  if (event === 'message' && data instanceof Uint8Array && typeof socket === 'object' && socket) {
    const message = decodeGuestMessage(new Uint8Array(data))
    const guest = names.get(socket) ?? ''
    if (message?.kind === 'control' && message.control.say === 'hello') {
      names.set(socket, message.control.name)
      say({ mark: 'hello', guest: message.control.name })
    } else if (message?.kind === 'update' && message.sequence > 0 && isOpen(socket)) {
      say({ mark: 'received', guest, sequence: message.sequence, waits: waitsOf(process.pid) })
    }
  }
  return call()
})

const hub = createHub({
  rendererFolder: dirname(path),
  threadsFolder: import.meta.dirname,
  loopbackOnly: true,
  port: Number(port),
})
process.on('message', (command: Command) => {
  void obey(hub, command).then((answer) =>
    say({
      mark: 'did',
      what: command,
      failure: answer.ok ? null : `${answer.failure.code} ${answer.failure.detail ?? ''}`,
    }),
  )
})
// Whoever started this process may be gone: nothing is to stay behind.
process.on('disconnect', () => process.exit(1))

const board = await hub.open(path)
const room = board.ok ? await hub.openRoom(path) : board
say({
  mark: 'opened',
  board,
  code: room.ok && 'code' in room.value ? room.value.code : '',
  room: room.ok && 'addresses' in room.value ? (room.value.addresses[0]?.url ?? '') : '',
})

// After the goodbye nothing is accepted.
function isOpen(socket: object): boolean {
  return 'readyState' in socket && socket.readyState === WebSocket.OPEN
}

async function obey(on: Hub, command: Command): Promise<Result<unknown>> {
  say({ mark: 'asked', what: command })
  switch (command.do) {
    case 'close':
      await on.close(path)
      return { ok: true, value: null }
    case 'keepVersion':
      return (await on.versionsOf(path)?.keep(command.name)) ?? failed('missing')
    case 'purge': {
      const purged = await on.purge(path, command.order)
      return purged.ok && purged.value.owed !== null ? failed(purged.value.owed) : purged
    }
  }
}

import { join } from 'node:path'
import { failed } from '#shared/failure'
import { createHub } from '../../../electron/hub/hub'
import type { Answer, Order } from './desktop'

/** The hub of a desktop app, in a process of its own, to be killed: the app's folder and its port. Does what it is told. */
const [, , folder = '', port = '0'] = process.argv
const hub = createHub({
  rendererFolder: join(folder, 'pages'),
  threadsFolder: import.meta.dirname,
  identityFolder: folder,
  loopbackOnly: true,
  port: Number(port),
  firstRetry: 20,
})

async function obey(order: Order): Promise<Answer> {
  switch (order.do) {
    case 'create':
      return hub.create(order.path, { title: 'Partitions', place: '', language: 'en' })
    case 'open':
      return hub.open(order.path)
    case 'join':
      return hub.join(folder, order)
    case 'host':
      return hub.openRoom(order.path)
    case 'shutDown':
      await hub.shutDown()
      return { ok: true, value: null }
  }
}

process.on('message', (order: Order) => {
  const unforeseen = (error: unknown) => failed('unexpected', String(error))
  void obey(order)
    .catch(unforeseen)
    .then((answer) => process.send?.(answer))
})
// Whoever started this process may be gone: nothing is to stay behind.
process.on('disconnect', () => process.exit(1))

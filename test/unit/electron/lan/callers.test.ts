import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { limitCallers } from '../../../../electron/lan/callers'

async function listening(mostEach: number): Promise<number> {
  const server = createServer((_, response) => response.end('here'))
  limitCallers(server, { mostEach })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A connection that is held, and whether it is answered. */
async function hold(port: number, localAddress = '127.0.0.1') {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const answered = once(socket, 'data').then(() => true)
  const ended = once(socket, 'close').then(() => false)
  return { socket, isIn: await Promise.race([answered, ended]) }
}

test('an address has so many connections and not one more, and others have theirs', async () => {
  const port = await listening(3)
  for (let turn = 0; turn < 3; turn++) expect((await hold(port)).isIn).toBe(true)
  expect((await hold(port)).isIn).toBe(false)
  expect((await hold(port, '127.0.0.2')).isIn).toBe(true)
})

test('a connection that ended makes room for another', async () => {
  const port = await listening(1)
  const first = await hold(port)
  expect((await hold(port)).isIn).toBe(false)
  first.socket.destroy()
  await expect.poll(async () => (await hold(port)).isIn).toBe(true)
})

import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { WebSocket } from 'ws'
import { PICTURE_PATH } from '#shared/picture/picture'
import { decodeHubMessage, encodeControl } from '#shared/sync/messages'
import { type Credential, PROTOCOL_VERSION, SYNC_PATH } from '#shared/sync/protocol'
import { pngBomb } from '../../support/pictures'
import type { Randomness } from '../../support/randomness'
import { nonsense, wholeMessages } from './nonsense'

/** Where the room is, and how one comes in. */
export interface Target {
  readonly port: number
  readonly code: string
}

/** Messages of one connection before it is given up for another. */
const BURST = 300
/** ms that any single thing may take. */
const PATIENCE = 20_000

const hello = (credential: Credential) =>
  encodeControl({
    say: 'hello',
    protocol: PROTOCOL_VERSION,
    credential,
    name: 'Mallory',
    side: 'resident',
    languages: [],
  })

/** Opens a line from an address of this computer; undefined when it is not let in. */
async function line(
  { port }: Target,
  from: string,
  headers: Record<string, string> = {},
): Promise<WebSocket | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${SYNC_PATH}`, {
    localAddress: from,
    headers,
    handshakeTimeout: PATIENCE,
    perMessageDeflate: false,
  } as never)
  socket.on('error', () => {})
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket))
    socket.once('close', () => resolve(undefined))
  })
}

/** Resolves when a line is gone, however it ended. */
const closing = (socket: WebSocket | Socket): Promise<void> =>
  new Promise((resolve) => socket.once('close', () => resolve()))

/** Sends so many damaged messages, from guests who were let in and from strangers. Returns how many went out. */
export async function fuzzSocket(target: Target, many: number, random: Randomness): Promise<number> {
  let sent = 0
  const whole = wholeMessages(random)
  const worker = async (number: number) => {
    const from = `127.0.1.${number + 1}`
    let credential: Credential = { kind: 'code', code: target.code }
    while (sent < many) {
      const socket = await line(target, from)
      if (!socket) continue
      const closed = closing(socket)
      if (number % 4 !== 0) {
        socket.on('message', (data: Buffer) => {
          const message = decodeHubMessage(new Uint8Array(data))
          if (message?.kind === 'control' && message.control.say === 'welcome')
            credential = { kind: 'token', token: message.control.token }
        })
        socket.send(hello(credential))
        await Promise.race([new Promise((resolve) => socket.once('message', resolve)), closed])
      }
      for (let left = BURST; left > 0 && socket.readyState === socket.OPEN && sent < many; left--) {
        sent += 1
        socket.send(nonsense(whole, random))
        // The answer is heard between two of them.
        if (left % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      socket.terminate()
      await closed
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, number) => worker(number)))
  return sent
}

/** Sends so many requests that nobody should send. Returns how many went out, and what was given that should not be. */
export async function fuzzHttp(
  { port }: Target,
  many: number,
  random: Randomness,
): Promise<{ readonly sent: number; readonly given: readonly string[] }> {
  const given: string[] = []
  let sent = 0
  const paths = [
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '//etc/passwd',
    '/assets/..\\..\\board.ground',
    `${PICTURE_PATH}/../board.ground`,
    `${PICTURE_PATH}/${'0'.repeat(64)}`,
    '/\0',
    SYNC_PATH,
  ]
  const one = () => {
    const path = random.of([...paths, `/${random.words()}`, `/${'a'.repeat(random.under(9_000))}`]) ?? '/'
    const method = random.of(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'GE\tT']) ?? 'GET'
    const host = random.of([`127.0.0.1:${port}`, 'evil.example', '', 'localhost']) ?? ''
    const more = random.of([
      '',
      'Content-Length: 5\r\n',
      'Content-Length: -1\r\n',
      'Transfer-Encoding: chunked\r\n',
      'X: \x01\r\n',
    ])
    return `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`
  }
  const worker = async (number: number) => {
    while (sent < many) {
      const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.2.${number + 1}` })
      socket.on('error', () => {})
      let answer = ''
      socket.on('data', (data) => {
        answer = (answer + data.toString('latin1')).slice(-4_000)
        if (answer.includes('root:') || answer.includes('SQLite format')) given.push(answer.slice(0, 200))
      })
      for (let left = 10; left > 0 && sent < many; left--) {
        sent += 1
        socket.write(one())
      }
      socket.end()
      const late = setTimeout(() => socket.destroy(), 300)
      await closing(socket)
      clearTimeout(late)
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, number) => worker(number)))
  return { sent, given }
}

/** Frames that are larger than any message may be. Returns how many lines stayed open after one. */
export async function oversize(target: Target, many: number): Promise<number> {
  let survived = 0
  for (let turn = 0; turn < many; turn++) {
    const socket = await line(target, '127.0.4.1')
    if (!socket) continue
    const closed = closing(socket).then(() => true)
    socket.send(hello({ kind: 'code', code: target.code }))
    if (turn % 2 === 0) socket.send(new Uint8Array(9 * 1024 * 1024))
    else {
      // A frame that says it is a terabyte, and then nothing.
      const raw = (socket as unknown as { _socket: Socket })._socket
      raw.write(Buffer.from([0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4]))
    }
    const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE, false).unref())
    if (!(await Promise.race([closed, late]))) survived += 1
    socket.terminate()
  }
  return survived
}

/** Opens lines that send a byte a second and never a whole request; returns what ends them. */
export function dawdle({ port }: Target, many: number): { readonly open: () => number; stop(): void } {
  const sockets = Array.from({ length: many }, () => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.5.1' })
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nX: ')
    return socket
  })
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a')
  }, 1_000)
  return {
    open: () => sockets.filter(({ destroyed, writable }) => !destroyed && writable).length,
    stop() {
      clearInterval(timer)
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Opens so many lines from one address that say nothing; returns those that were let in. */
export async function crowdIn(target: Target, many: number): Promise<readonly WebSocket[]> {
  const lines = await Promise.all(Array.from({ length: many }, () => line(target, '127.0.6.1')))
  return lines.filter((each) => each !== undefined)
}

/** Guesses codes from one address; returns the answers in their order. */
export async function guess(target: Target, many: number): Promise<readonly string[]> {
  const answers: string[] = []
  for (let turn = 0; turn < many; turn++) answers.push(await answerTo(target, '127.0.7.1', `WRONG${turn}`))
  return answers
}

/** What is said to somebody who comes with this code: `welcome`, or why not. */
export async function answerTo(target: Target, from: string, code: string): Promise<string> {
  const socket = await line(target, from)
  if (!socket) return 'no line'
  socket.send(hello({ kind: 'code', code }))
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      const message = decodeHubMessage(new Uint8Array(data))
      if (message?.kind !== 'control') return
      resolve(message.control.say === 'refused' ? message.control.code : message.control.say)
      socket.terminate()
    })
    socket.on('close', () => resolve('closed'))
  })
}

/** What another page's script and a rebound name get: `in` when they are let in. */
export async function crossSite(target: Target): Promise<readonly string[]> {
  const own = `127.0.0.1:${target.port}`
  const headers = [
    { Origin: 'http://evil.example' },
    { Origin: `http://${own}.evil.example` },
    { Origin: 'null' },
    { Host: 'evil.example' },
    { Host: `evil.example:${target.port}`, Origin: `http://evil.example:${target.port}` },
  ]
  const lines = await Promise.all(headers.map((each) => line(target, '127.0.8.1', each as never)))
  for (const each of lines) each?.terminate()
  return lines.map((each) => (each ? 'in' : 'out'))
}

/** The statuses of files that are no pictures, added by somebody who may add pictures; 0 where the line was ended. */
export async function smuggle(target: Target, token: string): Promise<readonly number[]> {
  const files = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<!doctype html><script>alert(1)</script>',
    pngBomb(60_000, 60_000),
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('<html>')]),
  ]
  return Promise.all(files.map((file) => post(target, token, Buffer.from(file))))
}

function post({ port }: Target, token: string, body: Uint8Array): Promise<number> {
  return new Promise((resolve) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Length': body.length }
    const asked = request(
      { port, host: '127.0.0.1', path: PICTURE_PATH, method: 'POST', headers },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      },
    )
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
}

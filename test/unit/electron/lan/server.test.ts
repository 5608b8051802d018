import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { failed } from '#shared/failure'
import type { PictureDesk } from '../../../../electron/lan/pictureRoute'
import { openServer } from '../../../../electron/lan/server'
import { temporaryFolder } from '../../../support/realHub'

async function serve(port = 0) {
  const folder = temporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Common Ground</title>')
  writeFileSync(join(rendererFolder, 'assets/main-abc123.js'), 'start()')
  const desk: PictureDesk = {
    mayKeep: () => failed('onlyLooking'),
    keep: async () => failed('onlyLooking'),
    read: async () => failed('missing'),
  }
  const options = { rendererFolder, address: '127.0.0.1', port }
  const server = await openServer(options, (socket) => socket.close(4321), desk)
  onTestFinished(() => server.close())
  return server
}

interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}

/** Asks without any tidying of the path or the headers. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = ''
      response.setEncoding(response.headers['content-encoding'] ? 'latin1' : 'utf8')
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The close code of a socket that was let in, or the status of one that was not. */
function knock(port: number, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.on('close', resolve)
    socket.on('error', () => {})
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
  })
}

test('the interface is served with a strict policy, and only hashed files may be kept', async () => {
  const { port } = await serve()
  const index = await ask(port, '/')
  expect(index.body).toContain('Common Ground')
  expect(index.headers['cache-control']).toBe('no-store')
  expect(index.headers['x-content-type-options']).toBe('nosniff')
  expect(index.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
  const script = await ask(port, '/assets/main-abc123.js')
  expect(script.headers['cache-control']).toContain('immutable')
  expect(script.headers['content-type']).toContain('text/javascript')
  expect((await ask(port, '/', {}, 'HEAD')).body).toBe('')
  expect((await ask(port, '/', {}, 'POST')).status).toBe(405)
})

test.each([
  ['gzip, deflate', true],
  ['deflate, GZIP;q=0.5', true],
  ['deflate, gzip;q=0', false],
  ['gzip;q=0.0, br', false],
  ['identity', false],
])('a browser that takes %s gets the script packed: %s', async (accepted, isPacked) => {
  const { port } = await serve()
  const headers = { 'Accept-Encoding': accepted }
  const script = await ask(port, '/assets/main-abc123.js', headers)
  expect(script.headers['content-encoding']).toBe(isPacked ? 'gzip' : undefined)
  expect(script.headers.vary).toBe('Accept-Encoding')
  const body = isPacked ? gunzipSync(Buffer.from(script.body, 'latin1')).toString() : script.body
  expect(body).toBe('start()')
  // What may change is read anew each time, as it is.
  expect((await ask(port, '/', headers)).headers['content-encoding']).toBeUndefined()
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..\\secret.txt',
  '//secret.txt',
  '/assets',
  '/assets/',
  '/index.html%00.js',
  '/constructor',
  '/%252e%252e/secret.txt',
  'http://evil.example/',
  `/${'a'.repeat(9_000)}`,
])('%s leads nowhere', async (path) => {
  const { port } = await serve()
  expect((await ask(port, path)).status).toBe(404)
})

test.each([
  ['localhost', 200],
  ['192.168.1.20:4747', 200],
  ['[::1]:4747', 200],
  ['LOCALHOST:4747', 200],
  ['localhost.', 421],
  ['2130706433', 421],
  ['[fe80::1%25en0]', 421],
  ['evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['127.0.0.1@evil.example', 421],
])('asked as %s it answers %i', async (host, status) => {
  const { port } = await serve()
  expect((await ask(port, '/', { Host: host })).status).toBe(status)
})

test.each<[string, string, (port: number) => Record<string, string>, number]>([
  ['a program', '/sync', () => ({}), 4321],
  ['its own page', '/sync', (port) => ({ Origin: `http://127.0.0.1:${port}` }), 4321],
  ['the app’s own window', '/sync', () => ({ Origin: 'app://ground' }), 4321],
  ['a page from elsewhere', '/sync', () => ({ Origin: 'https://evil.example' }), 403],
  ['a page behind another port', '/sync', () => ({ Origin: 'http://127.0.0.1:1' }), 403],
  ['a page that says it came encrypted', '/sync', (port) => ({ Origin: `https://127.0.0.1:${port}` }), 403],
  ['a local file', '/sync', () => ({ Origin: 'null' }), 403],
  [
    'a page under another name',
    '/sync',
    () => ({ Host: 'evil.example', Origin: 'http://evil.example' }),
    403,
  ],
  ['another path', '/other', () => ({}), 403],
])('a socket from %s', async (_, path, headers, answer) => {
  const { port } = await serve()
  expect(await knock(port, path, headers(port))).toBe(answer)
})

test('when the port is taken another one is found', async () => {
  const first = await serve()
  const second = await serve(first.port)
  expect(second.port).not.toBe(first.port)
  expect((await ask(second.port, '/')).status).toBe(200)
})

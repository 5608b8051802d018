import { X509Certificate } from 'node:crypto'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { createHub } from '../../../../electron/hub/hub'
import { dial } from '../../../../electron/hub/replica/dial'
import { derOf, newIdentity, printOf } from '../../../../electron/lan/certificate'
import { openIdentity } from '../../../../electron/lan/identity'
import { failureOf, openTestRoom, temporaryFolder, unwrap } from '../../../support/realHub'
import { threadsFolder } from '../../../support/threads.mjs'

const GREETING = { name: 'Amal', side: 'resident' as const, languages: [] }

test('every identity is a P-256 key and a certificate that it signed itself, with a fingerprint of its own', () => {
  const prints = new Set<string>()
  for (let round = 0; round < 50; round++) {
    const { certificate } = newIdentity()
    const read = new X509Certificate(certificate)
    expect(read.verify(read.publicKey)).toBe(true)
    expect(read.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    expect(read.subject).toBe('CN=Common Ground')
    expect(new Date(read.validTo).getUTCFullYear()).toBe(9999)
    const print = printOf(derOf(certificate))
    expect(print).toBe(Buffer.from(read.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'))
    prints.add(print)
  }
  expect(prints.size).toBe(50)
})

test('an installation keeps its identity where only its owner reads it, and makes another when it is damaged', async () => {
  const folder = join(temporaryFolder(), 'data')
  const first = await openIdentity(folder)
  expect(await openIdentity(folder)).toEqual(first)
  const path = join(folder, 'identity.json')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
  writeFileSync(path, JSON.stringify({ ...first, key: newIdentity().key }))
  const second = await openIdentity(folder)
  expect(second.certificate).not.toBe(first.certificate)
  expect(await openIdentity(folder)).toEqual(second)
})

test('the same port speaks HTTP with browsers and TLS with desktop apps', async () => {
  const room = await openTestRoom()
  const invitation = room.hub.roomState(room.path)
  const { host } = new URL(room.guest.url)
  expect((await fetch(`http://${host}/nothing`)).status).toBe(404)
  const [name = '', port] = host.split(':')
  const dialled = unwrap(await dial({ host: name, port: Number(port), print: invitation?.print ?? '' }))
  expect(dialled.print).toBe(invitation?.print)
  dialled.socket.destroy()
})

test('a computer with another fingerprint than the invitation’s is refused before it is told anything', async () => {
  const other = newIdentity()
  let bytes = 0
  let came: (() => void) | undefined
  const ended = new Promise<void>((resolve) => {
    came = resolve
  })
  const impostor = createServer({ key: other.key, cert: other.certificate }, (socket) => {
    socket.on('data', (data) => {
      bytes += data.length
    })
    socket.on('error', () => {})
  })
  impostor.on('connection', (socket) => socket.on('close', () => came?.()))
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void impostor.close())
  const address = impostor.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const folder = temporaryFolder()
  const hub = createHub({ rendererFolder: folder, threadsFolder, loopbackOnly: true, port: 0 })
  onTestFinished(() => hub.shutDown())
  const place = { host: '127.0.0.1', port, print: printOf(derOf(newIdentity().certificate)) }
  expect(failureOf(await hub.join(folder, { place, code: 'ABC123', greeting: GREETING }))).toBe(
    'wrongFingerprint',
  )
  await ended
  expect(bytes).toBe(0)
  expect(existsSync(join(folder, 'board.ground'))).toBe(false)
})

test('connections that say nothing, half of a handshake or nonsense do not hold up the others', async () => {
  const room = await openTestRoom()
  const { hostname, port } = new URL(room.guest.url.replace('ws', 'http'))
  const starts = [[], [0x16], [0x16, 3, 1, 0, 5, 1, 2, 3], [0x16, ...Array(300).fill(0xff)], [0, 255, 1]]
  const sockets = starts.map((start) => {
    const socket = connect(Number(port), hostname, () => socket.write(Uint8Array.from(start)))
    socket.on('error', () => {})
    return socket
  })
  const guest = room.connect(room.guest)
  await guest.loaded
  expect((await fetch(`http://${hostname}:${port}/`)).status).toBe(404)
  for (const socket of sockets) socket.destroy()
})

import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addCard, deleteCards } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { MAX_PICTURE, PICTURE_PATH } from '#shared/picture/picture'
import { openBoardFile } from '../../../../electron/files/boardFile'
import { copyBoard } from '../../../../electron/hub/upkeep'
import type { Versions } from '../../../../electron/hub/versions'
import type { Replica } from '../../../../renderer/board/replica'
import { jpegOf, PLACE_TAKEN, pngBomb, pngOf } from '../../../support/pictures'
import {
  failureOf,
  isLive,
  isSaved,
  openTestRoom,
  type TestRoom,
  until,
  untilDocument,
  unwrap,
} from '../../../support/realHub'

const blob = (bytes: Uint8Array, type = '') => new Blob([new Uint8Array(bytes)], { type })
const bytesOf = async (picture: Blob) => new Uint8Array(await picture.arrayBuffer())
const writerOf = (replica: Replica) => ({
  doc: replica.doc,
  person: replica.me.get()?.person ?? '',
  origin: 'own',
  now: () => 1,
})

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: Uint8Array
}

/** Asks the hub without a page's manners. */
function ask(room: TestRoom, { method = 'GET', path = PICTURE_PATH, headers = {}, body }: Asked) {
  const { hostname, port } = new URL(room.guest.url)
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ host: hostname, port, path, method, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        )
        response.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

const bearer = (replica: Replica) => ({ Authorization: `Bearer ${replica.token()}` })

test('what one guest puts into the board another sees, and it is in the file', async () => {
  const room = await openTestRoom()
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const sam = await isLive(room.connect(room.guest, { name: 'Sam' }))
  const { asset, pixels } = unwrap(await amal.pictures.send(blob(pngOf(40, 30))))
  expect(pixels).toEqual([40, 30])
  const seen = unwrap(await sam.pictures.fetch(asset))
  expect(seen.type).toBe('image/png')
  expect(Buffer.from(await bytesOf(seen))).toEqual(Buffer.from(pngOf(40, 30)))
  await room.hub.close(room.path)
  const { file } = unwrap(openBoardFile(room.path))
  expect(unwrap(file.assets.hashes())).toEqual([asset])
  await file.close()
})

test('where a photo was taken never reaches the file, whatever client sent it', async () => {
  const room = await openTestRoom()
  const amal = await isLive(room.connect(room.guest))
  const { asset } = unwrap(await amal.pictures.send(blob(jpegOf(40, 30, { note: true }))))
  const kept = await bytesOf(unwrap(await amal.pictures.fetch(asset)))
  expect(Buffer.from(kept).includes(PLACE_TAKEN)).toBe(false)
})

test('the same picture twice is one picture', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const first = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  expect(unwrap(await host.pictures.send(blob(pngOf(8, 8))))).toEqual(first)
})

test('who only watches sees pictures and may add none', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { asset } = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  const watcher = await isLive(room.connect(room.guest, { watch: true }))
  expect((await watcher.pictures.fetch(asset)).ok).toBe(true)
  expect(failureOf(await watcher.pictures.send(blob(pngOf(9, 9))))).toBe('onlyLooking')
})

test('in a read-only room guests may add none until they may write again', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest))
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: true }))
  await until(guest.isReadOnly, (is) => is)
  expect(failureOf(await guest.pictures.send(blob(pngOf(9, 9))))).toBe('onlyLooking')
  unwrap(room.hub.leadRoom(room.path, { do: 'readOnly', isOn: false }))
  expect((await guest.pictures.send(blob(pngOf(9, 9)))).ok).toBe(true)
})

test('who was sent out neither adds nor sees any more', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest))
  const { asset } = unwrap(await guest.pictures.send(blob(pngOf(8, 8))))
  const person = guest.me.get()?.person ?? ''
  unwrap(room.hub.leadRoom(room.path, { do: 'remove', person }))
  await until(guest.connection, ({ state }) => state === 'refused')
  expect(failureOf(await guest.pictures.fetch(asset))).toBe('roomAway')
  expect(failureOf(await guest.pictures.send(blob(pngOf(9, 9))))).toBe('roomAway')
})

test('a token of one board opens no other board', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { asset } = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  const other = join(room.folder, 'other.ground')
  const opened = unwrap(await room.hub.create(other, { title: 'Other', place: '', language: 'en' }))
  const elsewhere = await isLive(
    room.connect({ url: opened.url, credential: { kind: 'token', token: opened.token } }),
  )
  expect(failureOf(await elsewhere.pictures.fetch(asset))).toBe('missing')
})

test.each<[string, Uint8Array, string]>([
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'notAPicture'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'notAPicture'],
  ['nothing', new Uint8Array(), 'notAPicture'],
  ['a decompression bomb', pngBomb(60_000, 60_000), 'pictureTooLarge'],
])('%s is refused with a reason, whatever it is called', async (_, bytes, code) => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  expect(failureOf(await host.pictures.send(blob(bytes, 'image/png')))).toBe(code)
})

test('a body that is too large is refused before it is read, and while it comes without a length', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const headers = { ...bearer(host), 'Content-Length': String(MAX_PICTURE * 100) }
  const said = await ask(room, { method: 'POST', headers, body: Buffer.from('GET') })
  expect(said.status).toBe(413)
  expect(JSON.parse(String(said.body))).toEqual({ code: 'pictureTooLarge' })
  const endless = ask(room, {
    method: 'POST',
    headers: { ...bearer(host), 'Transfer-Encoding': 'chunked' },
    body: new Uint8Array(MAX_PICTURE + 1),
  })
  // The line may break before the answer is read: the rest of the body is not waited for.
  await endless.then(
    ({ status }) => expect(status).toBe(413),
    () => undefined,
  )
  expect((await host.pictures.send(blob(pngOf(8, 8)))).ok).toBe(true)
})

test('without a token, from another page or under another name nothing is told', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { asset } = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  const path = `${PICTURE_PATH}/${asset}`
  const status = async (headers: Record<string, string>) => (await ask(room, { path, headers })).status
  expect(await status(bearer(host))).toBe(200)
  expect(await status({})).toBe(401)
  expect(await status({ Authorization: 'Bearer nobody' })).toBe(401)
  expect(await status({ ...bearer(host), Origin: 'https://evil.example' })).toBe(400)
  expect(await status({ ...bearer(host), Host: 'evil.example' })).toBe(400)
  const wild = await ask(room, { path: `${PICTURE_PATH}/../../etc/passwd`, headers: bearer(host) })
  expect(wild.status).toBe(404)
})

test('a picture is served as nothing but a picture, and only to pages of our own', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { asset } = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  const path = `${PICTURE_PATH}/${asset}`
  const plain = await ask(room, { path, headers: bearer(host) })
  expect(plain.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(plain.headers['access-control-allow-origin']).toBeUndefined()
  const window = await ask(room, { path, headers: { ...bearer(host), Origin: 'app://ground' } })
  expect(window.headers['access-control-allow-origin']).toBe('app://ground')
  const preflight = await ask(room, { path, method: 'OPTIONS', headers: { Origin: 'app://ground' } })
  expect(preflight.status).toBe(204)
  expect(preflight.headers['access-control-allow-headers']).toContain('authorization')
})

test('a board under a passphrase keeps pictures, and shows none of them to who reads the file', async () => {
  const room = await openTestRoom()
  unwrap(await room.hub.setPassphrase(room.path, 'four quiet words'))
  const host = await isLive(room.connect(room.host))
  const { asset } = unwrap(await host.pictures.send(blob(pngOf(64, 64))))
  expect((await host.pictures.fetch(asset)).ok).toBe(true)
  await room.hub.close(room.path)
  expect(failureOf(openBoardFile(room.path))).toBe('needsPassphrase')
  const { file } = unwrap(openBoardFile(room.path, 'four quiet words'))
  expect(Buffer.from(unwrap(file.assets.read(asset)).data)).toEqual(Buffer.from(pngOf(64, 64)))
  await file.close()
})

test('a copy of the board has its pictures', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { asset, pixels } = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  addCard(writerOf(host), { type: 'image', asset, pixels: [...pixels] })
  await isSaved(host)
  const to = join(room.folder, 'copy.ground')
  unwrap(await copyBoard(room.hub, room.path, to, { title: '{{title}} (copy)' }))
  const { file } = unwrap(openBoardFile(to))
  expect(unwrap(file.assets.hashes())).toEqual([asset])
  await file.close()
})

test('with a person’s words go the pictures that nobody else shows, also from versions, and only those', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host, { side: 'facilitator' }))
  const amal = await isLive(room.connect(room.guest, { name: 'Amal' }))
  const hers = unwrap(await amal.pictures.send(blob(pngOf(8, 8))))
  const binned = unwrap(await amal.pictures.send(blob(pngOf(9, 9))))
  const shared = unwrap(await amal.pictures.send(blob(pngOf(10, 10))))
  const add = (replica: Replica, { asset, pixels }: typeof hers) =>
    addCard(writerOf(replica), { type: 'image', asset, pixels: [...pixels] })
  add(amal, hers)
  deleteCards(writerOf(amal), [add(amal, binned)])
  add(amal, shared)
  add(host, shared)
  await untilDocument(host, () => readAll(host.doc, 'cards').length === 3)
  await isSaved(host)
  unwrap(await openVersions(room).keep('lunch'))
  const person = amal.me.get()?.person ?? ''
  // They came longer ago than a card may be on its way.
  await room.hub.close(room.path)
  const opened = unwrap(await room.hub.open(room.path))
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: person }))
  const again = await isLive(
    room.connect({ url: opened.url, credential: { kind: 'token', token: opened.token } }),
  )
  expect((await again.pictures.fetch(shared.asset)).ok).toBe(true)
  expect(failureOf(await again.pictures.fetch(hers.asset))).toBe('missing')
  expect(failureOf(await again.pictures.fetch(binned.asset))).toBe('missing')
})

test('a picture whose card is still on its way outlives a purge', async () => {
  const room = await openTestRoom()
  const host = await isLive(room.connect(room.host))
  const { asset } = unwrap(await host.pictures.send(blob(pngOf(8, 8))))
  unwrap(await room.hub.purge(room.path, { kind: 'person', id: 'somebody' }))
  expect((await host.pictures.fetch(asset)).ok).toBe(true)
})

function openVersions({ hub, path }: TestRoom): Versions {
  const versions = hub.versionsOf(path)
  if (!versions) throw new Error('the board is not open')
  return versions
}

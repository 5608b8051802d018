import { request } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PICTURE_PATH, readPicture } from '#shared/picture/picture'
import { jpegOf, PLACE_TAKEN, pngOf, webpOf } from '../support/pictures'
import { isLive, openTestRoom, type TestRoom } from '../support/realHub'

const WHOLE = [
  jpegOf(40, 30, { note: true }),
  pngOf(40, 30, { note: true }),
  webpOf(40, 30, { note: true }),
] as const

/** A picture that somebody damaged: letters changed, a part cut out, another one put in. */
const damaged = fc
  .record({
    whole: fc.constantFrom(...WHOLE),
    changes: fc.array(fc.record({ at: fc.nat(400), byte: fc.nat(255) }), { maxLength: 6 }),
    cut: fc.tuple(fc.nat(400), fc.nat(40)),
    more: fc.uint8Array({ maxLength: 40 }),
  })
  .map(({ whole, changes, cut: [start, length], more }) => {
    const bytes = Buffer.from(whole)
    for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte
    return new Uint8Array(Buffer.concat([bytes.subarray(0, start), more, bytes.subarray(start + length)]))
  })

test('whatever the bytes are, reading them ends, adds nothing and reads the same again', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const read = readPicture(bytes)
      if (!read) return
      expect(read.width * read.height).toBeGreaterThan(0)
      expect(read.bytes.length).toBeLessThanOrEqual(bytes.length + 18)
      expect(readPicture(read.bytes)).toEqual(read)
    }),
    { numRuns: 5_000 },
  )
})

test('notes in places where pictures have them never come through', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WHOLE), (bytes) => {
      expect(Buffer.from(readPicture(bytes)?.bytes ?? bytes).includes(PLACE_TAKEN)).toBe(false)
    }),
  )
})

const header = fc.constantFrom(
  {},
  { Authorization: 'Bearer' },
  { Authorization: 'Bearer '.padEnd(4_000, 'x') },
  { Authorization: 'Basic eA==' },
  { Origin: 'null' },
  { Origin: 'app://ground' },
  { 'Content-Type': 'text/html' },
  { Expect: '100-continue' },
)
const path = fc.oneof(
  fc.constant(PICTURE_PATH),
  fc.string({ unit: 'binary-ascii', maxLength: 80 }).map((text) => `${PICTURE_PATH}/${encodeURI(text)}`),
  fc.constantFrom(
    `${PICTURE_PATH}/${'a'.repeat(64)}`,
    `${PICTURE_PATH}/..%2f..%2fetc`,
    `${PICTURE_PATH}//`,
    `${PICTURE_PATH}?token=x`,
  ),
)

function knock(room: TestRoom, asked: { method: string; path: string; headers: object; body: Uint8Array }) {
  const { hostname, port } = new URL(room.guest.url)
  return new Promise<number>((resolve) => {
    const sent = request({ host: hostname, port, ...asked, headers: { ...asked.headers } }, (response) => {
      response.resume()
      response.on('close', () => resolve(response.statusCode ?? 0))
    })
    // The hub may end the line before the whole body is there.
    sent.on('error', () => resolve(0))
    sent.end(asked.body)
  })
}

test('whatever is asked of the pictures’ address, the hub answers and honest guests go on', async () => {
  const room = await openTestRoom()
  const guest = await isLive(room.connect(room.guest))
  const token = { Authorization: `Bearer ${guest.token()}` }
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        method: fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'DELETE', 'HEAD'),
        path,
        headers: fc.oneof(header, fc.constant(token)),
        body: fc.oneof(damaged, fc.uint8Array({ maxLength: 100 })),
      }),
      async (asked) => {
        const status = await knock(room, {
          ...asked,
          body: asked.method === 'GET' ? new Uint8Array() : asked.body,
        })
        expect([0, 200, 204, 400, 401, 403, 404, 413, 415, 431]).toContain(status)
      },
    ),
    { numRuns: 300 },
  )
  const kept = await guest.pictures.send(new Blob([new Uint8Array(pngOf(7, 7))]))
  expect(kept.ok).toBe(true)
})

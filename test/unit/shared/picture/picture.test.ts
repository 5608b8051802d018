import { expect, test } from 'vitest'
import { readPicture } from '#shared/picture/picture'
import { jpegOf, PLACE_TAKEN, pngBomb, pngOf, webpOf } from '../../../support/pictures'

const holdsPlace = (bytes: Uint8Array) => Buffer.from(bytes).includes(PLACE_TAKEN)

test.each([
  ['a JPEG', jpegOf, 'image/jpeg'],
  ['a PNG', pngOf, 'image/png'],
  ['a WebP', webpOf, 'image/webp'],
] as const)('%s is known by its bytes, with its size', (_, make, type) => {
  expect(readPicture(make(320, 200))).toMatchObject({ type, width: 320, height: 200 })
})

test.each([
  ['a JPEG', jpegOf],
  ['a PNG', pngOf],
  ['a WebP', webpOf],
] as const)('nothing of where %s was taken is left, and the picture is the same', (_, make) => {
  const noted = make(32, 20, { note: true })
  expect(holdsPlace(noted)).toBe(true)
  const read = readPicture(noted)
  expect(holdsPlace(read?.bytes ?? noted)).toBe(false)
  expect(Buffer.from(read?.bytes ?? [])).toEqual(Buffer.from(make(32, 20)))
})

test('a picture that was read reads the same again', () => {
  for (const bytes of [
    jpegOf(9, 7, { note: true }),
    pngOf(9, 7, { note: true }),
    webpOf(9, 7, { note: true }),
  ]) {
    const once = readPicture(bytes)
    expect(readPicture(once?.bytes ?? new Uint8Array())).toEqual(once)
  }
})

test('a JPEG that appears in steps is a picture', () => {
  const steps = jpegOf(40, 30, { scans: 12 })
  expect(Buffer.from(readPicture(steps)?.bytes ?? [])).toEqual(Buffer.from(steps))
})

test('a page that hangs on a picture is left out of it', () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  for (const picture of [jpegOf(9, 7), pngOf(9, 7), webpOf(9, 7)]) {
    const read = readPicture(Buffer.concat([picture, page]))
    expect(Buffer.from(read?.bytes ?? [])).toEqual(Buffer.from(picture))
  }
})

test('the size that a header claims is told, however little comes behind it', () => {
  expect(readPicture(pngBomb(60_000, 60_000))).toMatchObject({ width: 60_000, height: 60_000 })
})

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;')],
  ['a picture that moves', webpOf(9, 9, { moving: true })],
  ['a PNG without pixels', pngBomb(0, 5)],
  ['a JPEG without lines', jpegOf(5, 0)],
  ['a JPEG that is painted over a hundred times', jpegOf(4_000, 4_000, { scans: 101 })],
  ['a GIF with a page in it', Buffer.from('GIF89a/*\x01\0*/=1;<script>alert(1)</script>')],
  ['an SVG behind a byte order mark', Buffer.from('\ufeff<?xml version="1.0"?><svg/>')],
  ['an SVG behind a comment', Buffer.from('<!-- \x89PNG\r\n --><svg onload="alert(1)"/>')],
  ['a page behind the beginning of a JPEG', Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1')],
  ['a JPEG that ends early', jpegOf(50, 40).subarray(0, -2)],
  ['a PNG that ends early', pngOf(50, 40).subarray(0, -13)],
  ['a WebP that ends early', webpOf(50, 40).subarray(0, -2)],
])('%s is not a picture for the wall', (_, bytes) => {
  expect(readPicture(bytes)).toBeUndefined()
})

import { deflateSync } from 'node:zlib'

/** What a camera writes beside the picture: no copy of it may reach a board. */
export const PLACE_TAKEN = 'GPS 52.4862 N 1.8904 W'

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const uint = (value: number, length: number): Uint8Array => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntBE(value, 0, length)
  return bytes
}
const uintLow = (value: number, length: number): Uint8Array => Buffer.from(uint(value, length)).reverse()

/** A PNG of one colour that browsers paint; with a `note`, one that says where it was taken. */
export function pngOf(
  width: number,
  height: number,
  { colour = [200, 40, 40], note = false }: { colour?: readonly number[]; note?: boolean } = {},
): Uint8Array {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.concat([uint(width, 4), uint(height, 4), Buffer.from([8, 2, 0, 0, 0])])),
    ...(note
      ? [pngChunk('tEXt', ascii(`Comment\0${PLACE_TAKEN}`)), pngChunk('eXIf', ascii(PLACE_TAKEN))]
      : []),
    pngChunk('IDAT', data),
    pngChunk('IEND', new Uint8Array()),
    ...(note ? [ascii(`<script>${PLACE_TAKEN}</script>`)] : []),
  ])
}

/** The header of a PNG that claims any size, with hardly anything behind it. */
export function pngBomb(width: number, height: number): Uint8Array {
  return Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Buffer.concat([uint(width, 4), uint(height, 4), Buffer.from([8, 6, 0, 0, 0])])),
    pngChunk('IDAT', deflateSync(Buffer.alloc(64))),
    pngChunk('IEND', new Uint8Array()),
  ])
}

function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([ascii(name), data])
  return Buffer.concat([uint(data.length, 4), body, uint(crc(body), 4)])
}

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return (rest ^ 0xffffffff) >>> 0
}

/** A JPEG by its parts; nothing that could be painted is in it. */
export function jpegOf(width: number, height: number, { note = false, scans = 1 } = {}): Uint8Array {
  const segment = (marker: number, data: Uint8Array) =>
    Buffer.concat([Buffer.from([0xff, marker]), uint(data.length + 2, 2), data])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([ascii('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    ...(note
      ? [
          segment(0xe1, ascii(`Exif\0\0${PLACE_TAKEN}`)),
          segment(0xe2, ascii(`ICC_PROFILE\0${PLACE_TAKEN}`)),
          segment(0xed, ascii(PLACE_TAKEN)),
          segment(0xfe, ascii(PLACE_TAKEN)),
        ]
      : []),
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, Buffer.concat([Buffer.from([8]), uint(height, 2), uint(width, 2), new Uint8Array(10)])),
    segment(0xc4, new Uint8Array(20)),
    ...Array.from({ length: scans }, () =>
      Buffer.concat([segment(0xda, new Uint8Array(10)), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]),
    ),
    Buffer.from([0xff, 0xd9]),
    ...(note ? [ascii(PLACE_TAKEN)] : []),
  ])
}

/** A lossy WebP by its parts. */
export function webpOf(width: number, height: number, { note = false, moving = false } = {}): Uint8Array {
  const chunk = (name: string, data: Uint8Array) =>
    Buffer.concat([ascii(name), uintLow(data.length, 4), data, new Uint8Array(data.length % 2)])
  const picture = Buffer.concat([
    Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a]),
    uintLow(width, 2),
    uintLow(height, 2),
    new Uint8Array(9),
  ])
  const extended = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0]),
    uintLow(width - 1, 3),
    uintLow(height - 1, 3),
  ])
  const body = Buffer.concat([
    ascii('WEBP'),
    ...(note || moving ? [chunk('VP8X', extended)] : []),
    ...(moving ? [chunk('ANIM', new Uint8Array(6))] : []),
    chunk('VP8 ', picture),
    ...(note ? [chunk('EXIF', ascii(PLACE_TAKEN)), chunk('XMP ', ascii(PLACE_TAKEN))] : []),
  ])
  return Buffer.concat([ascii('RIFF'), uintLow(body.length, 4), body])
}

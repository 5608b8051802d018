import type { PictureFile } from './picture'
import { bigEndian, littleEndian, piecesOf, startsWith } from './pieces'

/** The bit of the extended header that says the picture is see-through in places. */
const ALPHA = 0x10

/** A WebP picture with only what decoding needs. One that moves is none. */
export function readWebp(bytes: Uint8Array): PictureFile | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined
  const end = 8 + littleEndian(bytes, 4, 4)
  if (end > bytes.length) return undefined
  const chunks = new Map<string, readonly [start: number, end: number]>()
  for (let at = 12; at + 8 <= end; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = littleEndian(bytes, at + 4, 4)
    // Chunks begin at even places.
    const next = at + 8 + length + (length % 2)
    if (next > end || name === 'ANIM' || name === 'ANMF' || chunks.size > 64) return undefined
    if (chunks.has(name) && (name === 'VP8 ' || name === 'VP8L' || name === 'VP8X')) return undefined
    if (!chunks.has(name)) chunks.set(name, [at, next])
    at = next
  }
  const lossy = chunks.get('VP8 ')
  const lossless = chunks.get('VP8L')
  const picture = lossy ?? lossless
  if (!picture || (lossy && lossless)) return undefined
  const size = lossy ? lossySize(bytes, lossy[0] + 8) : losslessSize(bytes, picture[0] + 8)
  if (!size || size[0] === 0 || size[1] === 0) return undefined
  const alpha = lossy && chunks.get('ALPH')
  const [width, height] = size
  const extended = chunks.get('VP8X')
  if (extended) {
    const claimed = [12, 15].map((at) => littleEndian(bytes, extended[0] + at, 3) + 1)
    if (claimed[0] !== width || claimed[1] !== height) return undefined
  }
  const pieces = piecesOf(bytes)
  pieces.add(header())
  if (alpha) pieces.add(extendedHeader(width, height))
  if (alpha) pieces.take(...alpha)
  pieces.take(...picture)
  const whole = pieces.join()
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return { type: 'image/webp', width, height, bytes: whole }
}

function lossySize(bytes: Uint8Array, at: number): readonly [number, number] | undefined {
  if (bigEndian(bytes, at + 3, 3) !== 0x9d012a) return undefined
  return [littleEndian(bytes, at + 6, 2) & 0x3fff, littleEndian(bytes, at + 8, 2) & 0x3fff]
}

function losslessSize(bytes: Uint8Array, at: number): readonly [number, number] | undefined {
  if (bytes[at] !== 0x2f) return undefined
  const bits = littleEndian(bytes, at + 1, 4)
  return [(bits & 0x3fff) + 1, (Math.floor(bits / 0x4000) & 0x3fff) + 1]
}

function header(): Uint8Array {
  const bytes = new Uint8Array(12)
  put(bytes, 0, 'RIFF')
  put(bytes, 8, 'WEBP')
  return bytes
}

function extendedHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(18)
  put(bytes, 0, 'VP8X')
  const view = new DataView(bytes.buffer)
  view.setUint32(4, 10, true)
  bytes[8] = ALPHA
  for (const [at, size] of [
    [12, width],
    [15, height],
  ] as const) {
    view.setUint16(at, (size - 1) & 0xffff, true)
    bytes[at + 2] = (size - 1) >> 16
  }
  return bytes
}

function put(bytes: Uint8Array, at: number, characters: string): void {
  for (let i = 0; i < characters.length; i++) bytes[at + i] = characters.charCodeAt(i)
}

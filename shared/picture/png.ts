import type { PictureFile } from './picture'
import { bigEndian, piecesOf, startsWith } from './pieces'

const SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Header, palette, transparency, how colours are meant, and the picture itself: a moving one stands still. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])

/** A PNG picture with only what decoding needs: no texts, no Exif, no profile, nothing behind its end. */
export function readPng(bytes: Uint8Array): PictureFile | undefined {
  if (!startsWith(bytes, 0, SIGNATURE) || !startsWith(bytes, 12, 'IHDR')) return undefined
  const width = bigEndian(bytes, 16, 4)
  const height = bigEndian(bytes, 20, 4)
  if (bigEndian(bytes, 8, 4) !== 13 || width === 0 || height === 0) return undefined
  const pieces = piecesOf(bytes)
  pieces.take(0, 8)
  let hasData = false
  for (let at = 8; ; ) {
    const end = at + 12 + bigEndian(bytes, at, 4)
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'IHDR' && at !== 8) return undefined
    if (name === 'IDAT') hasData = true
    if (KEPT.has(name)) pieces.take(at, end)
    if (name === 'IEND') break
    at = end
  }
  return hasData ? { type: 'image/png', width, height, bytes: pieces.join() } : undefined
}

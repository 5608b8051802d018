import type { PictureFile } from './picture'
import { bigEndian, piecesOf, startsWith } from './pieces'

const END = 0xd9
const SCAN = 0xda
/** Tables without which nothing can be decoded: Huffman, quantisation, restart interval. */
const TABLES = new Set([0xc4, 0xdb, 0xdd])
/** Baseline, extended and progressive: what browsers paint. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/**
 * Each scan has the whole picture gone through once more, however few bytes it has; cameras and programs write a dozen at
 * most.
 */
const MOST_SCANS = 100

/** A JPEG picture with only what decoding needs: no Exif, no comments, no thumbnail, nothing behind its end. */
export function readJpeg(bytes: Uint8Array): PictureFile | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const pieces = piecesOf(bytes)
  pieces.take(0, 2)
  let size: readonly [number, number] | undefined
  let scans = 0
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]
    if (marker === undefined) return undefined
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END) {
      pieces.take(at, at + 2)
      break
    }
    const length = bigEndian(bytes, at + 2, 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (FRAMES.has(marker)) {
      if (size) return undefined
      size = [bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2)]
    }
    if (marker === SCAN) {
      const next = endOfScan(bytes, end)
      scans++
      if (!size || next === undefined || scans > MOST_SCANS) return undefined
      pieces.take(at, next)
      at = next
      continue
    }
    if (FRAMES.has(marker) || TABLES.has(marker) || isNeeded(bytes, marker, at, length)) pieces.take(at, end)
    at = end
  }
  if (!size || scans === 0 || size[0] === 0 || size[1] === 0) return undefined
  return { type: 'image/jpeg', width: size[0], height: size[1], bytes: pieces.join() }
}

/** The two notes that say how colours are meant, as long as nothing hangs on them. */
function isNeeded(bytes: Uint8Array, marker: number, at: number, length: number): boolean {
  if (marker === 0xe0) return length === 16 && startsWith(bytes, at + 4, 'JFIF\0')
  return marker === 0xee && length === 14 && startsWith(bytes, at + 4, 'Adobe')
}

/** Where the marker after a scan stands; undefined when the file ends before. */
function endOfScan(bytes: Uint8Array, start: number): number | undefined {
  let at = start
  for (;;) {
    at = bytes.indexOf(0xff, at)
    const marker = at < 0 ? undefined : bytes[at + 1]
    if (marker === undefined) return undefined
    // A stuffed byte, and the restarts inside a scan.
    if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (marker === 0xff) at++
    else return at
  }
}

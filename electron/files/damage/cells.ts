import type { Pages } from './pages'

/** A value of an SQLite row. */
export type Value = null | number | string | Buffer

/** One row in a b-tree page, not yet read. */
export interface Cell {
  readonly page: number
  /** Where it begins in the page. */
  readonly at: number
  /** The number of the row; 0 in an index, which has none. */
  readonly rowid: number
  /** Bytes of the row, here and on its overflow pages. */
  readonly length: number
  /** Where the row's bytes begin in the page, and how many of them are there. */
  readonly start: number
  readonly local: number
}

/** A whole number of one to nine bytes, and where the next byte is; undefined past the end. */
export function readVarint(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  let value = 0
  for (let count = 0; count < 9; count++) {
    const byte = bytes[at + count]
    if (byte === undefined) return undefined
    if (count === 8) return { value: value * 256 + byte, next: at + 9 }
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: at + count + 1 }
  }
  return undefined
}

/** Reads the head of a cell of a table's leaf, or of an index when `isIndex`. Undefined when it cannot be one. */
export function readCell(
  page: Buffer,
  number: number,
  at: number,
  isIndex: boolean,
  usable: number,
): Cell | undefined {
  const length = readVarint(page, at)
  if (!length || length.value < 1) return undefined
  const rowid = isIndex ? { value: 0, next: length.next } : readVarint(page, length.next)
  if (!rowid) return undefined
  const local = localBytes(length.value, isIndex, usable)
  const end = rowid.next + local + (local < length.value ? 4 : 0)
  if (end > usable) return undefined
  return { page: number, at, rowid: rowid.value, length: length.value, start: rowid.next, local }
}

/** Bytes that a cell takes up in its page. */
export function sizeOf(cell: Cell): number {
  return Math.max(4, cell.start - cell.at + cell.local + (cell.local < cell.length ? 4 : 0))
}

function localBytes(length: number, isIndex: boolean, usable: number): number {
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const most = isIndex ? Math.floor(((usable - 12) * 64) / 255) - 23 : usable - 35
  if (length <= most) return length
  const wanted = least + ((length - least) % (usable - 4))
  return wanted <= most ? wanted : least
}

/**
 * Follows the overflow pages of a cell, in order, as long as `take` says yes to each. True when the chain is
 * whole and exactly as long as the row.
 */
export function followOverflow(pages: Pages, cell: Cell, take: (page: number) => boolean): boolean {
  let left = cell.length - cell.local
  if (left === 0) return true
  let next = pages.read(cell.page)?.readUInt32BE(cell.start + cell.local) ?? 0
  for (; left > 0; left -= pages.usable - 4) {
    const page = pages.read(next)
    if (!page || !take(next)) return false
    next = page.readUInt32BE(0)
  }
  return next === 0
}

/** The bytes of a row. A broken chain gives undefined; what a wrong chain gives only a checksum can tell. */
export function readPayload(pages: Pages, cell: Cell): Buffer | undefined {
  const home = pages.read(cell.page)
  if (!home) return undefined
  const local = home.subarray(cell.start, cell.start + cell.local)
  if (cell.local === cell.length) return Buffer.from(local)
  if (cell.length > pages.count * pages.usable) return undefined
  const whole = Buffer.allocUnsafe(cell.length)
  local.copy(whole)
  let next = home.readUInt32BE(cell.start + cell.local)
  for (let at = cell.local; at < cell.length; at += pages.usable - 4) {
    const page = pages.read(next)
    if (!page) return undefined
    page.copy(whole, at, 4, Math.min(pages.usable, 4 + cell.length - at))
    next = page.readUInt32BE(0)
  }
  return whole
}

/** Bytes of the values of these kinds, for kinds up to 9. */
const FIXED = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

/**
 * The kinds of a row's columns (SQLite's serial types), read from its first bytes; undefined unless they fit
 * the row's length exactly.
 */
export function readKinds(bytes: Buffer, length: number): { kinds: number[]; body: number } | undefined {
  const head = readVarint(bytes, 0)
  if (!head || head.value > bytes.length || head.value < head.next) return undefined
  const kinds: number[] = []
  let size = head.value
  for (let at = head.next; at < head.value; ) {
    const kind = readVarint(bytes, at)
    if (!kind || kind.value === 10 || kind.value === 11) return undefined
    kinds.push(kind.value)
    size += bytesOf(kind.value)
    at = kind.next
    if (at > head.value) return undefined
  }
  return size === length ? { kinds, body: head.value } : undefined
}

const bytesOf = (kind: number): number => FIXED[kind] ?? Math.floor((kind - 12) / 2)

/** The values of a whole row; undefined when it is none. */
export function readValues(payload: Buffer): Value[] | undefined {
  const row = readKinds(payload, payload.length)
  if (!row) return undefined
  let at = row.body
  return row.kinds.map((kind) => {
    const bytes = payload.subarray(at, at + bytesOf(kind))
    at += bytes.length
    return decode(kind, bytes)
  })
}

function decode(kind: number, bytes: Buffer): Value {
  if (kind === 0) return null
  if (kind === 8 || kind === 9) return kind - 8
  if (kind === 7) return bytes.readDoubleBE(0)
  if (kind === 6) return Number(bytes.readBigInt64BE(0))
  if (kind < 6) return bytes.readIntBE(0, bytes.length)
  return kind % 2 === 0 ? bytes : bytes.toString('utf8')
}

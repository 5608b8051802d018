import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { HEADER } from './layout'

/**
 * Undoes a transaction that a killed process left half written, from SQLite's rollback journal.
 *
 * SQLite does this itself when it opens a file, except with this engine: its lock is a folder without
 * levels, so SQLite sees its own lock, believes that another process is still writing, and reads the half
 * written pages. The journal's format is documented at https://sqlite.org/fileformat.html#the_rollback_journal.
 */
export function rollBack(path: string): void {
  const undo = readUndo(path)
  if (undo === 'damaged') throw new Error('the journal is malformed')
  if (undo) {
    const file = openSync(path, 'r+')
    try {
      for (const [number, content] of undo.pages)
        writeSync(file, content, 0, content.length, (number - 1) * content.length)
      ftruncateSync(file, undo.count * undo.pageSize)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
  rmSync(`${path}-journal`, { force: true })
}

/** The state before a transaction: pages as they were, and how many there were. */
export interface Undo {
  readonly pageSize: number
  readonly pages: ReadonlyMap<number, Uint8Array>
  readonly count: number
}

/** What would undo the transaction that was cut off; null when there is none, `damaged` when the journal lies. */
export function readUndo(path: string): Undo | null | 'damaged' {
  const journal = `${path}-journal`
  if (!existsSync(journal)) return null
  const segments = [...readSegments(readFileSync(journal))]
  const [first] = segments
  if (!first) return null
  const pages = new Map<number, Uint8Array>()
  for (const segment of segments) {
    if (segment.pageSize !== first.pageSize) return 'damaged'
    for (const { number, content } of segment.pages) pages.set(number, content)
  }
  // The journal's own count has no checksum, and cutting the file to a wrong one would destroy it.
  const head = pages.get(1)
  const said = head && Buffer.from(head).readUInt32BE(HEADER.pages)
  const isTrue =
    said === undefined
      ? first.pagesBefore * first.pageSize <= statSync(path).size
      : said === first.pagesBefore
  return isTrue && first.pagesBefore > 0
    ? { pageSize: first.pageSize, pages, count: first.pagesBefore }
    : 'damaged'
}

/** Whether a transaction may be waiting to be undone. */
export function hasJournal(path: string): boolean {
  try {
    return readFileSync(`${path}-journal`).subarray(0, MAGIC.length).equals(MAGIC)
  } catch {
    return false
  }
}

const MAGIC = Buffer.from('d9d505f920a163d7', 'hex')

interface Segment {
  readonly pageSize: number
  /** Pages of the database before the transaction. */
  readonly pagesBefore: number
  readonly pages: readonly { readonly number: number; readonly content: Uint8Array }[]
}

/** Only what had been synced before the database was touched counts: a header says how many pages that is. */
function* readSegments(journal: Buffer): Generator<Segment> {
  let at = 0
  while (at + 28 <= journal.length && journal.subarray(at, at + MAGIC.length).equals(MAGIC)) {
    const count = journal.readUInt32BE(at + 8)
    const nonce = journal.readUInt32BE(at + 12)
    const pagesBefore = journal.readUInt32BE(at + 16)
    const sector = journal.readUInt32BE(at + 20)
    const pageSize = journal.readUInt32BE(at + 24)
    if (
      !isPowerOfTwo(sector) ||
      sector < 28 ||
      !isPowerOfTwo(pageSize) ||
      pageSize < 512 ||
      pageSize > 65_536
    )
      return
    at += sector
    const pages: { number: number; content: Uint8Array }[] = []
    for (let left = count; left > 0 && at + pageSize + 8 <= journal.length; left--) {
      const number = journal.readUInt32BE(at)
      const content = journal.subarray(at + 4, at + 4 + pageSize)
      if (number === 0 || journal.readUInt32BE(at + 4 + pageSize) !== checksum(content, nonce)) break
      pages.push({ number, content })
      at += pageSize + 8
    }
    yield { pageSize, pagesBefore, pages }
    if (pages.length < count) return
    at = Math.ceil(at / sector) * sector
  }
}

const isPowerOfTwo = (value: number): boolean => value > 0 && (value & (value - 1)) === 0

function checksum(page: Uint8Array, nonce: number): number {
  let sum = nonce
  for (let at = page.length - 200; at > 0; at -= 200) sum = (sum + (page[at] ?? 0)) >>> 0
  return sum
}

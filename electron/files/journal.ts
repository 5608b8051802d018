import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'

/**
 * Undoes a transaction that a killed process left half written, from SQLite's rollback journal.
 *
 * SQLite does this itself when it opens a file, except with this engine: its lock is a folder without
 * levels, so SQLite sees its own lock, believes that another process is still writing, and reads the half
 * written pages. The journal's format is documented at https://sqlite.org/fileformat.html#the_rollback_journal.
 */
export function rollBack(path: string): void {
  const journal = `${path}-journal`
  if (!existsSync(journal)) return
  const segments = [...readSegments(readFileSync(journal))]
  const [first] = segments
  if (first) {
    const file = openSync(path, 'r+')
    try {
      for (const { pageSize, pages } of segments)
        for (const { number, content } of pages)
          writeSync(file, content, 0, pageSize, (number - 1) * pageSize)
      ftruncateSync(file, first.pagesBefore * first.pageSize)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
  unlinkSync(journal)
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

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Undo } from '../journal'
import { HEADER } from '../layout'

/**
 * The pages of an SQLite file, read without SQLite, so that a file which SQLite refuses can still be read.
 * Numbers are those of the format: the first page is 1. The format is documented at
 * https://sqlite.org/fileformat.html.
 */
export interface Pages {
  readonly pageSize: number
  /** Bytes of a page that hold content. */
  readonly usable: number
  /** Whole pages, and one more when the last is cut. */
  readonly count: number
  /** The file says that it is longer. Where nothing was written at the end of the last page, nothing else shows it. */
  readonly isCut: boolean
  /** A page, filled up with zeros when the file ends inside it; undefined when there is no such page. */
  read(number: number): Buffer | undefined
  close(): void
}

/** What this program writes, whatever a damaged header says. */
const OUR_PAGE_SIZE = 4096
const BLOCK = 1024 * 1024
const BLOCKS_KEPT = 16

/** Opens a file to be read page by page; throws what the file system throws. It is never written. */
export function openPages(path: string, undo: Undo | null = null): Pages {
  const file = openSync(path, 'r')
  const blocks = new Map<number, Buffer>()
  const { size } = fstatSync(file)

  const block = (number: number): Buffer => {
    const known = blocks.get(number)
    if (known) return known
    const bytes = Buffer.alloc(Math.min(BLOCK, size - number * BLOCK))
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(file, bytes, at, bytes.length - at, number * BLOCK + at)
      if (count === 0) break
      at += count
    }
    for (const oldest of blocks.keys()) {
      if (blocks.size < BLOCKS_KEPT) break
      blocks.delete(oldest)
    }
    blocks.set(number, bytes)
    return bytes
  }

  const readAt = (number: number, pageSize: number): Buffer | undefined => {
    const start = (number - 1) * pageSize
    if (!Number.isInteger(number) || number < 1 || start >= size) return undefined
    const inside = start % BLOCK
    const found = block((start - inside) / BLOCK).subarray(inside, inside + pageSize)
    if (found.length === pageSize) return found
    return Buffer.concat([found, Buffer.alloc(pageSize - found.length)])
  }

  try {
    const pageSize = choosePageSize(readAt(1, 512), (candidate) => {
      let plausible = 0
      const count = Math.min(64, Math.ceil(size / candidate))
      for (let number = 1; number <= count; number++) {
        const page = readAt(number, candidate)
        if (page && isPlausible(page, number === 1 ? 100 : 0)) plausible++
      }
      return (plausible * candidate) / OUR_PAGE_SIZE
    })
    const count = undo ? undo.count : Math.ceil(size / pageSize)
    return {
      pageSize,
      usable: pageSize,
      count,
      // The journal says itself how long the file is to be, and what is undone is made that long.
      isCut: !undo && size < (readAt(1, pageSize)?.readUInt32BE(HEADER.pages) ?? 0) * pageSize,
      read(number) {
        const before = undo?.pages.get(number)
        if (before?.length === pageSize) return Buffer.from(before)
        return number <= count ? readAt(number, pageSize) : undefined
      },
      close: () => closeSync(file),
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** The page size of the header, unless that is damaged: then the one that makes most pages look like pages. */
function choosePageSize(head: Buffer | undefined, score: (pageSize: number) => number): number {
  const stored = head && head.length >= 18 ? head.readUInt16BE(HEADER.pageSize) : 0
  const said = stored === 1 ? 65_536 : stored
  const isPossible = said >= 512 && (said & (said - 1)) === 0
  if (!isPossible || said === OUR_PAGE_SIZE) return OUR_PAGE_SIZE
  return score(said) > score(OUR_PAGE_SIZE) ? said : OUR_PAGE_SIZE
}

function isPlausible(page: Buffer, at: number): boolean {
  const kind = page.readUInt8(at)
  if (kind !== 2 && kind !== 5 && kind !== 10 && kind !== 13) return false
  const cells = page.readUInt16BE(at + 3)
  const content = page.readUInt16BE(at + 5) || 65_536
  return at + 8 + cells * 2 <= content && content <= page.length
}

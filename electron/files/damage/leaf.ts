import { type Cell, readCell, sizeOf } from './cells'

/** A page of a b-tree as its own bytes describe it. */
export interface TreePage {
  readonly isLeaf: boolean
  readonly isIndex: boolean
  readonly cells: readonly Cell[]
  /** Of an inner page: for each cell the page before it, and last the page after all of them. */
  readonly children: readonly number[]
  /** Of an inner page of a table: the highest row number under each child but the last. */
  readonly bounds: readonly number[]
  /** True when every byte of the page is accounted for, so that no cell can have gone missing. */
  readonly isWhole: boolean
}

const INDEX_INNER = 2
const TABLE_INNER = 5
const INDEX_LEAF = 10
const TABLE_LEAF = 13

/** Reads a page of a b-tree; undefined when it is none. Cells that cannot be read are left out. */
export function readTreePage(page: Buffer, number: number, usable: number): TreePage | undefined {
  const head = number === 1 ? 100 : 0
  const kind = page.readUInt8(head)
  if (![INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF].includes(kind)) return undefined
  const isLeaf = kind === INDEX_LEAF || kind === TABLE_LEAF
  const isIndex = kind === INDEX_LEAF || kind === INDEX_INNER
  const count = page.readUInt16BE(head + 3)
  const pointers = head + (isLeaf ? 8 : 12)
  if (pointers + count * 2 > usable) return undefined

  const cells: Cell[] = []
  const children: number[] = []
  const bounds: number[] = []
  const used: [from: number, to: number][] = []
  for (let at = pointers; at < pointers + count * 2; at += 2) {
    const from = page.readUInt16BE(at)
    const cell =
      from + 4 > usable
        ? undefined
        : kind === TABLE_INNER
          ? innerCell(page, number, from)
          : readCell(page, number, isLeaf ? from : from + 4, isIndex, usable)
    if (!cell) continue
    if (!isLeaf) children.push(page.readUInt32BE(from))
    if (kind === TABLE_INNER) bounds.push(cell.rowid)
    else cells.push(cell)
    used.push([from, isLeaf ? from + sizeOf(cell) : cell.start + tailOf(cell)])
  }
  const isWhole = used.length === count && isAccountedFor(page, head, pointers + count * 2, used, usable)
  if (!isLeaf) children.push(page.readUInt32BE(head + 8))
  return { isLeaf, isIndex, cells, children, bounds, isWhole }
}

const tailOf = (cell: Cell): number => cell.local + (cell.local < cell.length ? 4 : 0)

/** A cell of a table's inner page: a page, and the highest row number in it. It has no content. */
function innerCell(page: Buffer, number: number, at: number): Cell | undefined {
  let rowid = 0
  for (let next = at + 4; next < page.length && next < at + 13; next++) {
    const byte = page.readUInt8(next)
    const isNinth = next === at + 12
    rowid = isNinth ? rowid * 256 + byte : rowid * 128 + (byte & 0x7f)
    if (byte < 0x80 || isNinth) return { page: number, at, rowid, length: 0, start: next + 1, local: 0 }
  }
  return undefined
}

/** Cells, free blocks and counted fragments fill the content area exactly, and nothing lies over another. */
function isAccountedFor(
  page: Buffer,
  head: number,
  pointersEnd: number,
  cells: readonly [number, number][],
  usable: number,
): boolean {
  const content = page.readUInt16BE(head + 5) || 65_536
  if (content < pointersEnd || content > usable) return false
  const used = [...cells]
  for (let block = page.readUInt16BE(head + 1), before = 0; block !== 0; ) {
    if (block <= before || block + 4 > usable) return false
    const size = page.readUInt16BE(block + 2)
    if (size < 4) return false
    used.push([block, block + size])
    before = block
    block = page.readUInt16BE(block)
  }
  used.sort((a, b) => a[0] - b[0])
  let at = content
  let fragments = 0
  for (const [from, to] of used) {
    if (from < at) return false
    fragments += from - at
    at = to
  }
  return at <= usable && fragments + usable - at === page.readUInt8(head + 7)
}

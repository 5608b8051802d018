import { readCell, readVarint } from './cells'
import type { Finds } from './finds'
import { readTreePage } from './leaf'
import type { Pages } from './pages'
import { mayBeRow } from './shapes'
import type { Structure } from './walk'

/** Bytes of rows that are read in vain, as a multiple of the file, before the search gives up. */
const SEARCH_LIMIT = 8
const LEAF = 13

/**
 * Looks for rows at every byte of every page that is not known to be something else. Returns the pages that
 * may have held rows of which nothing is left.
 */
export function search(pages: Pages, structure: Structure, finds: Finds): number[] {
  let left = SEARCH_LIMIT * pages.count * pages.pageSize
  for (let number = 1; number <= pages.count; number++) {
    if (finds.isOverflow(number)) continue
    const page = pages.read(number)
    if (!page) continue
    const tree = readTreePage(page, number, pages.usable)
    for (const cell of tree?.isIndex ? tree.cells : []) {
      if (!isKnown(finds, number, cell.at)) finds.take(cell, true)
    }
    for (let at = 0; at + 4 < pages.usable; at++) {
      if (page[at] === 0 || !mayBegin(page, at)) continue
      const extent = finds.extentsIn(number).find(([from, to]) => from <= at && at < to)
      if (extent) {
        at = extent[1] - 1
        continue
      }
      const cell = readCell(page, number, at, false, pages.usable)
      if (!cell || cell.rowid < 1 || cell.length > left) continue
      if (!mayBeRow(page.subarray(cell.start, cell.start + cell.local), cell.length, false)) continue
      left -= cell.length
      finds.take(cell, false)
    }
  }
  return [...unexplained(pages, structure, finds)]
}

const isKnown = (finds: Finds, page: number, at: number) =>
  finds.extentsIn(page).some(([from]) => from === at)

/** A quick look: two numbers, then the head of a row with few columns. */
function mayBegin(page: Buffer, at: number): boolean {
  const length = readVarint(page, at)
  const rowid = length && readVarint(page, length.next)
  const head = rowid && page[rowid.next]
  return head !== undefined && head >= 3 && head <= 24
}

function* unexplained(pages: Pages, structure: Structure, finds: Finds): Generator<number> {
  yield* structure.missing
  let strays = finds.strays()
  for (let number = 1; number <= pages.count; number++) {
    if (structure.free.has(number) || finds.isOverflow(number)) continue
    const page = pages.read(number)
    if (!page || isExplained(page, number, pages.usable, structure.owner.has(number), finds)) continue
    const looksLikeTree = [2, 5, 10, LEAF].includes(page.readUInt8(number === 1 ? 100 : 0))
    if (!looksLikeTree && strays-- > 0) continue
    yield number
  }
}

/** Whether everything that the page may ever have held is known: counted, or found. */
function isExplained(page: Buffer, number: number, usable: number, isOwned: boolean, finds: Finds): boolean {
  const tree = readTreePage(page, number, usable)
  // Pages above the leaves of a table hold no rows. The first page holds the tables' own statements.
  if (number === 1 || (tree && !tree.isLeaf && !tree.isIndex)) return true
  // Damaged rows were counted only where the structure led.
  if (tree?.isWhole && (isOwned || tree.cells.every(({ at }) => isKnown(finds, number, at)))) return true
  if (page.readUInt8(0) !== LEAF) return false
  const extents = finds.extentsIn(number)
  let at = 8 + extents.length * 2
  for (const [from, to] of [...extents, [usable, usable] as const]) {
    if (page.subarray(at, from).some((byte) => byte !== 0)) return false
    at = to
  }
  return true
}

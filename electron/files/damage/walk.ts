import { HEADER } from '../layout'
import { type Cell, followOverflow, readPayload, readValues } from './cells'
import { readTreePage } from './leaf'
import type { Pages } from './pages'

/** A table or an index as the file's own structure gives it. */
export interface Tree {
  readonly name: string
  /** `index` for a table that is its own index as well. */
  readonly kind: 'table' | 'index'
  /** The statement that made it; empty for an index that SQLite made by itself. */
  readonly sql: string
  readonly cells: readonly Cell[]
  /** True when the structure proves that no row is missing from `cells`. */
  readonly isSound: boolean
}

export interface Structure {
  readonly trees: readonly Tree[]
  /** Page → the tree that uses it, for its rows or for what overflows from them. */
  readonly owner: ReadonlyMap<number, string>
  /** Pages that trees need and that the file once had. */
  readonly missing: ReadonlySet<number>
  /** Pages of the free list, whose content is old. */
  readonly free: ReadonlySet<number>
  /** What is wrong, one line each, for the log. Empty when everything fits together. */
  readonly problems: readonly string[]
}

const MOST_PROBLEMS = 50

/**
 * Follows the structure of an SQLite file from its first page. Every page is entered once, so that any bytes
 * at all come to an end.
 */
export function walk(pages: Pages): Structure {
  const owner = new Map<number, string>()
  const missing = new Set<number>()
  const problems: string[] = []
  const said = pages.read(1)?.readUInt32BE(HEADER.pages) ?? 0
  // What stands after the pages that the file says it has is nothing of its own.
  const end = said >= 1 && said < pages.count ? said : pages.count
  const problem = (text: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push(text)
  }

  const follow = (name: string, kind: Tree['kind'], sql: string, root: number): Tree => {
    const cells: Cell[] = []
    let isSound = true
    const bad = (text: string) => {
      isSound = false
      problem(`${name}: ${text}`)
    }
    const take = (number: number): boolean => {
      const other = owner.get(number)
      if (other !== undefined) bad(`page ${number} is used twice, also by ${other}`)
      else owner.set(number, name)
      return other === undefined
    }
    // Depth first, from the left, with a list of our own: a damaged tree may be as deep as the file is long.
    const waiting: { number: number; above: number; upTo: number }[] = [
      { number: root, above: Number.NEGATIVE_INFINITY, upTo: Number.POSITIVE_INFINITY },
    ]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { number, above, upTo } = next
      const bytes = pages.read(number)
      if (!bytes) {
        bad(`page ${number} is not there`)
        if (number > pages.count && number <= said) missing.add(number)
        continue
      }
      if (number > end) bad(`page ${number} is after the end`)
      if (!take(number)) continue
      const page = readTreePage(bytes, number, pages.usable)
      if (!page || page.isIndex !== (kind === 'index')) {
        bad(`page ${number} is no page of a ${kind}`)
        continue
      }
      if (!page.isWhole) bad(`page ${number} does not add up`)
      let last = above
      for (const cell of page.cells) {
        if (kind === 'table' && (cell.rowid <= last || cell.rowid > upTo)) {
          bad(`page ${number}: row ${cell.rowid} is out of order`)
        }
        last = cell.rowid
        cells.push(cell)
        if (!followOverflow(pages, cell, take)) {
          bad(`page ${number}: the rest of row ${cell.rowid} cannot be followed`)
        }
      }
      const { children, bounds } = page
      for (let at = children.length - 1; at >= 0; at--) {
        waiting.push({
          number: children[at] ?? 0,
          above: bounds[at - 1] ?? above,
          upTo: bounds[at] ?? upTo,
        })
      }
    }
    return { name, kind, sql, cells, isSound }
  }

  const schema = follow('schema', 'table', '', 1)
  // A table that is not known of may have had rows in what is cut off.
  if (!schema.isSound && said > pages.count) missing.add(pages.count + 1)
  const trees = [...declared(pages, schema.cells, problem)].map(({ name, kind, sql, root }) =>
    follow(name, kind, sql, root),
  )
  const free = freePages(pages, owner, problem)
  for (let number = 1; number <= end; number++) {
    if (!owner.has(number) && !free.has(number)) problem(`page ${number} is used by nothing`)
  }
  return { trees, owner, missing, free, problems }
}

function* declared(pages: Pages, cells: readonly Cell[], problem: (text: string) => void) {
  for (const cell of cells) {
    const payload = readPayload(pages, cell)
    const [kind, name, table, root, sql] = (payload && readValues(payload)) ?? []
    if ((kind === 'table' || kind === 'index') && typeof name === 'string' && typeof root === 'number') {
      if (name !== table && !name.startsWith(`sqlite_autoindex_${table}_`))
        problem(`schema: ${name} is of ${table}`)
      const text = typeof sql === 'string' ? sql : ''
      yield { kind: /WITHOUT ROWID$/i.test(text) ? 'index' : kind, name, root, sql: text } as const
    } else problem(`schema: row ${cell.rowid} cannot be read`)
  }
}

function freePages(pages: Pages, owner: ReadonlyMap<number, string>, problem: (text: string) => void) {
  const free = new Set<number>()
  const head = pages.read(1)
  if (!head) return free
  const take = (number: number): boolean => {
    const isFine = number >= 1 && number <= pages.count && !owner.has(number) && !free.has(number)
    if (isFine) free.add(number)
    else problem(`free list: page ${number} cannot be free`)
    return isFine
  }
  const said = head.readUInt32BE(36)
  for (let trunk = head.readUInt32BE(32); trunk !== 0; ) {
    const page = take(trunk) ? pages.read(trunk) : undefined
    if (!page) break
    const count = page.readUInt32BE(4)
    if (count > pages.usable / 4 - 2) {
      problem(`free list: page ${trunk} does not add up`)
      break
    }
    for (let at = 0; at < count; at++) take(page.readUInt32BE(8 + at * 4))
    trunk = page.readUInt32BE(0)
  }
  if (free.size !== said) problem(`free list: ${free.size} of ${said} pages`)
  return free
}

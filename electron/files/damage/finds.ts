import type { RawRow } from '../rows'
import { type Cell, followOverflow, readKinds, readPayload, readValues, sizeOf } from './cells'
import type { Pages } from './pages'
import { type FileVersion, type Recognised, recognise, type TableName } from './shapes'

/** A row that was found whole. */
export interface Row {
  /** Its number in the table's tree; 0 in a table that has none. */
  readonly id: number
  readonly version: FileVersion
  /** What no other row of its table has: its number, hash, token or name. */
  readonly key: string
  /** The page where it begins. */
  readonly page: number
  /** The file's structure leads to it; otherwise it may be an older state of a row. */
  readonly isCurrent: boolean
  /** Its columns, read from the file again: they may be large. */
  read(): RawRow
}

/** The rows that have been found so far. */
export interface Finds {
  /**
   * Keeps what this cell holds, if it is whole. With `table` the structure says that it is a row there, and
   * it is counted as damaged if it is not.
   */
  take(cell: Cell, isIndex: boolean, table?: TableName): boolean
  /** The whole rows in the order of their numbers, and the numbers of the damaged ones that the structure leads to. */
  of(table: TableName): { rows: Row[]; damaged: number[] }
  /** Where whole rows lie in a page: [from, to) in order. */
  extentsIn(page: number): readonly (readonly [number, number])[]
  /** True when this page holds nothing but the overflow of a whole row. */
  isOverflow(page: number): boolean
  /** Pages of overflow that belong to damaged rows and may lie about. */
  strays(): number
  problems(): string[]
}

export function createFinds(pages: Pages): Finds {
  const rows = new Map<TableName, Map<string, Row>>()
  const damaged: { table: TableName; id: number }[] = []
  const extents = new Map<number, [number, number][]>()
  const overflow = new Set<number>()
  let strays = 0

  const read = (cell: Cell, isIndex: boolean): Recognised | undefined => {
    const payload = readPayload(pages, cell)
    const kinds = payload && readKinds(payload, payload.length)?.kinds
    const values = payload && readValues(payload)
    return kinds && values && recognise(kinds, values, cell.rowid, isIndex)
  }

  return {
    take(cell, isIndex, table) {
      const found = read(cell, isIndex)
      if (!found?.isIntact || (table !== undefined && found.table !== table)) {
        if (table) {
          damaged.push({ table, id: cell.rowid })
          strays += Math.ceil((cell.length - cell.local) / (pages.usable - 4))
        }
        return false
      }
      followOverflow(pages, cell, (page) => Boolean(overflow.add(page)))
      const inPage = extents.get(cell.page) ?? []
      extents.set(cell.page, inPage)
      inPage.push([cell.at, cell.at + sizeOf(cell)])
      const ofTable = rows.get(found.table) ?? new Map<string, Row>()
      rows.set(found.table, ofTable)
      const before = ofTable.get(found.key)
      if (before && (before.isCurrent || !table)) return true
      ofTable.set(found.key, {
        id: cell.rowid,
        version: found.version,
        key: found.key,
        page: cell.page,
        isCurrent: table !== undefined,
        read: () => read(cell, isIndex)?.row ?? {},
      })
      return true
    },
    of: (table) => ({
      rows: [...(rows.get(table)?.values() ?? [])].sort((a, b) => a.id - b.id),
      damaged: damaged.flatMap(({ table: of, id }) => (of === table ? [id] : [])),
    }),
    extentsIn: (page) => (extents.get(page) ?? []).sort((a, b) => a[0] - b[0]),
    isOverflow: (page) => overflow.has(page),
    strays: () => strays,
    problems: () => damaged.map(({ table, id }) => `${table}: row ${id} is damaged`),
  }
}

import { FILE_VERSION, HEADER } from '../layout'
import { readPayload, readValues } from './cells'
import { checkHeader, checkSchema, indexOf } from './checkHead'
import { createFinds, type Row } from './finds'
import { looksLikeBoard, mayHoldBoard } from './looksLikeBoard'
import type { Pages } from './pages'
import { search } from './search'
import { TABLE_NAMES, type TableName } from './shapes'
import { type Structure, walk } from './walk'

export type { Row }

export interface Table {
  /** Whole rows, each once, in the order of their numbers. */
  readonly rows: readonly Row[]
  /** The numbers of damaged rows that are not among `rows`. Any numbers, unless the table is sound. */
  readonly damaged: readonly number[]
  /** The structure leads to every row. */
  readonly isSound: boolean
  /** True when rows may be missing of which no trace is left. */
  readonly mayMissRows: boolean
}

/** Everything that can be read in a board file, however damaged. */
export interface Carved {
  readonly tables: Readonly<Record<TableName, Table>>
  /** What is wrong, one line each, for the log; empty when every byte that matters is as it was written. */
  readonly problems: readonly string[]
  /** What the file says its version is. */
  readonly version: number
  /** The file fits together, with other tables than this version has. */
  readonly isOtherSchema: boolean
}

/**
 * Reads every row of a board file whose checksum fits: those that the file's structure leads to and, when
 * something is wrong with it, those that lie about. Any bytes at all give an answer.
 */
export function carve(pages: Pages): Carved {
  const head = pages.read(1)
  const looks = head ? looksLikeBoard(head) : 'no'
  if (looks === 'another' || (looks === 'no' && !mayHoldBoard(pages))) return NOTHING
  const structure = walk(pages)
  const finds = createFinds(pages)
  for (const tree of structure.trees) {
    const table = TABLE_NAMES.find((name) => name === tree.name)
    for (const cell of table ? tree.cells : []) finds.take(cell, tree.kind === 'index', table)
  }
  const version = head?.readUInt32BE(HEADER.version) ?? FILE_VERSION
  const isVersion1 = version === 1
  const schema = isVersion1 ? [] : checkSchema(structure, version)
  const problems = [
    ...(head ? checkHeader(head) : ['header: it is not there']),
    ...(pages.isCut ? ['the file ends too early'] : []),
    ...structure.problems,
    ...finds.problems(),
    ...(isVersion1 ? [] : [...schema, ...checkIndexes(pages, structure, finds)]),
  ]
  const unexplained = problems.length === 0 ? [] : search(pages, structure, finds)
  const table = (name: TableName): Table => {
    const isSound = structure.trees.some((tree) => tree.name === name && tree.isSound)
    const found = finds.of(name)
    // Where the structure is sound it leads to every row, and what lies about was deleted. Old updates and
    // snapshots are of use all the same: they are the past of the same document.
    const isOfUse = (row: Row) =>
      row.isCurrent ||
      name === 'updates' ||
      name === 'snapshots' ||
      (!isSound && !structure.free.has(row.page))
    const rows = found.rows.filter(isOfUse)
    const ids = new Set(rows.map(({ id }) => id))
    return {
      rows,
      damaged: isSound ? found.damaged.filter((id) => id === 0 || !ids.has(id)) : found.damaged,
      isSound,
      mayMissRows: !isSound && unexplained.some((page) => mayBelong(structure, page, name)),
    }
  }
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, table(name)]))
  return {
    tables: tables as Carved['tables'],
    problems,
    version,
    isOtherSchema: schema.length > 0 && structure.problems.length === 0,
  }
}

const NO_ROWS: Table = { rows: [], damaged: [], isSound: false, mayMissRows: true }
const NOTHING: Carved = {
  tables: Object.fromEntries(TABLE_NAMES.map((name) => [name, NO_ROWS])) as Carved['tables'],
  problems: ['it is no board'],
  version: FILE_VERSION,
  isOtherSchema: false,
}

function mayBelong({ owner }: Structure, page: number, table: TableName): boolean {
  const tree = owner.get(page)
  return tree === undefined || tree === table
}

/** An index that says something else than its table would let SQLite miss rows that are there. */
function* checkIndexes(pages: Pages, { trees }: Structure, finds: ReturnType<typeof createFinds>) {
  for (const table of ['meta', 'assets', 'devices'] as const) {
    const index = trees.find(({ name }) => name === indexOf(table))
    const { rows, damaged } = finds.of(table)
    if (!index || damaged.length > 0) continue
    const wanted = new Set(rows.map(({ id, key }) => `${id} ${key}`))
    let fitting = 0
    for (const cell of index.cells) {
      const payload = readPayload(pages, cell)
      const [key, id] = (payload && readValues(payload)) ?? []
      const text = Buffer.isBuffer(key) ? key.toString('hex') : String(key)
      if (wanted.delete(`${id} ${text}`)) fitting++
    }
    if (wanted.size > 0 || fitting !== index.cells.length) yield `${index.name}: it does not fit its table`
  }
}

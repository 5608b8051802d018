import { APPLICATION_ID, FILE_VERSION, HEADER, SEALED_TABLE, TABLES } from '../layout'
import type { Structure } from './walk'

/** Bytes of the header that every board file has, by where they stand. */
const FIXED: readonly (readonly [number, number, string])[] = [
  [18, 1, 'the version for writing'],
  [19, 1, 'the version for reading'],
  [20, 0, 'the space kept at the end of pages'],
  [21, 64, 'the largest share of a row'],
  [22, 32, 'the smallest share of a row'],
  [23, 32, 'the share of a row in a leaf'],
]

/** What is wrong with the header, one line each. What SQLite only counts for itself is not asked. */
export function checkHeader(head: Buffer): string[] {
  const problems = FIXED.flatMap(([at, value, name]) => (head[at] === value ? [] : [`header: ${name}`]))
  const version = head.readUInt32BE(HEADER.version)
  if (head.toString('latin1', 0, 16) !== HEADER.magic) problems.push('header: the first 16 bytes')
  if (head.readUInt16BE(HEADER.pageSize) !== 4096) problems.push('header: the page size')
  if (head.readUInt32BE(44) !== 4) problems.push('header: the schema format')
  if (head.readUInt32BE(52) !== 0) problems.push('header: the largest root')
  if (head.readUInt32BE(56) !== 1) problems.push('header: the text encoding')
  if (head.readUInt32BE(64) !== 0) problems.push('header: how free pages are given back')
  if (head.readUInt32BE(HEADER.application) !== APPLICATION_ID) problems.push('header: the application')
  if (version < 1 || version > FILE_VERSION) problems.push('header: the version')
  return problems
}

/** What is wrong with the tables that the file says it has, for version 2 or later. */
export function checkSchema({ trees }: Structure, version: number = FILE_VERSION): string[] {
  const wanted = TABLES.split(';')
    .map((statement) => statement.trim())
    .filter((sql) => sql !== '' && (version > 2 || sql !== SEALED_TABLE))
  const found = trees.filter(({ sql }) => sql !== '').map(({ sql }) => sql)
  return [
    ...wanted.filter((sql) => !found.includes(sql)).map((sql) => `schema: missing ${sql.slice(0, 30)}`),
    ...found.filter((sql) => !wanted.includes(sql)).map((sql) => `schema: changed ${sql.slice(0, 30)}`),
    ...['meta', 'assets', 'devices'].flatMap((table) =>
      trees.some(({ name, kind }) => name === indexOf(table) && kind === 'index')
        ? []
        : [`schema: no index of ${table}`],
    ),
  ]
}

/** The index that SQLite makes by itself for the key of a table. */
export const indexOf = (table: string): string => `sqlite_autoindex_${table}_1`

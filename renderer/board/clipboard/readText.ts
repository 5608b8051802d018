import { hostOf } from '#shared/board/links'

/** What a text from another program is, as cards. */
export type ReadText =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'link'; readonly link: string }
  /** One card each. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** Cells of a table; an empty one leaves its place free. */
  | { readonly kind: 'cells'; readonly rows: readonly (readonly string[])[] }

/** What begins a line of a list in other programs, and is no part of what it says. */
const BULLET = /^(?:[-*•◦▪‣–—·]|\(?\d{1,3}[.)])\s+(?=\S)/u

/** Reads text from the clipboard: one address is a link, tabs make a table, and every other line is a card. */
export function readText(text: string): ReadText {
  const whole = text.trim()
  if (whole === '') return { kind: 'nothing' }
  if (hostOf(whole) !== null) return { kind: 'link', link: whole }
  // A tab at the beginning of a line is an indent and no cell.
  if (text.split('\n').some((line) => line.trim().includes('\t'))) return cellsOf(readSeparated(text, '\t'))
  return { kind: 'lines', lines: linesOf(text) }
}

/** Reads a file of separated values, whatever separates them: commas, semicolons or tabs. */
export function readTable(text: string): ReadText {
  return cellsOf(readSeparated(text, separatorOf(text)))
}

/** The lines that say something, without bullets and numbers. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\f\v]/)
    .map((line) => line.trim().replace(BULLET, ''))
    .filter((line) => line !== '')
}

function cellsOf(rows: readonly (readonly string[])[]): ReadText {
  const filled = rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  if (filled.length === 0) return { kind: 'nothing' }
  // One column is a list.
  if (filled.every((row) => row.length === 1)) return { kind: 'lines', lines: filled.flat() }
  return { kind: 'cells', rows: filled }
}

/** In a spreadsheet's own languages the comma may stand in numbers: what is most often there separates. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const counted = ['\t', ';', ','].map((separator) => ({ separator, count: first.split(separator).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator
}

/** Rows of cells by RFC 4180, without empty lines: a cell in quotation marks may hold separators, line ends and doubled marks. */
function readSeparated(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    // A mark that never closes is a letter like others; what stands behind one that does belongs to the cell.
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined
    const from = quoted?.end ?? at
    at = plainEnd(text, from, separator)
    const cell = (quoted?.cell ?? '') + text.slice(from, at)
    row.push(cell)
    if (text[at] === separator) {
      at++
      continue
    }
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    if (at >= text.length) return rows
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at >= text.length) return rows
  }
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from
  // Letter by letter: a search for each sign would look through the whole text for one that never comes.
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | undefined {
  const parts: string[] = []
  let start = from + 1
  for (;;) {
    const mark = text.indexOf('"', start)
    if (mark < 0) return undefined
    parts.push(text.slice(start, mark))
    if (text[mark + 1] !== '"') return { cell: parts.join('"'), end: mark + 1 }
    start = mark + 2
  }
}

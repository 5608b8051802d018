import { memo } from 'react'
import { isSameRow, OutlineItem } from './OutlineItem'
import type { OutlineRow } from './outlineOrder'
import type { OutlineActs } from './useOutline'

const CHUNK = 64

/** Rows in lots that are drawn or left alone together: a letter in one card must not touch ten thousand rows. */
export function chunksOf(rows: readonly OutlineRow[]): OutlineRow[][] {
  const chunks: OutlineRow[][] = []
  for (let at = 0; at < rows.length; at += CHUNK) chunks.push(rows.slice(at, at + CHUNK))
  return chunks
}

interface Chunk {
  readonly rows: readonly OutlineRow[]
  /** Keys of rows that may be in another chunk. */
  readonly active: string | undefined
  readonly editing: string | null
  readonly selected: ReadonlySet<string>
  readonly outline: OutlineActs
}

export const OutlineChunk = memo(
  function OutlineChunk({ rows, active, editing, selected, outline }: Chunk) {
    return rows.map((row) => (
      <OutlineItem
        key={row.key}
        row={row}
        isActive={row.key === active}
        isSelected={selected.has(row.key)}
        isEditing={row.key === editing}
        outline={outline}
      />
    ))
  },
  (a, b) => a.rows.length === b.rows.length && a.rows.every((row, at) => looksSame(row, a, b.rows[at], b)),
)

function looksSame(row: OutlineRow, a: Chunk, next: OutlineRow | undefined, b: Chunk): boolean {
  return (
    next !== undefined &&
    isSameRow(row, next) &&
    (row.key === a.active) === (row.key === b.active) &&
    (row.key === a.editing) === (row.key === b.editing) &&
    a.selected.has(row.key) === b.selected.has(row.key)
  )
}

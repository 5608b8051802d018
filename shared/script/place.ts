import type { Line } from '../board/schema'

/** Where a rehearsal stands in its lines. */
export interface Place {
  /** 0-based; the first line when the recorded one is gone. */
  readonly at: number
  readonly present: Line | undefined
  readonly previous: Line | undefined
  readonly next: Line | undefined
}

/** Finds the rehearsal's place. Somebody may have deleted the line that was being spoken. */
export function placeIn(lines: readonly Line[], line: string | null): Place {
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === line),
  )
  return { at, present: lines[at], previous: lines[at - 1], next: lines[at + 1] }
}

/** A marked passage: offsets in the story's text, in UTF-16 units. */
export interface Marked {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** A run of words under the same highlights. */
export interface Segment {
  readonly text: string
  /** The innermost highlight last. */
  readonly highlights: readonly string[]
}

/** Cuts a paragraph that begins at `start` wherever a highlight begins or ends. Empty paragraphs give none. */
export function segmentsOf(text: string, start: number, marks: readonly Marked[]): Segment[] {
  const end = start + text.length
  const here = marks.filter((mark) => mark.start < end && mark.end > start).sort(byLength)
  const cuts = new Set([start, end])
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start))
    cuts.add(Math.min(end, mark.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).flatMap((from, at) => {
    const to = places[at + 1] ?? end
    if (to <= from) return []
    const over = here.filter((mark) => mark.start < to && mark.end > from)
    return [{ text: text.slice(from - start, to - start), highlights: over.map(({ id }) => id) }]
  })
}

function byLength(a: Marked, b: Marked): number {
  return b.end - b.start - (a.end - a.start) || (a.id < b.id ? -1 : 1)
}

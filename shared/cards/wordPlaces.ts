import type { Format } from '../board/formats'
import type { Box } from './box'
import type { Measure } from './brush'
import type { TextArea } from './kind'
import { type Span, spansOf } from './spans'
import type { TextBlock } from './text'

type Range = readonly [from: number, to: number]

/** Where letters of a laid out text stand, one box for each stretch in a line; in the coordinates of its area's card. */
export function placesOf(
  block: TextBlock,
  area: TextArea,
  ranges: readonly Range[],
  formats: readonly Format[],
  measure: Measure,
): Box[] {
  const boxes: Box[] = []
  let top = area.y + (area.isCentred ? Math.max(0, (area.height - block.height) / 2) : 0)
  const cut = withCuts(formats, ranges)
  for (const { words, start, direction, font, height, width, indent } of block.lines) {
    const end = start + words.length
    if (ranges.some(([from, to]) => from < end && to > start)) {
      const aside = area.isCentred ? indent + (area.width - indent - width) / 2 : indent
      const left = direction === 'rtl' ? area.x + area.width - aside - width : area.x + aside
      const isIn = (span: Span) => ranges.some(([from, to]) => span.start >= from && span.end <= to)
      for (const span of spansOf(words, start, direction, font, cut, measure))
        if (isIn(span)) boxes.push({ x: left + span.x, y: top, width: span.width, height })
    }
    top += height
  }
  return boxes
}

/** The same forms, with an end wherever a range begins or ends. */
function withCuts(formats: readonly Format[], ranges: readonly Range[]): Format[] {
  const edges = new Set(ranges.flat())
  for (const { start, end } of formats) edges.add(start).add(end)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? start
    const { bold = false, italic = false } =
      formats.find((each) => each.start <= start && each.end >= end) ?? {}
    return { start, end, bold, italic }
  })
}

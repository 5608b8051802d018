import { type Box, type Point, unionOf } from '#shared/cards/box'

/** An edge or a middle that boxes are brought to. Left and right are those of the wall, in every language. */
export type Side = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** World units between the cards of a grid. */
const GRID_GAP = 24

const PART = { left: 0, centre: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const

/** How far each box goes so that its side lies at that side of `frame`. */
export function aligned(boxes: readonly Box[], side: Side, frame: Box): Point[] {
  const part = PART[side]
  const isAcross = side === 'left' || side === 'centre' || side === 'right'
  return boxes.map(({ x, y, width, height }) =>
    isAcross
      ? [fine(frame.x + frame.width * part - x - width * part), 0]
      : [0, fine(frame.y + frame.height * part - y - height * part)],
  )
}

/** How far each box goes so that the gaps between them are equal; the outermost two stay. */
export function distributed(boxes: readonly Box[], axis: 'across' | 'down'): Point[] {
  const start = (box: Box) => (axis === 'across' ? box.x : box.y)
  const length = (box: Box) => (axis === 'across' ? box.width : box.height)
  const sorted = boxes
    .map((box, at) => ({ box, at }))
    .sort((a, b) => start(a.box) + length(a.box) / 2 - start(b.box) - length(b.box) / 2)
  const frame = unionOf(boxes)
  const ways: Point[] = boxes.map(() => [0, 0])
  if (!frame || boxes.length < 3) return ways
  const gap = (length(frame) - boxes.reduce((sum, box) => sum + length(box), 0)) / (boxes.length - 1)
  let next = start(frame)
  for (const { box, at } of sorted) {
    const way = fine(next - start(box))
    ways[at] = axis === 'across' ? [way, 0] : [0, way]
    next += length(box) + gap
  }
  return ways
}

/**
 * How far each box goes so that all stand in a grid, in the order in which they are read now: rows from the
 * top, each from the left, or from the right where that is how people read. The grid takes about the shape of
 * the place that they take now, every column is as wide as its widest box and every row as high as its highest.
 */
export function tidied(boxes: readonly Box[], isFromRight: boolean): Point[] {
  const frame = unionOf(boxes)
  const ways: Point[] = boxes.map(() => [0, 0])
  if (!frame) return ways
  const order = readingOrder(boxes, isFromRight)
  const columns = columnsFor(boxes, frame)
  const widths: number[] = []
  const heights: number[] = []
  for (const [place, at] of order.entries()) {
    const box = boxes[at]
    if (!box) continue
    const column = place % columns
    const row = Math.floor(place / columns)
    widths[column] = Math.max(widths[column] ?? 0, box.width)
    heights[row] = Math.max(heights[row] ?? 0, box.height)
  }
  for (const [place, at] of order.entries()) {
    const box = boxes[at]
    if (!box) continue
    const aside = offset(widths, place % columns)
    const x = isFromRight ? frame.x + frame.width - aside - box.width : frame.x + aside
    const y = frame.y + offset(heights, Math.floor(place / columns))
    ways[at] = [fine(x - box.x), fine(y - box.y)]
  }
  return ways
}

const offset = (lengths: readonly number[], at: number): number =>
  lengths.slice(0, at).reduce((sum, length) => sum + length + GRID_GAP, 0)

function columnsFor(boxes: readonly Box[], frame: Box): number {
  const count = boxes.length
  const wide = boxes.reduce((sum, { width }) => sum + width + GRID_GAP, 0) / count
  const high = boxes.reduce((sum, { height }) => sum + height + GRID_GAP, 0) / count
  const shape = (frame.width + GRID_GAP) / (frame.height + GRID_GAP)
  return Math.min(count, Math.max(1, Math.round(Math.sqrt((count * shape * high) / wide))))
}

/** The places of boxes in the order in which they are read. A box is in a row when its middle is beside it. */
function readingOrder(boxes: readonly Box[], isFromRight: boolean): number[] {
  const falling = boxes
    .map((box, at) => ({ box, at, middle: box.y + box.height / 2 }))
    .sort((a, b) => a.middle - b.middle || a.at - b.at)
  const rows: (typeof falling)[] = []
  for (const each of falling) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && each.middle < first.box.y + first.box.height) row.push(each)
    else rows.push([each])
  }
  const direction = isFromRight ? -1 : 1
  return rows.flatMap((row) =>
    row
      .sort((a, b) => direction * (a.box.x + a.box.width / 2 - b.box.x - b.box.width / 2) || a.at - b.at)
      .map(({ at }) => at),
  )
}

/** A hundredth of a unit is finer than any screen, and keeps the file small. */
export const fine = (value: number): number => Math.round(value * 100) / 100

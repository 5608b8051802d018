import type { Box, Point } from '../cards/box'

/** World units between cards in a theme. */
export const FLOW_GAP = 16

/** So many cards stand side by side before the rows get longer. */
const USUAL_COLUMNS = 3

/**
 * Top left corners of cards in rows that begin at `corner`: the top left of them all, or the top right where people
 * read from right to left. Rows get longer only with many cards, so that those who know where a card is find it there.
 * They go around the boxes in `kept`, which stay where they are.
 */
export function flowRows(
  cards: readonly Pick<Box, 'width' | 'height'>[],
  corner: Point,
  mirrors: boolean,
  kept: readonly Box[] = [],
): [number, number][] {
  const longest = rowLength([...cards, ...kept])
  const corners: [number, number][] = []
  let along = 0
  let down = 0
  let rowHeight = 0
  const inTheWay = kept.map(({ x, y, width, height }) => {
    const from = mirrors ? corner[0] - x - width : x - corner[0]
    return { from, to: from + width, top: y - corner[1], bottom: y - corner[1] + height }
  })
  const blocking = (width: number, height: number) =>
    inTheWay.find(
      ({ from, to, top, bottom }) =>
        along < to + FLOW_GAP &&
        along + width > from - FLOW_GAP &&
        down < bottom + FLOW_GAP &&
        down + height > top - FLOW_GAP,
    )
  for (const { width, height } of cards) {
    for (;;) {
      if (along > 0 && along + width > longest) {
        down += rowHeight + FLOW_GAP
        along = 0
        rowHeight = 0
      }
      const block = blocking(width, height)
      if (!block) break
      along = block.to + FLOW_GAP
      // A row that holds nothing else is as high as what is in its way.
      if (rowHeight === 0 && along + width > longest) rowHeight = Math.max(0, block.bottom - down)
    }
    corners.push([
      Math.round(mirrors ? corner[0] - along - width : corner[0] + along),
      Math.round(corner[1] + down),
    ])
    along += width + FLOW_GAP
    rowHeight = Math.max(rowHeight, height)
  }
  return corners
}

function rowLength(cards: readonly Pick<Box, 'width'>[]): number {
  const widths = cards.map(({ width }) => width).sort((a, b) => a - b)
  const widest = widths.at(-1) ?? 0
  // One storyboard among cards should not make rows of storyboards' length.
  const common = widths[Math.floor(widths.length * 0.75)] ?? widest
  const columns = Math.max(USUAL_COLUMNS, Math.ceil(Math.sqrt(cards.length)))
  return Math.max(widest, columns * common + (columns - 1) * FLOW_GAP)
}

/** Cards as people read them where they lie: row by row, each row in reading direction. */
export function inReadingOrder<T extends { readonly box: Box }>(cards: readonly T[], mirrors: boolean): T[] {
  const rows: { readonly middle: number; readonly cards: T[] }[] = []
  for (const card of [...cards].sort((a, b) => a.box.y - b.box.y)) {
    const row = rows.at(-1)
    // A card whose top is above the middle of the row's first card stands in that row.
    if (row && card.box.y < row.middle) row.cards.push(card)
    else rows.push({ middle: card.box.y + card.box.height / 2, cards: [card] })
  }
  const start = ({ box }: T) => (mirrors ? -(box.x + box.width) : box.x)
  return rows.flatMap((row) => row.cards.sort((a, b) => start(a) - start(b)))
}

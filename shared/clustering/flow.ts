import type { Box, Point } from '../cards/box'

/** World units between cards in a theme. */
export const FLOW_GAP = 16

/** So many cards stand side by side before the rows get longer. */
const USUAL_COLUMNS = 3

/**
 * Top left corners of cards in rows that begin at `corner`: the top left of them all, or the top right where people
 * read from right to left. Rows get longer only with many cards, so that those who know where a card is find it there.
 */
export function flowRows(
  cards: readonly Pick<Box, 'width' | 'height'>[],
  corner: Point,
  mirrors: boolean,
): [number, number][] {
  const longest = rowLength(cards)
  const corners: [number, number][] = []
  let along = 0
  let down = 0
  let rowHeight = 0
  for (const { width, height } of cards) {
    if (along > 0 && along + width > longest) {
      down += rowHeight + FLOW_GAP
      along = 0
      rowHeight = 0
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

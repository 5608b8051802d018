import type { Point } from '#shared/cards/box'

/** World units between cards that were brought together. */
export const GAP = 24

type Size = readonly [width: number, height: number]

/** The top left corners of things in rows (`null` leaves a place free), the whole centred on a point. Whole units. */
export function inGrid(rows: readonly (readonly (Size | null)[])[], [x, y]: Point): Point[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: columns }, (_, at) => most(rows.map((row) => row[at]?.[0])))
  const heights = rows.map((row) => most(row.map((size) => size?.[1])))
  const left = x - whole(widths) / 2
  const top = y - whole(heights) / 2
  return rows.flatMap((row, line) =>
    row.flatMap((size, at) =>
      size ? [[offset(left, widths, at), offset(top, heights, line)] as const] : [],
    ),
  )
}

/** The top left corners of things in rows of their own widths, the whole centred on a point. Whole units. */
export function inRows(rows: readonly (readonly Size[])[], [x, y]: Point): Point[] {
  const heights = rows.map((row) => most(row.map(([, height]) => height)))
  const top = y - whole(heights) / 2
  return rows.flatMap((row, line) => {
    const widths = row.map(([width]) => width)
    const left = x - whole(widths) / 2
    return row.map((_, at) => [offset(left, widths, at), offset(top, heights, line)] as const)
  })
}

/** Breaks a list into rows, so that the whole is about as high as wide. */
export function rowsOf<T>(list: readonly T[], inOneRow = 4): T[][] {
  const columns = list.length <= inOneRow ? list.length : Math.ceil(Math.sqrt(list.length))
  const rows: T[][] = []
  for (let at = 0; at < list.length; at += columns) rows.push(list.slice(at, at + columns))
  return rows
}

const most = (sizes: readonly (number | undefined)[]): number =>
  Math.max(0, ...sizes.map((size) => size ?? 0))
const whole = (sizes: readonly number[]): number =>
  sizes.reduce((sum, size) => sum + size, 0) + GAP * Math.max(0, sizes.length - 1)
const offset = (start: number, sizes: readonly number[], at: number): number =>
  Math.round(start + sizes.slice(0, at).reduce((sum, size) => sum + size + GAP, 0))

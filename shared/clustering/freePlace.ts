import type { Box } from '../cards/box'

/** World units between a box and its neighbours. */
const GAP = 24

/** The nearest place for a box, in steps around where it was wanted, that lies on nothing. */
export function freePlace(wanted: Box, taken: readonly Box[]): [number, number] {
  const isFree = (x: number, y: number) =>
    taken.every(
      (box) =>
        x + wanted.width + GAP <= box.x ||
        box.x + box.width + GAP <= x ||
        y + wanted.height + GAP <= box.y ||
        box.y + box.height + GAP <= y,
    )
  const step = { x: (wanted.width + GAP) / 2, y: (wanted.height + GAP) / 2 }
  for (let ring = 0; ring < 40; ring++) {
    for (let across = -ring; across <= ring; across++) {
      for (const down of Math.abs(across) === ring ? range(-ring, ring) : [-ring, ring]) {
        const x = wanted.x + across * step.x
        const y = wanted.y + down * step.y
        if (isFree(x, y)) return [Math.round(x), Math.round(y)]
      }
    }
  }
  return [Math.round(wanted.x), Math.round(wanted.y)]
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

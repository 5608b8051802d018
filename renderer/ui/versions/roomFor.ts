import { type Box, grown, moved, type Point, unionOf } from '#shared/cards/box'
import { freePlace } from '#shared/clustering/freePlace'
import type { Scene } from '../../board/scene'

/** World units: how far the next try lies from the last, how many tries in each direction, and the gap kept. */
const STEP: Point = [132, 92]
const MOST_STEPS = 12
const GAP = 12

/**
 * How far cards that lay at `boxes` must be moved so that they cover no card on a wall: not at all when
 * their places are free, else the least that keeps them off themes too, so that none seems to be in one.
 */
export function roomFor({ within, countWithin, all }: Scene, boxes: readonly Box[]): [number, number] {
  const coversCard = (box: Box) => within(grown(box, -1)).some(({ kind }) => !kind.isField)
  if (!boxes.some(coversCard)) return [0, 0]
  for (let ring = 1; ring <= MOST_STEPS; ring++) {
    for (const [across, down] of around(ring)) {
      const delta: [number, number] = [across * STEP[0], down * STEP[1]]
      if (boxes.every((box) => countWithin(grown(moved(box, delta), GAP)) === 0)) return delta
    }
  }
  const whole = unionOf(boxes)
  if (!whole) return [0, 0]
  const [x, y] = freePlace(
    whole,
    all().map(({ bounds }) => bounds),
  )
  return [Math.round(x - whole.x), Math.round(y - whole.y)]
}

/** The steps of a square ring, to the right and below first: there people look for what is new. */
function around(ring: number): Point[] {
  const steps: Point[] = []
  for (let at = -ring; at <= ring; at++) steps.push([ring, at], [at, ring], [-ring, at], [at, -ring])
  return steps.sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
}

import { type Box, grown, type Point } from './box'

/** A direction along one axis. */
export type Way = readonly [-1 | 0 | 1, -1 | 0 | 1]

/** Where a connector leaves, in which direction, and the card it must not run through. */
export interface Departure {
  readonly point: Point
  readonly way: Way
  /** Null at a free end. */
  readonly box: Box | null
}

/** World units that a line keeps away from the cards it joins. */
const MARGIN = 24
/** A bend is worth a detour of this many world units. */
const BEND = 60

/**
 * The corners of a line of level and upright pieces that leaves `start` and arrives at `end` in their
 * directions, and goes round both of their cards. x and y in turn.
 */
export function elbowRoute(start: Departure, end: Departure): number[] {
  return directRoute(start, end) ?? routeAround(start, end)
}

/** The two usual cases, without a search: the ends face each other, or meet at one corner. */
function directRoute({ point: [ax, ay], way: a }: Departure, { point: [bx, by], way: b }: Departure) {
  const [dx, dy] = [bx - ax, by - ay]
  const ahead = dx * a[0] + dy * a[1]
  const behind = -dx * b[0] - dy * b[1]
  if (a[0] === -b[0] && a[1] === -b[1] && ahead >= MARGIN / 2) {
    if (a[0] !== 0) return dy === 0 ? [ax, ay, bx, by] : [ax, ay, ax + dx / 2, ay, ax + dx / 2, by, bx, by]
    return dx === 0 ? [ax, ay, bx, by] : [ax, ay, ax, ay + dy / 2, bx, ay + dy / 2, bx, by]
  }
  const isAcross = a[0] * b[0] + a[1] * b[1] === 0
  if (isAcross && ahead >= MARGIN && behind >= MARGIN)
    return a[0] !== 0 ? [ax, ay, bx, ay, bx, by] : [ax, ay, ax, by, bx, by]
  return undefined
}

interface Step {
  readonly at: number
  readonly way: number
  readonly cost: number
  readonly before: Step | null
}

const WAYS: readonly Way[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/** The cheapest way through the few lines beside and between the two cards. */
function routeAround(start: Departure, end: Departure): number[] {
  const from = stepFrom(start)
  const to = stepFrom(end)
  const boxes = [start.box, end.box].flatMap((box) => box ?? [])
  const wide = boxes.map((box) => grown(box, MARGIN))
  const xs = lanes([from[0], to[0], (from[0] + to[0]) / 2, ...wide.flatMap(({ x, width }) => [x, x + width])])
  const ys = lanes([
    from[1],
    to[1],
    (from[1] + to[1]) / 2,
    ...wide.flatMap(({ y, height }) => [y, y + height]),
  ])
  const inner = boxes.map((box) => grown(box, -1))
  const isFree = (a: Point, b: Point) => inner.every((box) => !runsThrough(box, a, b))
  const pointOf = (at: number): Point => [xs[at % xs.length] ?? 0, ys[Math.floor(at / xs.length)] ?? 0]
  const placeOf = ([x, y]: Point) => ys.indexOf(y) * xs.length + xs.indexOf(x)
  const goal = placeOf(to)
  const arriving = WAYS.findIndex(([x, y]) => x === -end.way[0] && y === -end.way[1])
  const open: Step[] = [
    {
      at: placeOf(from),
      way: WAYS.findIndex(([x, y]) => x === start.way[0] && y === start.way[1]),
      cost: 0,
      before: null,
    },
  ]
  const done = new Set<number>()
  while (open.length > 0) {
    const step = open.splice(cheapest(open), 1)[0]
    if (!step || done.has(step.at * 4 + step.way)) continue
    done.add(step.at * 4 + step.way)
    if (step.at === goal && step.way === arriving) return cornersOf(start, end, step, pointOf)
    const here = pointOf(step.at)
    for (const [way, [across, down]] of WAYS.entries()) {
      const [column, row] = [(step.at % xs.length) + across, Math.floor(step.at / xs.length) + down]
      if (column < 0 || row < 0 || column >= xs.length || row >= ys.length) continue
      const at = row * xs.length + column
      // Straight back is no way out of a corner.
      if (Math.abs(way - step.way) === 2) continue
      const there = pointOf(at)
      if (done.has(at * 4 + way) || !isFree(here, there)) continue
      const length = Math.abs(there[0] - here[0]) + Math.abs(there[1] - here[1])
      open.push({ at, way, cost: step.cost + length + (way === step.way ? 0 : BEND), before: step })
    }
    // Arriving from the side costs the last bend.
    if (step.at === goal && Math.abs(arriving - step.way) !== 2)
      open.push({ ...step, way: arriving, cost: step.cost + BEND })
  }
  // The cards lie over each other: there is no way around.
  return tidied([...start.point, ...from, to[0], from[1], ...to, ...end.point])
}

const stepFrom = ({ point: [x, y], way }: Departure): [number, number] => [
  x + way[0] * MARGIN,
  y + way[1] * MARGIN,
]

const lanes = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b)

function cheapest(open: readonly Step[]): number {
  let best = 0
  for (let at = 1; at < open.length; at++) if ((open[at]?.cost ?? 0) < (open[best]?.cost ?? 0)) best = at
  return best
}

function runsThrough({ x, y, width, height }: Box, [ax, ay]: Point, [bx, by]: Point): boolean {
  if (width <= 0 || height <= 0) return false
  return (
    Math.max(ax, bx) > x &&
    Math.min(ax, bx) < x + width &&
    Math.max(ay, by) > y &&
    Math.min(ay, by) < y + height
  )
}

function cornersOf(start: Departure, end: Departure, last: Step, pointOf: (at: number) => Point): number[] {
  const points: number[] = [...end.point]
  for (let step: Step | null = last; step; step = step.before) points.unshift(...pointOf(step.at))
  return tidied([...start.point, ...points])
}

/** Without the points between two pieces that go the same way. */
function tidied(points: readonly number[]): number[] {
  const kept: number[] = []
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0]
    const count = kept.length
    const isSame = count >= 2 && kept[count - 2] === x && kept[count - 1] === y
    if (isSame) continue
    const isLevel = count >= 4 && kept[count - 1] === y && kept[count - 3] === y
    const isUpright = count >= 4 && kept[count - 2] === x && kept[count - 4] === x
    if (isLevel || isUpright) kept.splice(count - 2, 2)
    kept.push(x, y)
  }
  return kept
}

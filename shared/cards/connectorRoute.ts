import type { Card } from '../board/schema'
import { type Box, centreOf, type Point } from './box'
import { type Departure, elbowRoute, type Way } from './elbow'
import { type Details, type Joined, uprightBox } from './kind'
import { toWorld } from './place'
import { isInside, meetOutline, type Polyline, pointAt, segments } from './polyline'

/** How far corners of an elbow are rounded, world units. */
const ROUND = 12
const CURVE_STEPS = 28

/** An end of a connector as it stands now. */
interface Standing {
  readonly joined: Joined | null
  readonly box: Box
  readonly middle: Point
  /** Where on the card it was pinned, or the point of the wall; null finds its own place. */
  readonly fixed: Point | null
}

/** The line of a connector through the world, x and y in turn, from its start to its end. */
export function routeOf(card: Card, { joins }: Pick<Details, 'joins'>): number[] {
  const [a, b] = [standing(card, joins[0], 0), standing(card, joins[1], 1)]
  if (card.route === 'straight') return [...aimed(a, b.fixed ?? b.middle), ...aimed(b, a.fixed ?? a.middle)]
  const [start, end] = [departure(a, b), departure(b, a)]
  return card.route === 'elbow' ? rounded(elbowRoute(start, end)) : curved(start, end)
}

function standing(card: Card, joined: Joined | null, which: 0 | 1): Standing {
  const { at } = card.ends[which]
  if (!joined) {
    // What it was joined to is gone for good when its point is not one of the wall.
    const [x, y] = (card.ends[which].card === null ? at : null) ?? card.pos
    return { joined, box: { x, y, width: 0, height: 0 }, middle: [x, y], fixed: [x, y] }
  }
  const { place } = joined
  const box = uprightBox(place)
  const middle = centreOf(box)
  const pin = at && toWorld(place, [at[0] * place.width, at[1] * place.height])
  // A shape may leave that place of its box bare.
  const fixed = pin && joined.contour ? (meetOutline(outlineOf(joined), middle, pin) ?? pin) : pin
  return { joined, box, middle, fixed }
}

/** Where a straight line to `target` leaves the card. */
function aimed({ joined, middle, fixed }: Standing, target: Point): Point {
  if (fixed || !joined) return fixed ?? middle
  const outline = outlineOf(joined)
  return isInside(outline, target) ? middle : (meetOutline(outline, middle, target) ?? middle)
}

function departure(from: Standing, to: Standing): Departure {
  const { joined, box, middle, fixed } = from
  if (!joined) return { point: middle, way: wayTowards(from, to), box: null }
  if (fixed) return { point: fixed, way: nearestSide(box, fixed), box }
  const way = wayTowards(from, to)
  const reach: Point = [middle[0] + way[0], middle[1] + way[1]]
  return { point: meetOutline(outlineOf(joined), middle, reach) ?? middle, way, box }
}

/** The side that faces the other end: along the axis on which there is more room between them. */
function wayTowards({ box, middle }: Standing, other: Standing): Way {
  const across = Math.max(other.box.x - box.x - box.width, box.x - other.box.x - other.box.width)
  const down = Math.max(other.box.y - box.y - box.height, box.y - other.box.y - other.box.height)
  if (across >= down) return other.middle[0] >= middle[0] ? [1, 0] : [-1, 0]
  return other.middle[1] >= middle[1] ? [0, 1] : [0, -1]
}

function nearestSide({ x, y, width, height }: Box, [px, py]: Point): Way {
  const sides: readonly (readonly [number, Way])[] = [
    [px - x, [-1, 0]],
    [x + width - px, [1, 0]],
    [py - y, [0, -1]],
    [y + height - py, [0, 1]],
  ]
  return sides.reduce((best, side) => (side[0] < best[0] ? side : best))[1]
}

function outlineOf({ place, contour }: Joined): number[] {
  const { width, height } = place
  const local = contour ?? [0, 0, width, 0, width, height, 0, height]
  const points: number[] = []
  for (let at = 0; at + 1 < local.length; at += 2)
    points.push(...toWorld(place, [local[at] ?? 0, local[at + 1] ?? 0]))
  return points
}

function curved(start: Departure, end: Departure): number[] {
  const {
    point: [ax, ay],
    way: a,
  } = start
  const {
    point: [dx, dy],
    way: d,
  } = end
  const pull = Math.max(32, Math.min(260, Math.hypot(dx - ax, dy - ay) * 0.45))
  const [bx, by] = [ax + a[0] * pull, ay + a[1] * pull]
  const [cx, cy] = [dx + d[0] * pull, dy + d[1] * pull]
  const at = (t: number, p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const t = step / CURVE_STEPS
    return [at(t, ax, bx, cx, dx), at(t, ay, by, cy, dy)]
  }).flat()
}

/** The corners of a line made round. */
function rounded(corners: readonly number[]): number[] {
  const count = corners.length / 2
  const points: number[] = [...pointAt(corners, 0)]
  for (let at = 1; at < count - 1; at++) {
    const [before, here, after] = [pointAt(corners, at - 1), pointAt(corners, at), pointAt(corners, at + 1)]
    const reach = Math.min(ROUND, lengthOf(before, here) / 2, lengthOf(here, after) / 2)
    const from = towards(here, before, reach)
    const to = towards(here, after, reach)
    for (let step = 0; step <= 4; step++) {
      const t = step / 4
      const bend = (axis: 0 | 1) =>
        (1 - t) ** 2 * from[axis] + 2 * (1 - t) * t * here[axis] + t ** 2 * to[axis]
      points.push(bend(0), bend(1))
    }
  }
  points.push(...pointAt(corners, -1))
  return points
}

const lengthOf = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay)

function towards([ax, ay]: Point, [bx, by]: Point, by_: number): [number, number] {
  const length = Math.hypot(bx - ax, by - ay) || 1
  return [ax + ((bx - ax) * by_) / length, ay + ((by - ay) * by_) / length]
}

/** The point half way along a line. */
export function middleOf(line: Polyline): [number, number] {
  let total = 0
  for (const [a, b] of segments(line)) total += lengthOf(a, b)
  let left = total / 2
  for (const [a, b] of segments(line)) {
    const length = lengthOf(a, b)
    if (left <= length) return towards(a, b, left)
    left -= length
  }
  return pointAt(line, -1)
}

/** A line without its last `length` world units. */
export function shortened(line: Polyline, length: number): number[] {
  const points = Array.from(line)
  let left = length
  while (points.length > 4) {
    const last = lengthOf(pointAt(points, -2), pointAt(points, -1))
    if (last > left) break
    left -= last
    points.splice(-2, 2)
  }
  const [before, end] = [pointAt(points, -2), pointAt(points, -1)]
  points.splice(-2, 2, ...towards(end, before, Math.min(left, lengthOf(before, end))))
  return points
}

/** The same line from its end to its start. */
export function reversed(line: Polyline): number[] {
  const points: number[] = []
  for (let at = line.length - 2; at >= 0; at -= 2) points.push(line[at] ?? 0, line[at + 1] ?? 0)
  return points
}

/** The pieces of a line that lie outside a box. */
export function outside(line: Polyline, { x, y, width, height }: Box): number[][] {
  const pieces: number[][] = []
  let piece: number[] = []
  const end = () => {
    if (piece.length >= 4) pieces.push(piece)
    piece = []
  }
  for (const [a, b] of segments(line)) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    let enter = 0
    let leave = 1
    for (const [way, room] of [
      [-dx, a[0] - x],
      [dx, x + width - a[0]],
      [-dy, a[1] - y],
      [dy, y + height - a[1]],
    ] as const) {
      if (way === 0) {
        if (room < 0) leave = -1
      } else if (way < 0) enter = Math.max(enter, room / way)
      else leave = Math.min(leave, room / way)
    }
    if (piece.length === 0) piece.push(...a)
    if (enter >= leave) {
      piece.push(...b)
      continue
    }
    if (enter > 0) piece.push(a[0] + dx * enter, a[1] + dy * enter)
    else piece = []
    end()
    if (leave < 1) piece.push(a[0] + dx * leave, a[1] + dy * leave, ...b)
  }
  end()
  return pieces
}

import type { Point } from './box'

/** Lines and outlines are x and y in turn; an outline is closed from its last point to its first. */
export type Polyline = ArrayLike<number>

/** How far a point is from the nearest point of a segment. */
export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

/** How far a point is from a line, or from the edge of an outline. */
export function distanceToLine(line: Polyline, point: Point, isClosed = false): number {
  let least = Number.POSITIVE_INFINITY
  for (const [a, b] of segments(line, isClosed)) least = Math.min(least, distanceToSegment(point, a, b))
  return least
}

/** True when a point lies inside an outline. */
export function isInside(outline: Polyline, [x, y]: Point): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of segments(outline, true)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/**
 * Where the line from a point inside an outline towards `to`, and on beyond it, leaves the outline for the
 * last time; undefined when it never does.
 */
export function meetOutline(outline: Polyline, from: Point, to: Point): [number, number] | undefined {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  let furthest = -1
  for (const [[ax, ay], [bx, by]] of segments(outline, true)) {
    const ex = bx - ax
    const ey = by - ay
    const cross = dx * ey - dy * ex
    if (Math.abs(cross) < 1e-9) continue
    const along = ((ax - from[0]) * ey - (ay - from[1]) * ex) / cross
    const across = ((ax - from[0]) * dy - (ay - from[1]) * dx) / cross
    if (across >= -1e-9 && across <= 1 + 1e-9 && along > furthest) furthest = along
  }
  return furthest < 0 ? undefined : [from[0] + dx * furthest, from[1] + dy * furthest]
}

/** The pairs of neighbouring points. */
export function* segments(line: Polyline, isClosed = false): Generator<readonly [Point, Point]> {
  const count = Math.floor(line.length / 2)
  for (let at = 1; at < count; at++) yield [pointAt(line, at - 1), pointAt(line, at)]
  if (isClosed && count > 1) yield [pointAt(line, count - 1), pointAt(line, 0)]
}

/** One point of a line; counted from its end when negative. */
export function pointAt(line: Polyline, at: number): [number, number] {
  const place = 2 * (at < 0 ? Math.floor(line.length / 2) + at : at)
  return [line[place] ?? 0, line[place + 1] ?? 0]
}

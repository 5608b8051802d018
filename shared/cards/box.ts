/** A rectangle; world units unless said otherwise. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Point = readonly [number, number]

/** The smallest box around all of these; undefined for none. */
export function unionOf(boxes: Iterable<Box>): Box | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { x, y, width, height } of boxes) {
    if (x < left) left = x
    if (y < top) top = y
    if (x + width > right) right = x + width
    if (y + height > bottom) bottom = y + height
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The box grown by `margin` on every side. */
export function grown({ x, y, width, height }: Box, margin: number): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }
}

/** True when the boxes share at least an edge. */
export function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

/** True when `inner` lies wholly in `outer`. */
export function encloses(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** True when the point lies in the box or on its edge. */
export function contains({ x, y, width, height }: Box, [px, py]: Point): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height
}

/** The box moved by a vector. */
export function moved({ x, y, width, height }: Box, [dx, dy]: Point): Box {
  return { x: x + dx, y: y + dy, width, height }
}

/** The box between two opposite corners. */
export function boxBetween([ax, ay]: Point, [bx, by]: Point): Box {
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) }
}

/** The middle of a box. */
export function centreOf({ x, y, width, height }: Box): [number, number] {
  return [x + width / 2, y + height / 2]
}

import { type Box, centreOf, type Point } from './box'
import type { Place } from './kind'

/** A world point in the local coordinates of a place. */
export function toLocal(place: Place, [px, py]: Point): [number, number] {
  const { x, y, width, height, rotation } = place
  if (rotation % 360 === 0) return [px - x, py - y]
  const [dx, dy] = turnedBy(-rotation, [px - x - width / 2, py - y - height / 2])
  return [dx + width / 2, dy + height / 2]
}

/** A point in the local coordinates of a place, in the world. */
export function toWorld(place: Place, [px, py]: Point): [number, number] {
  const { x, y, width, height, rotation } = place
  if (rotation % 360 === 0) return [px + x, py + y]
  const [dx, dy] = turnedBy(rotation, [px - width / 2, py - height / 2])
  return [dx + x + width / 2, dy + y + height / 2]
}

/**
 * Where a place goes that becomes `box`, which is given as if it stood upright: the corner that the two share stays
 * where the eye sees it, although a place turns about its middle.
 */
export function positionOf(place: Place, box: Box): Point {
  if (place.rotation % 360 === 0) return [box.x, box.y]
  const [cx, cy] = centreOf(box)
  const [x, y] = toWorld(place, [cx - place.x, cy - place.y])
  return [hundredths(x - box.width / 2), hundredths(y - box.height / 2)]
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** A vector turned by `degrees`. */
export function turnedBy(degrees: number, [x, y]: Point): [number, number] {
  const turn = (degrees * Math.PI) / 180
  return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)]
}

import { type Box, grown, type Point } from '#shared/cards/box'

/** How the world lies on a small map: map = origin + world × scale, in the map's own units. */
export interface MapLayout {
  readonly scale: number
  readonly originX: number
  readonly originY: number
}

/** Free space around everything, as a part of its longer side. */
const MARGIN = 0.05

/** Lays everything out in the middle of a map of this size. */
export function layOutMap(bounds: Box, width: number, height: number): MapLayout {
  const { x, y, ...part } = grown(bounds, Math.max(bounds.width, bounds.height, 1) * MARGIN)
  const scale = Math.min(width / part.width, height / part.height)
  return {
    scale,
    originX: (width - part.width * scale) / 2 - x * scale,
    originY: (height - part.height * scale) / 2 - y * scale,
  }
}

/** The world point that a point of the map stands for. */
export function worldOfMap({ scale, originX, originY }: MapLayout, [x, y]: Point): [number, number] {
  return [(x - originX) / scale, (y - originY) / scale]
}

/** CSS pixels; a smaller view could be neither seen nor held. */
const LEAST = 10

/** Where a part of the world stands on the map; never too small to be held, and always with an edge in sight. */
export function boxOnMap(layout: MapLayout, part: Box, width: number, height: number): Box {
  const side = (start: number, length: number, room: number) => {
    const long = Math.max(LEAST, Math.min(length, room))
    const middle = start + length / 2
    return [Math.max(0, Math.min(middle - long / 2, room - long)), long] as const
  }
  const { scale, originX, originY } = layout
  const [x, wide] = side(originX + part.x * scale, part.width * scale, width)
  const [y, high] = side(originY + part.y * scale, part.height * scale, height)
  return { x, y, width: wide, height: high }
}

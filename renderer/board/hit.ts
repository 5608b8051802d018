import type { Point } from '#shared/cards/box'
import type { Drawable, Part } from '#shared/cards/kind'
import { hitCard } from '#shared/cards/kinds'
import type { Scene } from './scene'

export interface Hit {
  readonly drawable: Drawable
  readonly part: Part
}

/** The topmost card at a world point and what the point is of it; null on the bare wall. */
export function hitWall(scene: Scene, point: Point): Hit | null {
  const found = scene.within({ x: point[0], y: point[1], width: 0, height: 0 })
  for (let at = found.length - 1; at >= 0; at--) {
    const drawable = found[at]
    const part = drawable && hitCard(drawable, point)
    if (drawable && part) return { drawable, part }
  }
  return null
}

import { grown, type Point } from '#shared/cards/box'
import type { Drawable, Part } from '#shared/cards/kind'
import { hitCard } from '#shared/cards/kinds'
import type { Camera } from './camera'
import type { Scene } from './scene'

export interface Hit {
  readonly drawable: Drawable
  readonly part: Part
}

/** CSS pixels by which a pointer may miss a line or an edge, and when something else lies under it. */
const REACH = 8
const REACH_OVER_OTHERS = 3

/**
 * The topmost card at a world point and what the point is of it; null on the bare wall. `zoom` is in CSS
 * pixels per world unit; only what `counts` is looked at. A line is hit from a little further away where nothing else is, but the field of a
 * theme, lies under the pointer.
 */
export function hitWall(
  scene: Scene,
  point: Point,
  zoom = 1,
  counts: (drawable: Drawable) => boolean = () => true,
): Hit | null {
  const reach = REACH / zoom
  const found = scene.within(grown({ x: point[0], y: point[1], width: 0, height: 0 }, reach)).filter(counts)
  const near = topmost(found, point, Math.min(reach, REACH_OVER_OTHERS / zoom))
  return near && near.part.name !== 'field' ? near : (topmost(found, point, reach) ?? near)
}

/** What lies under a pointer; `at` is in CSS pixels. */
export function hitAt(
  { scene, camera }: { scene: Scene; camera: Camera },
  at: Point,
  counts?: (drawable: Drawable) => boolean,
): Hit | null {
  return hitWall(scene, camera.toWorld(at), camera.view.get().zoom, counts)
}

function topmost(found: readonly Drawable[], point: Point, reach: number): Hit | null {
  for (let at = found.length - 1; at >= 0; at--) {
    const drawable = found[at]
    const part = drawable && hitCard(drawable, point, reach)
    if (drawable && part) return { drawable, part }
  }
  return null
}

import { contains, type Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import type { Scene } from '../scene'

/** The topmost theme or frame whose field a world point lies in; null when it lies on the bare wall. */
export function homeAt(
  scene: Pick<Scene, 'within'>,
  point: Point,
  isAllowed: (field: Drawable) => boolean = () => true,
): string | null {
  const here = scene.within({ x: point[0], y: point[1], width: 0, height: 0 })
  return (
    here.findLast((each) => each.kind.isField && contains(each.place, point) && isAllowed(each))?.id ?? null
  )
}

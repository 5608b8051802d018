import type { Box } from '../../board/camera'
import type { Session } from '../../board/session'

/** The box around cards as they stand on the wall, world units; undefined when none of them is there. */
export function boundsOf({ scene }: Session, ids: Iterable<string>): Box | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const id of ids) {
    const box = scene.get(id)?.bounds
    if (!box) continue
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return left === Number.POSITIVE_INFINITY
    ? undefined
    : { x: left, y: top, width: right - left, height: bottom - top }
}

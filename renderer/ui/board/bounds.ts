import type { Box } from '../../board/camera'
import type { Session } from '../../board/session'

/** The box around cards, in world units; undefined when none of them is there. */
export function boundsOf(session: Session, ids: Iterable<string>): Box | undefined {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const id of ids) {
    const card = session.records.get('cards', id)
    if (!card) continue
    left = Math.min(left, card.pos[0])
    top = Math.min(top, card.pos[1])
    right = Math.max(right, card.pos[0] + card.size[0])
    bottom = Math.max(bottom, card.pos[1] + card.size[1])
  }
  return left === Number.POSITIVE_INFINITY
    ? undefined
    : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The box around the whole wall; undefined when it is empty. */
export function boundsOfWall(session: Session): Box | undefined {
  return boundsOf(
    session,
    session.records.all('cards').map(({ id }) => id),
  )
}

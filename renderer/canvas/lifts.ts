import type { Drawable } from '#shared/cards/kind'
import type { Lift } from '../board/preview'
import type { Session } from '../board/session'

/** Everything lifted now, by this window and by others; a card this window holds is not moved by others. */
export function liftsOf({ preview, remote }: Pick<Session, 'preview' | 'remote'>): Lift[] {
  const own = [...preview.lifts.get().values()]
  const mine = idsOf(own)
  const isMine = ({ id }: Drawable) => mine.has(id)
  const others = remote.lifts().map(({ drawables, delta }) => ({
    delta,
    // The same list from frame to frame, so that what was made for it can be used again.
    drawables: drawables.some(isMine) ? drawables.filter((drawable) => !isMine(drawable)) : drawables,
  }))
  return [...others, ...own]
}

/** The ids of all lifted cards. */
export function idsOf(lifts: Iterable<Lift>): Set<string> {
  const ids = new Set<string>()
  for (const { drawables } of lifts) for (const { id } of drawables) ids.add(id)
  return ids
}

import { type Box, moved, touches } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { paintCard } from '#shared/cards/kinds'
import type { Lift } from '../board/preview'
import type { Session } from '../board/session'
import { createCanvasBrush } from './canvasBrush'
import type { Look } from './paintContext'

type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Paints the cards that touch a part of the world; the context is in world units. */
export function paintWorld(
  context: Context2d,
  session: Pick<Session, 'scene' | 'editing'>,
  look: Look,
  part: Box,
  scale: number,
  hidden: ReadonlySet<string>,
): void {
  const brush = createCanvasBrush(context)
  const paint = look.at(scale, session.editing.get())
  for (const drawable of session.scene.within(part))
    if (!hidden.has(drawable.id)) paintCard(brush, drawable, paint)
}

/** Paints those lifted cards that are in view, where they are held. */
export function paintLifts(
  context: Context2d,
  session: Pick<Session, 'editing' | 'camera'>,
  look: Look,
  lifts: Iterable<Lift>,
  scale: number,
): void {
  const brush = createCanvasBrush(context)
  const paint = look.at(scale, session.editing.get())
  const seen = session.camera.visible()
  for (const { drawables, delta } of lifts) {
    const part = moved(seen, [-delta[0], -delta[1]])
    brush.within(delta[0], delta[1], 0, 1, () => {
      for (const drawable of drawables) if (touches(drawable.bounds, part)) paintCard(brush, drawable, paint)
    })
  }
}

/** Everything lifted now, by this window and by others; a card this window holds is not moved by others. */
export function liftsOf({ preview, remote }: Pick<Session, 'preview' | 'remote'>): Lift[] {
  const own = [...preview.lifts.get().values()]
  const mine = idsOf(own)
  const others = remote.lifts().map(({ drawables, delta }) => ({
    delta,
    drawables: mine.size === 0 ? drawables : drawables.filter(({ id }: Drawable) => !mine.has(id)),
  }))
  return [...others, ...own]
}

/** The ids of all lifted cards. */
export function idsOf(lifts: Iterable<Lift>): Set<string> {
  const ids = new Set<string>()
  for (const { drawables } of lifts) for (const { id } of drawables) ids.add(id)
  return ids
}

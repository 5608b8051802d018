import type { Box } from '#shared/cards/box'
import { paintCard } from '#shared/cards/kinds'
import type { Session } from '../board/session'
import { createCanvasBrush } from './canvasBrush'
import type { Look } from './paintContext'
import type { ScaledPictures } from './scaledPictures'

type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Paints the cards that touch a part of the world; the context is in world units. */
export function paintWorld(
  context: Context2d,
  session: Pick<Session, 'scene' | 'editing'>,
  pictures: ScaledPictures,
  look: Look,
  part: Box,
  scale: number,
  hidden: ReadonlySet<string>,
): void {
  const brush = createCanvasBrush(context, pictures)
  const paint = look.at(scale, session.editing.get())
  for (const drawable of session.scene.within(part))
    if (!hidden.has(drawable.id)) paintCard(brush, drawable, paint)
}

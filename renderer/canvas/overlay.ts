import type { Colours } from '#shared/cards/colours'
import { paintInk } from '#shared/cards/inkPaint'
import { outlineOf } from '#shared/cards/inkShape'
import type { Session } from '../board/session'
import { createCanvasBrush } from './canvasBrush'

type Context = CanvasRenderingContext2D

/** Paints pen strokes under way, the others' below this window's; the context is in world units. */
export function paintLines(context: Context, { preview, remote }: Session, colours: Colours): void {
  const brush = createCanvasBrush(context)
  for (const line of [...remote.lines(), ...preview.lines.get().values()]) {
    const { points, width, pen, clip } = line
    const paint = () => paintInk(brush, outlineOf(points, width, pen), line, colours)
    if (clip) brush.clipped(clip.x, clip.y, clip.width, clip.height, paint)
    else paint()
  }
}

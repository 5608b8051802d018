import type { Colours } from '#shared/cards/colours'
import type { Session } from '../board/session'

type Context = CanvasRenderingContext2D

/** Half of the tick at each end of an equal gap, CSS pixels. */
const TICK = 5

/** Paints why things are held where they are, the selection box and loops, in CSS pixels. */
export function paintGuides(context: Context, session: Session, colours: Colours): void {
  paintHolds(context, session, colours)
  paintBand(context, session, colours)
}

function paintHolds(context: Context, { camera, preview }: Session, colours: Colours): void {
  // Not the blue of what is selected.
  context.strokeStyle = colours.tints.rose.edge
  context.lineWidth = 1
  for (const guides of preview.guides.get().values())
    for (const { kind, from, to } of guides) {
      const [x, y] = camera.toScreen(from).map(crisp) as [number, number]
      const [endX, endY] = camera.toScreen(to).map(crisp) as [number, number]
      context.beginPath()
      context.moveTo(x, y)
      context.lineTo(endX, endY)
      if (kind === 'gap') {
        const [across, down] = y === endY ? [0, TICK] : [TICK, 0]
        context.moveTo(x - across, y - down)
        context.lineTo(x + across, y + down)
        context.moveTo(endX - across, endY - down)
        context.lineTo(endX + across, endY + down)
      }
      context.stroke()
    }
}

/** A line of one pixel is sharp in the middle of a pixel. */
const crisp = (value: number): number => Math.round(value) + 0.5

function paintBand(context: Context, { camera, preview }: Session, colours: Colours): void {
  context.fillStyle = `${colours.focus}14`
  context.strokeStyle = colours.focus
  context.lineWidth = 1
  const band = preview.band.get()
  if (band) {
    const [x, y] = camera.toScreen([band.x, band.y])
    const { zoom } = camera.view.get()
    context.fillRect(x, y, band.width * zoom, band.height * zoom)
    context.strokeRect(x, y, band.width * zoom, band.height * zoom)
  }
  for (const points of preview.loops.get().values()) {
    context.beginPath()
    for (const point of points) context.lineTo(...camera.toScreen(point))
    context.fill('evenodd')
    context.stroke()
    const [first] = points
    const last = points.at(-1)
    if (!first || !last) continue
    // How the loop would close.
    context.setLineDash([4, 4])
    context.beginPath()
    context.moveTo(...camera.toScreen(last))
    context.lineTo(...camera.toScreen(first))
    context.stroke()
    context.setLineDash([])
  }
}

import type { Point } from '#shared/cards/box'
import type { Colours } from '#shared/cards/colours'
import { lineOf } from '#shared/cards/connector'
import type { Drawable } from '#shared/cards/kind'
import { toWorld, uprightBox } from '#shared/cards/kinds'
import { pointAt } from '#shared/cards/polyline'
import type { Session } from '../board/session'
import { dotPoint, PORTS, portedCard, pullable } from '../board/tools/ports'

type Context = CanvasRenderingContext2D

/** Paints a selected connector's line and, where they may be pulled, its ends; the context is in CSS pixels. */
export function paintLineMark(context: Context, session: Session, line: Drawable, colours: Colours): void {
  const { camera } = session
  const points = lineOf(line)
  context.save()
  context.strokeStyle = `${colours.focus}55`
  context.lineWidth = 9
  context.lineJoin = context.lineCap = 'round'
  context.beginPath()
  for (let at = 0; at < points.length / 2; at++) context.lineTo(...camera.toScreen(pointAt(points, at)))
  context.stroke()
  context.restore()
  if (pullable(session)?.id !== line.id || session.editing.get() === line.id) return
  for (const end of [0, -1])
    paintDot(context, camera.toScreen(pointAt(points, end)), 6, '#FFFFFF', colours.focus)
}

/** Paints the dots that connectors are drawn from, and where one under way would be joined. */
export function paintPorts(context: Context, session: Session, colours: Colours): void {
  const { camera, preview, scene, editing } = session
  const card = portedCard(session)
  const isResting = preview.lifts.get().size === 0 && preview.band.get() === null && editing.get() === null
  if (card && isResting)
    for (const port of PORTS) paintDot(context, dotPoint(session, card, port), 5, colours.focus, '#FFFFFF')
  for (const id of preview.aims.get().values()) {
    const aim = scene.get(id)
    if (!aim) continue
    const box = uprightBox(aim.place)
    const { zoom } = camera.view.get()
    const [x, y] = camera.toScreen([box.x, box.y])
    context.strokeStyle = colours.accent
    context.lineWidth = 3
    context.beginPath()
    context.roundRect(x - 4, y - 4, box.width * zoom + 8, box.height * zoom + 8, 8)
    context.stroke()
    for (const [across, down] of PORTS) {
      const at = toWorld(aim.place, [across * aim.place.width, down * aim.place.height])
      paintDot(context, camera.toScreen(at), 5, '#FFFFFF', colours.accent)
    }
  }
}

function paintDot(context: Context, [x, y]: Point, radius: number, fill: string, edge: string): void {
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = edge
  context.lineWidth = 2
  context.stroke()
}

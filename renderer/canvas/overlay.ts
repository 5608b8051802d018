import { type Box, unionOf } from '#shared/cards/box'
import type { Colours } from '#shared/cards/colours'
import { paintInk } from '#shared/cards/inkPaint'
import { outlineOf } from '#shared/cards/inkShape'
import { uprightBox } from '#shared/cards/kinds'
import type { Lift } from '../board/preview'
import type { Session } from '../board/session'
import { HANDLES, handlePoint, resizable } from '../board/tools/handles'
import { createCanvasBrush } from './canvasBrush'
import { paintLineMark, paintPorts } from './connectorMarks'
import { cssFont } from './fonts'
import { liftsOf } from './lifts'
import { paintLight } from './light'
import { MANY_SELECTED } from './manySelected'
import { colourOfPeer } from './peerColours'

type Context = CanvasRenderingContext2D

/** Paints what lies over the cards, in CSS pixels: selection, handles, the selection box. */
export function paintMarks(context: Context, session: Session, colours: Colours): void {
  const { camera, selection, scene, preview, editing } = session
  const lifts = liftsOf(session)
  const shifts = liftedBoxes(lifts)
  const { zoom } = camera.view.get()
  context.strokeStyle = colours.focus
  context.lineWidth = 2
  const outline = ({ x, y, width, height }: Box) => {
    const [left, top] = camera.toScreen([x, y])
    context.beginPath()
    context.roundRect(left - 3, top - 3, width * zoom + 6, height * zoom + 6, Math.min(14, 12 * zoom + 3))
    context.stroke()
  }
  const ids = selection.ids.get()
  if (ids.size > MANY_SELECTED) {
    // Hundreds of outlines would cost more than the cards; what is held together is seen by one around it.
    const held = unionOf([...shifts].flatMap(([id, box]) => (ids.has(id) ? [box] : [])))
    if (held) outline(held)
  } else
    for (const id of ids) {
      const drawable = scene.get(id)
      if (!drawable) continue
      if (drawable.kind.isLine) {
        const held = lifts.flatMap(({ drawables }) => drawables.find((each) => each.id === id) ?? [])
        paintLineMark(context, session, held[0] ?? drawable, colours)
        context.strokeStyle = colours.focus
        context.lineWidth = 2
        continue
      }
      // What is locked has no handles, and a line that a hand cannot take hold of.
      context.setLineDash(drawable.card.locked ? [3, 5] : [])
      outline(shifts.get(id) ?? uprightBox(drawable.place))
    }
  context.setLineDash([])
  const single = resizable(session)
  if (single && editing.get() !== single.id) {
    const box = shifts.get(single.id) ?? single.place
    context.fillStyle = '#FFFFFF'
    for (const handle of HANDLES) {
      const [x, y] = camera.toScreen(handlePoint(box, handle))
      context.beginPath()
      context.roundRect(x + handle.across * 3 - 5, y + handle.down * 3 - 5, 10, 10, 3)
      context.fill()
      context.stroke()
    }
  }
  paintPorts(context, session, colours)
  const band = preview.band.get()
  if (!band) return
  const [x, y] = camera.toScreen([band.x, band.y])
  context.fillStyle = `${colours.focus}14`
  context.lineWidth = 1
  context.fillRect(x, y, band.width * zoom, band.height * zoom)
  context.strokeRect(x, y, band.width * zoom, band.height * zoom)
}

function liftedBoxes(lifts: readonly Lift[]): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const { drawables, delta } of lifts)
    for (const { id, place } of drawables) {
      const box = uprightBox(place)
      boxes.set(id, { ...box, x: box.x + delta[0], y: box.y + delta[1] })
    }
  return boxes
}

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

/** Paints other people's cursors with their names, or only their laser pointers, in CSS pixels. */
export function paintCursors(context: Context, { remote, camera }: Session, onlyLights = false): void {
  context.font = cssFont({ face: 'card', size: 13, weight: 600 })
  context.direction = 'ltr'
  context.textAlign = 'left'
  for (const { peer, name, at, isLight } of remote.cursors()) {
    if (onlyLights && !isLight) continue
    const [x, y] = camera.toScreen(at)
    const colour = colourOfPeer(peer)
    if (isLight) paintLight(context, x, y)
    else paintArrow(context, x, y, colour)
    if (name === '') continue
    context.fillStyle = colour
    const short = name.length > 24 ? `${name.slice(0, 23)}…` : name
    const width = context.measureText(short).width
    context.beginPath()
    context.roundRect(x + 12, y + 14, width + 14, 22, 6)
    context.fill()
    context.fillStyle = '#FFFFFF'
    context.fillText(short, x + 19, y + 29.5)
  }
}

function paintArrow(context: Context, x: number, y: number, colour: string): void {
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + 4.5, y + 16)
  context.lineTo(x + 8, y + 9.5)
  context.lineTo(x + 15, y + 8)
  context.closePath()
  context.fillStyle = colour
  context.strokeStyle = '#FFFFFF'
  context.lineWidth = 1.5
  context.fill()
  context.stroke()
}

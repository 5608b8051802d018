import type { Colours } from '#shared/cards/colours'
import { paintInk } from '#shared/cards/inkPaint'
import { outlineOf } from '#shared/cards/inkShape'
import type { Session } from '../board/session'
import { createCanvasBrush } from './canvasBrush'
import { cssFont } from './fonts'
import { paintLight } from './light'
import { colourOfPeer } from './peerColours'

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

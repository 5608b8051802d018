import type { Point } from '#shared/cards/box'
import type { RemoteCursor } from '../board/remotePreview'
import type { Session } from '../board/session'
import { cssFont } from './fonts'
import { paintLight } from './light'
import { colourOfPeer } from './peerColours'
import { shortName } from './shortName'

type Context = CanvasRenderingContext2D

/** CSS pixels. */
const LABEL = { height: 22, padding: 7, radius: 6, baseline: 15.5, across: 12, down: 14 } as const
/** The arrow reaches so far from its tip. */
const ARROW = 16
/** In a crowd of more cursors only those that have just moved (ms) carry their names. */
const FEW = 8
const JUST_MOVED = 3_000
/** A pointer that has rested so long (ms) is seen less. */
const RESTING = 15_000
const RESTED = 0.4

/**
 * Paints other people's cursors with their names, in CSS pixels; `onlyLights` leaves the arrows out. Whoever writes is
 * where their caret is: their arrow would lie on, or half behind, the words.
 */
export function paintCursors(
  context: Context,
  { remote, camera, replica }: Session,
  now: number,
  onlyLights = false,
): void {
  const screen = camera.viewport.get()
  const presences = replica.presences.get()
  const seen = remote
    .cursors()
    .filter(({ peer, isLight }) => isLight || (!onlyLights && !presences.get(peer)?.caret))
    .map((cursor) => ({ cursor, at: camera.toScreen(cursor.at) }))
    .filter(({ at: [x, y] }) => x > -ARROW && y > -ARROW && x < screen.width && y < screen.height)
  context.save()
  context.font = cssFont({ face: 'card', size: 13, weight: 600 })
  context.direction = 'ltr'
  context.textAlign = 'left'
  for (const { cursor, at } of seen) {
    const isResting = now - cursor.movedAt > RESTING
    context.globalAlpha = isResting && !cursor.isLight ? RESTED : 1
    if (cursor.isLight) paintLight(context, ...at)
    else paintArrow(context, at, colourOfPeer(cursor.peer))
    if (seen.length <= FEW || now - cursor.movedAt <= JUST_MOVED) paintName(context, cursor, at, screen)
  }
  context.restore()
}

interface Screen {
  readonly width: number
  readonly height: number
}

/** Where a name of this width stands beside the tip of an arrow: on its other side where the screen ends. */
export function labelSpot([x, y]: Point, width: number, screen: Screen): Point {
  const right = x + LABEL.across
  const below = y + LABEL.down
  return [
    right + width <= screen.width ? right : Math.max(0, x - 4 - width),
    below + LABEL.height <= screen.height ? below : y - 6 - LABEL.height,
  ]
}

function paintName(context: Context, { peer, name }: RemoteCursor, at: Point, screen: Screen): void {
  if (name === '') return
  const short = shortName(name)
  const width = context.measureText(short).width + 2 * LABEL.padding
  const [x, y] = labelSpot(at, width, screen)
  context.beginPath()
  context.roundRect(x, y, width, LABEL.height, LABEL.radius)
  context.fillStyle = colourOfPeer(peer)
  context.fill()
  context.fillStyle = '#FFFFFF'
  context.fillText(short, x + LABEL.padding, y + LABEL.baseline)
}

function paintArrow(context: Context, [x, y]: Point, colour: string): void {
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

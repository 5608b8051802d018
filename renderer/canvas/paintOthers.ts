import type { Box } from '#shared/cards/box'
import type { Colours } from '#shared/cards/colours'
import type { Place } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import type { Session } from '../board/session'
import { cssFont } from './fonts'
import { freeSpot, marksOfOthers, type OtherMark } from './otherMarks'
import { colourOfPeer, lineOfPeer } from './peerColours'
import { shortName } from './shortName'

type Context = CanvasRenderingContext2D

/** CSS pixels between a card and the outline: outside that of one's own selection. */
const GAP = 6
const LABEL = { height: 20, padding: 7, radius: 5, baseline: 14, pencil: 14 } as const
/** Below this zoom cards are too small for an outline to tell anything, and below the other for a name. */
const LEAST_ZOOM = 0.12
const LEAST_ZOOM_NAMED = 0.45
/** Names at most, of those who chose last: looking for free spots costs more than painting. */
const MOST_NAMES = 10
/** A choice that fades loses its name before its outline. */
const NAMED_FROM = 0.7

/** Paints what the others have chosen and write in, in CSS pixels: thin outlines with small names. */
export function paintOthers(context: Context, session: Session, colours: Colours, now: number): void {
  const { zoom } = session.camera.view.get()
  if (zoom < LEAST_ZOOM) return
  const marks = marksOfOthers(session, now)
  context.save()
  for (const mark of marks) paintOutline(context, session, mark, colours)
  const names: Box[] = []
  if (zoom >= LEAST_ZOOM_NAMED)
    for (const mark of marks.slice(0, MOST_NAMES)) paintName(context, session, mark, names)
  context.restore()
}

function paintOutline(context: Context, { camera }: Session, mark: OtherMark, colours: Colours): void {
  const { x, y, width, height, rotation } = mark.place
  const { zoom } = camera.view.get()
  const [cx, cy] = camera.toScreen([x + width / 2, y + height / 2])
  const across = width * zoom + 2 * GAP
  const down = height * zoom + 2 * GAP
  context.save()
  context.globalAlpha = mark.strength
  context.translate(cx, cy)
  context.rotate((rotation * Math.PI) / 180)
  context.beginPath()
  context.roundRect(-across / 2, -down / 2, across, down, Math.min(14, 12 * zoom + 4))
  // A rim of paper keeps the line in sight on any card.
  context.strokeStyle = colours.paper
  context.lineWidth = 4
  context.stroke()
  context.strokeStyle = lineOfPeer(mark.people[0]?.peer ?? 0, colours)
  context.lineWidth = mark.isWriting ? 2.5 : 1.5
  if (mark.isGroup) context.setLineDash([7, 5])
  context.stroke()
  context.restore()
}

function paintName(context: Context, session: Session, mark: OtherMark, names: Box[]): void {
  const words = wordsOf(mark)
  if (mark.strength < NAMED_FROM || (words === '' && !mark.isWriting)) return
  context.font = cssFont({ face: 'card', size: 13, weight: 600 })
  const pencil = mark.isWriting ? LABEL.pencil + (words === '' ? 0 : 4) : 0
  const width = (words === '' ? 0 : context.measureText(words).width) + pencil + 2 * LABEL.padding
  const spot = freeSpot(session, outlineOf(session, mark.place), [width, LABEL.height], names)
  if (!spot) return
  const [x, y] = spot
  names.push({ x, y, width, height: LABEL.height })
  context.globalAlpha = mark.strength
  context.fillStyle = colourOfPeer(mark.people[0]?.peer ?? 0)
  context.beginPath()
  context.roundRect(x, y, width, LABEL.height, LABEL.radius)
  context.fill()
  if (mark.isWriting) paintPencil(context, x + LABEL.padding, y + (LABEL.height - LABEL.pencil) / 2)
  context.fillStyle = '#FFFFFF'
  context.direction = 'ltr'
  context.textAlign = 'left'
  context.fillText(words, x + LABEL.padding + pencil, y + LABEL.baseline)
}

function outlineOf({ camera }: Session, place: Place) {
  const box = uprightBox(place)
  const { zoom } = camera.view.get()
  const [x, y] = camera.toScreen([box.x, box.y])
  const grown = 2 * GAP
  return { x: x - GAP, y: y - GAP, width: box.width * zoom + grown, height: box.height * zoom + grown }
}

/** The first name, and how many more there are. */
function wordsOf({ people }: OtherMark): string {
  const named = people.find(({ name }) => name !== '')?.name
  if (named === undefined) return ''
  const short = shortName(named)
  return people.length > 1 ? `${short} +${people.length - 1}` : short
}

/** A pencil of 14 pixels, lying as one writes. */
function paintPencil(context: Context, x: number, y: number): void {
  context.beginPath()
  context.moveTo(x + 1, y + 13)
  context.lineTo(x + 2, y + 9)
  context.lineTo(x + 9.5, y + 1.5)
  context.lineTo(x + 12.5, y + 4.5)
  context.lineTo(x + 5, y + 12)
  context.closePath()
  context.fillStyle = '#FFFFFF'
  context.fill()
}

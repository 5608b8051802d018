import type { Colours } from '#shared/cards/colours'
import { uprightBox } from '#shared/cards/kinds'
import { termsOf } from '#shared/search/find'
import type { Session } from '../board/session'
import { paintFoundWords } from './foundWords'
import type { Look } from './paintContext'

type Context = CanvasRenderingContext2D

/** More rings than this say no more, and would cost a frame; those nearest in order are shown. */
const MOST = 400
/** CSS pixels; a card that is smaller still has a ring one can see. */
const LEAST = 12

/** Rings the cards that a search found, marks the words on them and points at the one it shows, in CSS pixels. */
export function paintHits(context: Context, { find, scene, camera, editing }: Session, look: Look): void {
  const { ids, at, query } = find.found.get()
  if (ids.length === 0) return
  const { colours } = look
  const terms = termsOf(query)
  const first = Math.max(0, Math.min(at - MOST / 2, ids.length - MOST))
  const { zoom } = camera.view.get()
  const { width: wide, height: high } = camera.viewport.get()
  context.save()
  for (const [index, id] of ids.slice(first, first + MOST).entries()) {
    const drawable = scene.get(id)
    if (!drawable) continue
    const box = uprightBox(drawable.place)
    const [x, y] = camera.toScreen([box.x, box.y])
    const width = Math.max(LEAST, box.width * zoom)
    const height = Math.max(LEAST, box.height * zoom)
    if (x > wide || y > high || x + width < 0 || y + height < 0) continue
    const isShown = first + index === at
    // While a card is written in, the field over it shows its words.
    const isRead = editing.get() === null && paintFoundWords(context, camera, look, drawable, query, terms)
    const gap = isShown ? 6 : 3
    context.beginPath()
    context.roundRect(x - gap, y - gap, width + 2 * gap, height + 2 * gap, Math.min(14, 10 * zoom + gap))
    if (isShown) {
      context.strokeStyle = colours.paper
      context.lineWidth = 8
      context.stroke()
    } else if (!isRead) {
      context.fillStyle = `${colours.accent}1F`
      context.fill()
    }
    context.strokeStyle = colours.accent
    context.lineWidth = isShown ? 4 : 2
    context.stroke()
    if (isShown) paintPointer(context, x + width / 2, y - gap - 6, colours)
  }
  context.restore()
}

/** A mark above the card: the second sign beside the thicker ring. */
function paintPointer(context: Context, x: number, y: number, colours: Colours): void {
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x - 10, y - 14)
  context.lineTo(x + 10, y - 14)
  context.closePath()
  context.fillStyle = colours.accent
  context.strokeStyle = colours.paper
  context.lineWidth = 2
  context.stroke()
  context.fill()
}

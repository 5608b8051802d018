import { TINTS } from '#shared/board/vocabulary'
import { uprightBox } from '#shared/cards/kinds'
import type { Session } from '../board/session'
import { cssFont } from './fonts'
import type { Look } from './paintContext'

/** World units that the soft field of a proposal reaches beyond a card; near cards of one field flow together. */
const REACH = 14
const BADGE = 13

/** Paints soft fields around the cards of each proposal and its number on each of them, in CSS pixels. */
export function paintProposals(
  context: CanvasRenderingContext2D,
  { suggestions, scene, camera }: Pick<Session, 'suggestions' | 'scene' | 'camera'>,
  { colours }: Look,
): void {
  const now = suggestions.state.get()
  if (now.state !== 'shown') return
  const shown = suggestions.shown.get()
  const { zoom } = camera.view.get()
  context.save()
  context.lineWidth = 2
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.font = cssFont({ face: 'card', size: 13, weight: 600 })
  for (const { key, cards } of now.proposals) {
    const colour = colours.tints[TINTS[key % (TINTS.length - 1)] ?? 'sky'].edge
    const isQuiet = shown !== null && shown !== key
    const boxes = cards.flatMap((id) => {
      const place = scene.get(id)?.place
      if (!place) return []
      const box = uprightBox(place)
      const [x, y] = camera.toScreen([box.x - REACH, box.y - REACH])
      return [{ x, y, width: (box.width + 2 * REACH) * zoom, height: (box.height + 2 * REACH) * zoom }]
    })
    const field = new Path2D()
    const around = new Path2D()
    for (const { x, y, width, height } of boxes) {
      const radius = Math.min(18, 18 * zoom + 4)
      field.roundRect(x, y, width, height, radius)
      around.roundRect(x, y, width, height, radius)
      // The colours of the cards themselves stay what they are.
      const rim = REACH * zoom
      around.roundRect(x + rim, y + rim, width - 2 * rim, height - 2 * rim, 10 * zoom)
    }
    context.globalAlpha = isQuiet ? 0.35 : 1
    context.fillStyle = `${colour}${shown === key ? '66' : '38'}`
    context.fill(around, 'evenodd')
    context.setLineDash(shown === key ? [] : [7, 5])
    context.strokeStyle = colour
    context.stroke(field)
    context.setLineDash([])
    for (const { x, y } of boxes) {
      context.beginPath()
      context.arc(x + BADGE, y + BADGE, BADGE, 0, 2 * Math.PI)
      context.fillStyle = colour
      context.fill()
      context.fillStyle = colours.paper
      context.fillText(String(key + 1), x + BADGE, y + BADGE + 1)
    }
  }
  context.restore()
}

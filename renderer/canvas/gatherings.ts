import type { Session } from '../board/session'
import { cssFont } from './fonts'
import type { Look } from './paintContext'

const LABEL = 15
const LABEL_HEIGHT = 30

/** Paints the fields that say which cards a release would group, in CSS pixels. */
export function paintGatherings(
  context: CanvasRenderingContext2D,
  { preview, camera }: Pick<Session, 'preview' | 'camera'>,
  { colours, words }: Look,
): void {
  const { zoom } = camera.view.get()
  for (const field of preview.gatherings.get().values()) {
    const [x, y] = camera.toScreen([field.x, field.y])
    const width = field.width * zoom
    context.save()
    context.beginPath()
    context.roundRect(x, y, width, field.height * zoom, 20 * Math.min(1, zoom))
    context.fillStyle = `${colours.accent}1F`
    context.fill()
    context.strokeStyle = colours.accent
    context.lineWidth = 2
    context.setLineDash([8, 6])
    context.stroke()
    context.font = cssFont({ face: 'card', size: LABEL, weight: 600 })
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    const across = context.measureText(words.letGoToGroup).width + 24
    const middle = x + width / 2
    context.fillStyle = colours.accent
    context.beginPath()
    context.roundRect(middle - across / 2, y - LABEL_HEIGHT - 8, across, LABEL_HEIGHT, 6)
    context.fill()
    context.fillStyle = colours.paper
    context.fillText(words.letGoToGroup, middle, y - LABEL_HEIGHT / 2 - 8)
    context.restore()
  }
}

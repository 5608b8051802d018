import type { Session } from '../board/session'
import { liftsOf } from './lifts'

/** Enough of the wall stays in sight to tell where the card hangs. */
const SHADE = 'rgba(18, 16, 12, 0.72)'
/** CSS pixels around the card. */
const GAP = 10

/** Darkens everything but the card that the room looks at, in CSS pixels. */
export function paintSpotlight(context: CanvasRenderingContext2D, session: Session): void {
  const { guided, scene, camera } = session
  const id = guided.spotlit.get()
  const drawable = id === null ? undefined : scene.get(id)
  if (!drawable) return
  const held = liftsOf(session).find(({ drawables }) => drawables.some((each) => each.id === id))
  const [dx, dy] = held?.delta ?? [0, 0]
  const { x, y, width, height, rotation } = drawable.place
  const { zoom } = camera.view.get()
  const { width: wide, height: high } = camera.viewport.get()
  const [cx, cy] = camera.toScreen([x + dx + width / 2, y + dy + height / 2])
  const across = width * zoom + 2 * GAP
  const down = height * zoom + 2 * GAP
  const shade = new Path2D()
  shade.rect(0, 0, wide, high)
  const hole = new Path2D()
  hole.roundRect(-across / 2, -down / 2, across, down, 16)
  shade.addPath(hole, new DOMMatrix().translate(cx, cy).rotate(rotation))
  context.save()
  context.fillStyle = SHADE
  context.fill(shade, 'evenodd')
  context.restore()
}

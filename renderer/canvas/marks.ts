import { grown, moved, touches, unionOf } from '#shared/cards/box'
import type { Colours } from '#shared/cards/colours'
import type { Place } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import type { Camera } from '../board/camera'
import type { Lift } from '../board/preview'
import type { Session } from '../board/session'
import { type Grasp, graspOf, handlePoint, handlesOf } from '../board/tools/handles'
import { paintLineMark, paintPorts } from './connectorMarks'
import { liftOfAll, liftsOf } from './lifts'
import { MANY_SELECTED } from './manySelected'

type Context = CanvasRenderingContext2D

const NONE: ReadonlyMap<string, Place> = new Map()

/** Paints what lies over the cards, in CSS pixels: what is selected and its handles. */
export function paintMarks(context: Context, session: Session, colours: Colours): void {
  const { camera, selection, scene, editing, preview } = session
  const { zoom } = camera.view.get()
  const lifts = liftsOf(session)
  const grasp = graspOf(session)
  const ids = selection.ids.get()
  const isCrowd = ids.size > MANY_SELECTED
  const together = isCrowd && grasp ? liftOfAll(lifts, grasp.drawables) : undefined
  const lifted = together ? NONE : liftedPlaces(lifts)
  const seen = grown(camera.visible(), 24 / zoom)
  context.strokeStyle = colours.focus
  context.lineWidth = 2
  const round = Math.min(14, 12 * zoom + 3)
  const place =
    grasp && (together ? { ...grasp.place, ...moved(grasp.place, together.delta) } : placeNow(grasp, lifted))
  if (isCrowd) {
    // Hundreds of outlines would cost more than the cards; what is held together is seen by one around it.
    const held = together
      ? place
      : unionOf([...lifted].flatMap(([id, at]) => (ids.has(id) ? [uprightBox(at)] : [])))
    if (held) outline(context, camera, { ...held, rotation: 0 }, 3, round)
  } else
    for (const id of ids) {
      const drawable = scene.get(id)
      const place = lifted.get(id) ?? drawable?.place
      if (!drawable || !place || !touches(uprightBox(place), seen)) continue
      if (drawable.kind.isLine) {
        const held = lifts.flatMap(({ drawables }) => drawables.find((each) => each.id === id) ?? [])
        paintLineMark(context, session, held[0] ?? drawable, colours)
        context.strokeStyle = colours.focus
        context.lineWidth = 2
        continue
      }
      // What is locked has no handles, and a line that a hand cannot take hold of.
      context.setLineDash(drawable.card.locked ? [3, 5] : [])
      outline(context, camera, place, 3, round)
    }
  context.setLineDash([])
  const isWriting = grasp?.isOne === true && editing.get() !== null
  // Nobody pulls at what is carried or still being chosen; the guides and the loop are easier to see.
  const isCarried = [...preview.lifts.get().values()].some(({ delta }) => delta[0] !== 0 || delta[1] !== 0)
  const isChosen = preview.loops.get().size === 0 && preview.band.get() === null
  if (grasp && place && !isWriting && !isCarried && isChosen)
    paintHandles(context, session, { ...grasp, place }, colours)
  paintPorts(context, session, colours)
}

function paintHandles(context: Context, { camera }: Session, grasp: Grasp, colours: Colours): void {
  const { zoom } = camera.view.get()
  const { place } = grasp
  if (!grasp.isOne) {
    context.lineWidth = 1
    outline(context, camera, place, 8, 4)
    context.lineWidth = 2
  }
  context.fillStyle = '#FFFFFF'
  for (const handle of handlesOf(grasp, zoom)) {
    const [x, y] = camera.toScreen(handlePoint(place, handle, zoom))
    const away = grasp.isOne ? 3 : 8
    context.save()
    context.translate(x, y)
    context.rotate((place.rotation * Math.PI) / 180)
    if (handle.name === 'turn') paintTurn(context, colours)
    else {
      const { across, down } = handle
      const isCorner = across !== 0 && down !== 0
      const [width, height] = isCorner ? [10, 10] : across === 0 ? [18, 7] : [7, 18]
      context.beginPath()
      context.roundRect(across * away - width / 2, down * away - height / 2, width, height, 3)
      context.fill()
      context.stroke()
    }
    context.restore()
  }
}

/** A disc with an arrow that goes round. */
function paintTurn(context: Context, colours: Colours): void {
  context.beginPath()
  context.arc(0, 0, 9, 0, Math.PI * 2)
  context.fill()
  context.stroke()
  context.save()
  context.lineWidth = 1.5
  context.beginPath()
  context.arc(0, 0, 4.2, -Math.PI * 0.35, Math.PI * 1.2)
  context.stroke()
  context.fillStyle = colours.focus
  context.beginPath()
  context.moveTo(-0.5, -4.4)
  context.lineTo(3.6, -6.2)
  context.lineTo(3.9, -1.8)
  context.fill()
  context.restore()
}

/** Where the handles are while their cards are held. */
function placeNow({ place, drawables, isOne }: Grasp, lifted: ReadonlyMap<string, Place>): Place {
  const places = drawables.map((drawable) => lifted.get(drawable.id) ?? drawable.place)
  if (isOne) return places[0] ?? place
  const box = unionOf(places.map(uprightBox))
  return box ? { ...box, rotation: 0 } : place
}

/** A line around a place, `away` CSS pixels from it. */
function outline(context: Context, camera: Camera, place: Place, away: number, radius: number): void {
  const { zoom } = camera.view.get()
  const [x, y] = camera.toScreen([place.x + place.width / 2, place.y + place.height / 2])
  const width = place.width * zoom + 2 * away
  const height = place.height * zoom + 2 * away
  context.save()
  context.translate(x, y)
  context.rotate((place.rotation * Math.PI) / 180)
  context.beginPath()
  context.roundRect(-width / 2, -height / 2, width, height, radius)
  context.stroke()
  context.restore()
}

function liftedPlaces(lifts: readonly Lift[]): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { drawables, delta } of lifts)
    for (const { id, place } of drawables)
      places.set(id, { ...place, x: place.x + delta[0], y: place.y + delta[1] })
  return places
}

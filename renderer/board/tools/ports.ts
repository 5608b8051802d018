import type { End } from '#shared/board/fields'
import type { Point } from '#shared/cards/box'
import { lineOf } from '#shared/cards/connector'
import type { Drawable } from '#shared/cards/kind'
import { toWorld } from '#shared/cards/kinds'
import { pointAt } from '#shared/cards/polyline'
import { hitAt } from '../hit'
import type { PointerEventData } from '../input'
import { HANDLE_REACH } from './handles'
import { apart, type Bench } from './tool'

type Wall = Pick<Bench, 'selection' | 'scene' | 'camera' | 'canWrite'>

/** A place on a card's edge that connectors are drawn from and pinned to; parts of the card from 0 to 1. */
export type Port = readonly [number, number]

export const PORTS: readonly Port[] = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
]

/** CSS pixels between a card's edge and the dot that a connector is drawn from. */
const PORT_GAP = 18
/** CSS pixels from a port within which an end is pinned to it. */
const PIN_REACH = 14
/** CSS pixels of a card below which its dots would cover it. */
const SMALLEST = 44

/** True for what a connector can be joined to. */
export const isJoinable = ({ kind }: Drawable): boolean => !kind.isLine

/** The one selected card that connectors may be drawn from; undefined when there is none. */
export function portedCard({ selection, scene, camera, canWrite }: Wall): Drawable | undefined {
  const ids = selection.ids.get()
  const [id] = ids
  if (id === undefined || ids.size !== 1 || !canWrite.get()) return undefined
  const drawable = scene.get(id)
  if (!drawable || !isJoinable(drawable)) return undefined
  const { width, height } = drawable.place
  return Math.min(width, height) * camera.view.get().zoom >= SMALLEST ? drawable : undefined
}

/** Where the dot of a port is, in CSS pixels. */
export function dotPoint(
  { camera }: Pick<Bench, 'camera'>,
  { place }: Drawable,
  [across, down]: Port,
): Point {
  const gap = PORT_GAP / camera.view.get().zoom
  return camera.toScreen(
    toWorld(place, [
      across * place.width + (across - 0.5) * 2 * gap * Number(down === 0.5),
      down * place.height + (down - 0.5) * 2 * gap * Number(across === 0.5),
    ]),
  )
}

/** The dot under the pointer; undefined when there is none. */
export function dotAt(bench: Wall, { at, device }: PointerEventData): Drawable | undefined {
  const drawable = portedCard(bench)
  const isNear = (port: Port) =>
    drawable && apart(dotPoint(bench, drawable, port), at) <= HANDLE_REACH[device]
  return PORTS.some(isNear) ? drawable : undefined
}

/** The one selected connector whose ends may be pulled; undefined when there is none. */
export function pullable({ selection, scene, canWrite }: Omit<Wall, 'camera'>): Drawable | undefined {
  const ids = selection.ids.get()
  const [id] = ids
  if (id === undefined || ids.size !== 1 || !canWrite.get()) return undefined
  const drawable = scene.get(id)
  return drawable?.kind.isLine && !drawable.card.locked ? drawable : undefined
}

/** Which end of the selected connector is under the pointer; undefined when neither is. */
export function endGripAt(
  bench: Wall,
  { at, device }: PointerEventData,
): { readonly drawable: Drawable; readonly which: 0 | 1 } | undefined {
  const drawable = pullable(bench)
  if (!drawable) return undefined
  const isNear = (which: number) =>
    apart(bench.camera.toScreen(pointAt(lineOf(drawable), which)), at) <= HANDLE_REACH[device]
  if (isNear(-1)) return { drawable, which: 1 }
  return isNear(0) ? { drawable, which: 0 } : undefined
}

/**
 * The end that a connector has at a point of the screen: pinned to a port when it is near one, else on the
 * card there, wherever that is best, else on the wall. It never ends on `other`, where its other end is.
 */
export function endAt(bench: Pick<Bench, 'scene' | 'camera'>, at: Point, other: string | null): End {
  const hit = hitAt(bench, at, (drawable) => isJoinable(drawable) && drawable.id !== other)
  if (!hit || hit.part.name === 'field') {
    const [x, y] = bench.camera.toWorld(at)
    return { card: null, at: [Math.round(x), Math.round(y)] }
  }
  const { id, place } = hit.drawable
  const port = PORTS.find(([across, down]) => {
    const there = bench.camera.toScreen(toWorld(place, [across * place.width, down * place.height]))
    return apart(there, at) <= PIN_REACH
  })
  return { card: id, at: port ?? null }
}

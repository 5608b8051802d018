import { type Point, unionOf } from '#shared/cards/box'
import type { Drawable, Place } from '#shared/cards/kind'
import { toLocal, toWorld, uprightBox } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { movable } from '../members'
import type { Scene } from '../scene'
import type { Bench } from './tool'

/** Which way a handle pulls: -1 towards the start, 1 towards the end, 0 not that way. */
export interface PullHandle {
  readonly name: 'pull'
  readonly across: -1 | 0 | 1
  readonly down: -1 | 0 | 1
}
export type Handle = PullHandle | { readonly name: 'turn' }

/** What the handles pull at: one card as it stands, or the upright box around several. */
export interface Grasp {
  readonly place: Place
  /** The cards that change with it. */
  readonly drawables: readonly Drawable[]
  readonly isOne: boolean
  readonly pulls: boolean
  readonly turns: boolean
  /** Width and height cannot change apart. */
  readonly keepsShape: boolean
}

type Hand = Pick<Bench, 'selection' | 'scene' | 'canWrite'>

const pull = (across: -1 | 0 | 1, down: -1 | 0 | 1): PullHandle => ({ name: 'pull', across, down })
const CORNERS = [pull(-1, -1), pull(1, -1), pull(1, 1), pull(-1, 1)]
const EDGES = [pull(0, -1), pull(1, 0), pull(0, 1), pull(-1, 0)]
const TURN: Handle = { name: 'turn' }

/** CSS pixels around a handle's middle that grab it. */
export const HANDLE_REACH = { mouse: 9, pen: 12, touch: 24 } as const
/** CSS pixels outside and inside an edge that grab it. */
const EDGE_OUTSIDE = 8
const EDGE_INSIDE = 2
/** A side that is shorter on the screen (CSS pixels) is all corners; a fingertip finds only corners. */
const SHORTEST = { mouse: 32, pen: 48, touch: Number.POSITIVE_INFINITY } as const
/** What is smaller on the screen than this would be all handles, and could not be dragged. */
const SMALLEST = { mouse: 24, pen: 32, touch: 72 } as const
/** CSS pixels, across and down, from the lower left corner to the handle that turns. */
const TURN_AWAY = 20

/** What the handles of the selection would change; undefined when there are none. */
export function graspOf(bench: Hand): Grasp | undefined {
  const ids = bench.selection.ids.get()
  if (ids.size === 0 || !bench.canWrite.get()) return undefined
  const last = lastOf(bench.scene)
  if (last.ids !== ids) {
    last.grasp = graspAt(bench, ids)
    last.ids = ids
  }
  return last.grasp
}

interface Last {
  ids: ReadonlySet<string> | null
  grasp: Grasp | undefined
}

const lasts = new WeakMap<Scene, Last>()

/** The last answer for a scene: it is asked for in every frame, and thousands of cards may be selected. */
function lastOf(scene: Scene): Last {
  const known = lasts.get(scene)
  if (known) return known
  const last: Last = { ids: null, grasp: undefined }
  scene.subscribe(() => {
    last.ids = null
  })
  lasts.set(scene, last)
  return last
}

function graspAt(bench: Hand, ids: ReadonlySet<string>): Grasp | undefined {
  if (ids.size === 1) {
    const [drawable] = [...ids].flatMap((id) => bench.scene.get(id) ?? [])
    if (!drawable || drawable.card.locked || drawable.kind.isLine) return undefined
    const { place, kind } = drawable
    const pulls = kind.resizes
    const turns = kind.turns === true
    if (!pulls && !turns) return undefined
    return { place, drawables: [drawable], isOne: true, pulls, turns, keepsShape: kind.keepsShape === true }
  }
  // The field of a theme follows its cards, a connector what it joins.
  const drawables = [...movable(bench, ids)].flatMap((id) => {
    const drawable = bench.scene.get(id)
    return drawable && drawable.details.members === null && !drawable.kind.isLine ? [drawable] : []
  })
  const box = unionOf(drawables.map(({ place }) => uprightBox(place)))
  if (!box || drawables.length < 2 || !drawables.some(({ kind }) => kind.resizes)) return undefined
  return {
    place: { ...box, rotation: 0 },
    drawables,
    isOne: false,
    pulls: true,
    turns: drawables.every(({ kind }) => kind.turns),
    // A card at an angle would have to lean.
    keepsShape: drawables.some(({ kind, place }) => kind.keepsShape || place.rotation % 180 !== 0),
  }
}

/** The handles that there is room for at this zoom. */
export function handlesOf(
  { place, pulls, turns, keepsShape }: Grasp,
  zoom: number,
  device: PointerEventData['device'] = 'mouse',
): Handle[] {
  const least = SHORTEST[device] / zoom
  const edges = keepsShape
    ? []
    : EDGES.filter(({ across }) => (across === 0 ? place.width : place.height) >= least)
  if (Math.max(place.width, place.height) * zoom < SMALLEST[device]) return []
  return [...(pulls ? [...CORNERS, ...edges] : []), ...(turns ? [TURN] : [])]
}

/** Where a handle is on the wall. */
export function handlePoint(place: Place, handle: Handle, zoom: number): Point {
  if (handle.name === 'turn') return toWorld(place, [-TURN_AWAY / zoom, place.height + TURN_AWAY / zoom])
  const { across, down } = handle
  return toWorld(place, [((across + 1) / 2) * place.width, ((down + 1) / 2) * place.height])
}

export interface Grip {
  readonly grasp: Grasp
  readonly handle: Handle
}

/** The handle under the pointer; undefined when there is none. */
export function gripAt(
  bench: Hand & Pick<Bench, 'camera'>,
  { at, device }: Pick<PointerEventData, 'at' | 'device'>,
): Grip | undefined {
  const grasp = graspOf(bench)
  if (!grasp) return undefined
  const { zoom } = bench.camera.view.get()
  const point = bench.camera.toWorld(at)
  const handles = handlesOf(grasp, zoom, device)
  const far = (handle: Handle) => {
    const [x, y] = handlePoint(grasp.place, handle, zoom)
    return Math.hypot(x - point[0], y - point[1]) * zoom
  }
  const near = handles.filter((each) => far(each) <= HANDLE_REACH[device]).sort((a, b) => far(a) - far(b))
  const handle = near[0] ?? (device === 'touch' ? undefined : edgeAt(grasp.place, handles, point, zoom))
  return handle && { grasp, handle }
}

/** The edge beside the pointer: with a mouse all of it pulls, not only its middle. */
function edgeAt(place: Place, handles: readonly Handle[], point: Point, zoom: number): Handle | undefined {
  const [x, y] = toLocal(place, point)
  const isOn = (outside: number) => outside * zoom <= EDGE_OUTSIDE && outside * zoom >= -EDGE_INSIDE
  return handles.find((handle) => {
    if (handle.name === 'turn' || (handle.across !== 0 && handle.down !== 0)) return false
    if (handle.across === 0)
      return x >= 0 && x <= place.width && isOn(handle.down < 0 ? -y : y - place.height)
    return y >= 0 && y <= place.height && isOn(handle.across < 0 ? -x : x - place.width)
  })
}

/** Every eighth of a turn, from pulling to the right on. */
const PULL_CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const

/** The CSS cursor over a handle: which way it pulls, as the card stands. */
export function gripCursor({ grasp, handle }: Grip): string {
  if (handle.name === 'turn') return 'grab'
  const angle = (Math.atan2(handle.down, handle.across) * 180) / Math.PI + grasp.place.rotation
  return PULL_CURSORS[((Math.round(angle / 45) % 4) + 4) % 4] ?? 'default'
}

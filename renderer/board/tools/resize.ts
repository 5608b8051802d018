import { reshapeCards } from '#shared/board/actions/arrange'
import { keepHeld } from '#shared/board/actions/held'
import { dropCards } from '#shared/board/actions/themes'
import { write } from '#shared/board/actions/writer'
import { type Box, centreOf, type Point } from '#shared/cards/box'
import { toDrawable, toLocal } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { unlocked } from '../members'
import { type Lines, NO_SNAP, snapOf } from '../snapping'
import { dropsOfResize } from './framing'
import type { Grasp, Grip, PullHandle } from './handles'
import { onWholeUnits, pulled, type Shaped, smallestOf, stretched, turned } from './reshape'
import type { Bench, Gesture } from './tool'

type Shapes = ReadonlyMap<string, Shaped>

/** Degrees between the angles that shift keeps to, and how near an upright angle holds by itself. */
const STEP = 15
const NEAR_UPRIGHT = 2

/** What a handle does: it pulls the cards larger and smaller, or turns them. */
export function gripping(bench: Bench, from: Point, { grasp, handle }: Grip): Gesture {
  return handle.name === 'turn' ? turning(bench, from, grasp) : resizing(bench, from, grasp, handle)
}

/**
 * A side or corner follows the pointer; the opposite one stays. Shift keeps the proportions, as some kinds
 * always do; with Ctrl nothing holds the sides.
 */
function resizing(bench: Bench, from: Point, grasp: Grasp, handle: PullHandle): Gesture {
  const { place } = grasp
  const smallest = smallestOf(grasp)
  const own = new Set(grasp.drawables.map(({ id }) => id))
  const start = toLocal(place, bench.camera.toWorld(from))
  const key = {}
  return reshaping(bench, key, 'resizing', grasp, (event) => {
    const now = toLocal(place, bench.camera.toWorld(event.at))
    const way: Point = [now[0] - start[0], now[1] - start[1]]
    const keepsShape = event.shift || grasp.keepsShape
    const pull = ([dx, dy]: Point) => pulled(place, handle, [dx, dy], smallest, keepsShape)
    const free = pull(way)
    const isFree = event.mod || keepsShape || place.rotation % 360 !== 0
    const lines = { across: sideOf(handle.across), down: sideOf(handle.down), gaps: false }
    const snap = isFree ? NO_SNAP : snapOf(bench, free, own, lines)
    const box = pull([way[0] + snap.way[0], way[1] + snap.way[1]])
    // At its smallest a card does not come to the line.
    bench.preview.guide(key, box.width > smallest[0] && box.height > smallest[1] ? snap.guides : [])
    const isWhole = !keepsShape && grasp.isOne
    return {
      shown: stretched(grasp, box),
      kept: () => stretched(grasp, isWhole ? onWholeUnits(box, place, handle, snap.hasSnapped) : box),
    }
  })
}

/** The cards turn about their middle. Shift keeps to steps of 15 degrees; upright holds unless Ctrl is held. */
function turning(bench: Bench, from: Point, grasp: Grasp): Gesture {
  const { place } = grasp
  const middle = centreOf(place)
  const angleAt = (at: Point) => {
    const [x, y] = bench.camera.toWorld(at)
    return (Math.atan2(y - middle[1], x - middle[0]) * 180) / Math.PI
  }
  const start = angleAt(from)
  return reshaping(bench, {}, 'turning', grasp, (event) => {
    const shown = turned(grasp, settled(place.rotation + angleAt(event.at) - start, event) - place.rotation)
    return { shown, kept: () => shown }
  })
}

function settled(angle: number, { shift, mod }: PointerEventData): number {
  if (shift) return Math.round(angle / STEP) * STEP
  const upright = Math.round(angle / 90) * 90
  return !mod && Math.abs(angle - upright) <= NEAR_UPRIGHT ? upright : Math.round(angle)
}

/** Shows the cards in another shape while the pointer is down, and keeps it as one step on release. */
function reshaping(
  bench: Bench,
  key: object,
  name: string,
  { drawables }: Grasp,
  shapesAt: (event: PointerEventData) => { readonly shown: Shapes; readonly kept: () => Shapes },
): Gesture {
  let kept: () => Shapes = () => new Map()
  const end = () => bench.preview.drop(key)
  const gesture: Gesture = {
    name,
    move(event) {
      const shapes = shapesAt(event)
      kept = shapes.kept
      const shown = drawables.map((drawable) => {
        const shape = shapes.shown.get(drawable.id)
        return shape ? toDrawable({ ...drawable.card, ...shape }, drawable.details) : drawable
      })
      bench.preview.lift(key, { drawables: shown, delta: [0, 0] })
      return gesture
    },
    up() {
      const shapes = kept()
      const changed = drawables.filter(({ id, card }) => !isSame(card, shapes.get(id)))
      if (changed.length > 0) {
        bench.undo.mark()
        keepHeld(
          bench.writer,
          changed.map(({ card }) => card),
        )
        const free = unlocked(
          bench,
          changed.map(({ id }) => id),
        )
        const [frame] = drawables.length === 1 ? drawables.filter(({ card }) => card.type === 'frame') : []
        const drops = frame ? dropsOfResize(bench, frame, boxOf(shapes.get(frame.id) ?? frame.card)) : []
        write(bench.writer, () => {
          reshapeCards(bench.writer, new Map(free.flatMap((id) => pairOf(id, shapes.get(id)))))
          if (drops.length > 0) dropCards(bench.writer, [], [0, 0], drops)
        })
      }
      end()
    },
    cancel: end,
  }
  return gesture
}

const boxOf = ({ pos: [x, y], size: [width, height] }: Shaped): Box => ({ x, y, width, height })

const pairOf = (id: string, shape: Shaped | undefined): (readonly [string, Shaped])[] =>
  shape ? [[id, shape]] : []

function isSame({ pos, size }: Shaped, other: Shaped | undefined): boolean {
  if (!other) return true
  return [...pos, ...size].every((value, at) => value === [...other.pos, ...other.size][at])
}

/** Which of its lines a side looks for others with. */
function sideOf(side: -1 | 0 | 1): Lines {
  if (side === 0) return []
  return side < 0 ? [0] : [1]
}

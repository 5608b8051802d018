import { deleteCards } from '#shared/board/actions/cards'
import { deleteStrokes } from '#shared/board/actions/prototypes'
import { write } from '#shared/board/actions/writer'
import type { Stroke } from '#shared/board/schema'
import { grown, type Point } from '#shared/cards/box'
import { decodeInk, type InkPoint } from '#shared/cards/ink'
import { fadedInk } from '#shared/cards/inkCard'
import { frameInkWidth, isNear } from '#shared/cards/inkShape'
import type { Drawable } from '#shared/cards/kind'
import { hitCard, toLocal } from '#shared/cards/kinds'
import { FRAME_SIZE, frameOrigin } from '#shared/cards/storyboard'
import type { PointerEventData } from '../input'
import { isLocked } from '../members'
import type { Bench, Gesture, Tool } from './tool'

/** How near the eraser must come to a stroke, CSS pixels. */
const REACH = { mouse: 6, pen: 6, touch: 14 } as const

/** Rubs out whole strokes that it touches, on the wall and in frames; nothing else. What is locked stays. */
export const eraser: Tool = {
  name: 'eraser',
  cursor: 'cell',
  isForPens: true,
  press: (bench, event) => (bench.canWrite.get() ? erasing(bench, event) : null),
}

function erasing(bench: Bench, press: PointerEventData): Gesture {
  const cards = new Set<string>()
  const strokes = new Set<string>()
  const key = {}
  let last = bench.camera.toWorld(press.at)

  const rub = ({ samples, device }: PointerEventData) => {
    const before = cards.size + strokes.size
    const reach = REACH[device] / bench.camera.view.get().zoom
    for (const { at } of samples) {
      const next = bench.camera.toWorld(at)
      for (const point of pointsBetween(last, next, reach)) touch(bench, point, reach, cards, strokes)
      last = next
    }
    if (cards.size + strokes.size > before) show()
  }
  const show = () => {
    const drawables = bench.scene.pick(cards).map((card): Drawable => ({ ...card, kind: fadedInk }))
    const boards = bench.scene.pick(
      [...strokes].flatMap((id) => bench.records.get('frames', frameOf(bench, id))?.card ?? []),
    )
    bench.preview.lift(key, {
      drawables: [...boards.map((board) => withFaded(board, strokes)), ...drawables],
      delta: [0, 0],
    })
  }
  const gesture: Gesture = {
    name: 'erasing',
    move(event) {
      rub(event)
      return gesture
    },
    up() {
      if (cards.size + strokes.size > 0) {
        bench.undo.mark()
        write(bench.writer, () => {
          if (cards.size > 0) deleteCards(bench.writer, cards)
          deleteStrokes(bench.writer, strokes)
        })
      }
      bench.preview.drop(key)
    },
    cancel: () => bench.preview.drop(key),
  }
  rub(press)
  return gesture
}

const frameOf = ({ records }: Bench, stroke: string): string | null =>
  records.get('strokes', stroke)?.frame ?? null

/** Points on the way that lie so near to each other that no stroke is jumped over. */
function* pointsBetween([ax, ay]: Point, [bx, by]: Point, reach: number): Generator<Point> {
  const steps = Math.min(200, Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / reach)))
  for (let step = 1; step <= steps; step++)
    yield [ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps]
}

function touch(bench: Bench, [x, y]: Point, reach: number, cards: Set<string>, strokes: Set<string>): void {
  for (const drawable of bench.scene.within(grown({ x, y, width: 0, height: 0 }, reach))) {
    const { id, card } = drawable
    if (isLocked(bench, id)) continue
    if (card.type === 'ink' && !cards.has(id) && hitCard(drawable, [x, y])) cards.add(id)
    if (card.type === 'storyboard') touchFrames(drawable, [x, y], reach, strokes)
  }
}

function touchFrames({ place, details }: Drawable, point: Point, reach: number, strokes: Set<string>): void {
  const [x, y] = toLocal(place, point)
  for (const [at, frame] of details.frames.entries()) {
    const [left, top] = frameOrigin(at)
    const inside: Point = [x - left, y - top]
    if (inside[0] < 0 || inside[1] < 0 || inside[0] > FRAME_SIZE[0] || inside[1] > FRAME_SIZE[1]) continue
    for (const stroke of frame.strokes) {
      const near = reach + frameInkWidth(stroke) / 2
      if (!strokes.has(stroke.id) && isNear(pointsOf(stroke), inside, near)) strokes.add(stroke.id)
    }
  }
}

const unpacked = new WeakMap<Stroke, readonly InkPoint[]>()

function pointsOf(stroke: Stroke): readonly InkPoint[] {
  const points = unpacked.get(stroke) ?? (stroke.ink ? decodeInk(stroke.ink) : [])
  unpacked.set(stroke, points)
  return points
}

/** A storyboard in which some strokes are seen to go. */
function withFaded(board: Drawable, strokes: ReadonlySet<string>): Drawable {
  const frames = board.details.frames.map((frame) => ({
    ...frame,
    strokes: frame.strokes.map((stroke) => (strokes.has(stroke.id) ? { ...stroke, tint: 'faded' } : stroke)),
  }))
  return { ...board, details: { ...board.details, frames } }
}

import { addCard, type NewCard } from '#shared/board/actions/cards'
import type { Card } from '#shared/board/schema'
import type { Stage } from '#shared/board/vocabulary'
import { type Box, boxBetween, centreOf, type Point } from '#shared/cards/box'
import { kindOf } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { draftOf } from './draft'
import { homeAt } from './home'
import { apart, type Bench, type Gesture, slopOf } from './tool'

/** A card in the making: what is drawn, in the box that was dragged, or around a point that was clicked. */
export interface BoxPlan {
  /** `box` is null after a mere click. */
  card(box: Box | null, at: Point): BoxedCard
  /** A card left without words is taken away again. */
  readonly needsWords: boolean
  /** Adds it to the board and returns its id; left out, it is added to the theme or frame it lies in. */
  add?(card: BoxedCard & { readonly stage: Stage }): string
}

type BoxedCard = NewCard & Pick<Card, 'pos' | 'size'>

/** Draws the box of a new card; on release it is added, selected and written in. Shift makes it a square. */
export function drawingBox(bench: Bench, press: PointerEventData, plan: BoxPlan): Gesture {
  const start = bench.camera.toWorld(press.at)
  const key = {}
  let box: Box | null = null
  const gesture: Gesture = {
    name: 'drawingBox',
    move(event) {
      if (!box && apart(event.at, press.at) < slopOf(event)) return gesture
      const [x, y] = bench.camera.toWorld(event.at)
      box = boxBetween(start, event.shift ? squared(start, [x, y]) : [x, y])
      bench.preview.lift(key, { drawables: [draftOf(plan.card(box, start))], delta: [0, 0] })
      return gesture
    },
    up() {
      bench.preview.drop(key)
      bench.current.set('select')
      placeDrawn(bench, plan, plan.card(box, start))
    },
    cancel: () => bench.preview.drop(key),
  }
  return gesture
}

function squared([sx, sy]: Point, [x, y]: Point): Point {
  const side = Math.max(Math.abs(x - sx), Math.abs(y - sy))
  return [sx + side * Math.sign(x - sx), sy + side * Math.sign(y - sy)]
}

/** Adds a drawn card, selects it and starts writing in it. One undo step. */
function placeDrawn(bench: Bench, plan: BoxPlan, drawn: BoxedCard): void {
  const [x, y] = drawn.pos.map(Math.round) as [number, number]
  const [width, height] = drawn.size.map(Math.round) as [number, number, number]
  const { stage } = bench.records.singleton('meta')
  const card = { stage, ...drawn, pos: [x, y], size: [width, height, 0] } as const
  bench.editing.set(null)
  bench.undo.mark()
  const depth = bench.undo.depth()
  const id =
    plan.add?.(card) ??
    addCard(bench.writer, { theme: homeAt(bench.scene, centreOf({ x, y, width, height })), ...card })
  bench.selection.set([id])
  bench.editing.set(id)
  if (plan.needsWords) bench.fresh.set({ id, depth })
}

/** A dragged box that is no smaller than its kind may be, or the kind's own size around a point. */
export function boxFor(type: string, box: Box | null, [x, y]: Point): Box {
  const { size, smallest } = kindOf(type)
  if (!box) return { x: x - size[0] / 2, y: y - size[1] / 2, width: size[0], height: size[1] }
  return { ...box, width: Math.max(box.width, smallest[0]), height: Math.max(box.height, smallest[1]) }
}

import { addCard, type NewCard } from '#shared/board/actions/cards'
import { type Box, boxBetween, centreOf, type Point } from '#shared/cards/box'
import { kindOf } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { draftOf } from './draft'
import { homeAt } from './home'
import { apart, type Bench, type Gesture, slopOf } from './tool'

/** A card in the making: what is drawn, in the box that was dragged, or around a point that was clicked. */
export interface BoxPlan {
  /** Null after a mere click. */
  card(box: Box | null, at: Point): NewCard & { readonly pos: Point; readonly size: Card3 }
  /** A card left without words is taken away again. */
  readonly needsWords: boolean
}

type Card3 = readonly [number, number, number]

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
      placeDrawn(bench, plan.card(box, start), plan.needsWords)
    },
    cancel: () => bench.preview.drop(key),
  }
  return gesture
}

function squared([sx, sy]: Point, [x, y]: Point): Point {
  const side = Math.max(Math.abs(x - sx), Math.abs(y - sy))
  return [sx + side * Math.sign(x - sx), sy + side * Math.sign(y - sy)]
}

/** Adds a drawn card to the theme or frame it lies in, selects it and starts writing in it. One undo step. */
function placeDrawn(bench: Bench, card: ReturnType<BoxPlan['card']>, needsWords: boolean): void {
  const [x, y] = card.pos
  const [width, height] = card.size
  bench.editing.set(null)
  bench.undo.mark()
  const depth = bench.undo.depth()
  const id = addCard(bench.writer, {
    stage: bench.records.singleton('meta').stage,
    theme: homeAt(bench.scene, centreOf({ x, y, width, height })),
    ...card,
    pos: [Math.round(x), Math.round(y)],
    size: [Math.round(width), Math.round(height), 0],
  })
  bench.selection.set([id])
  bench.editing.set(id)
  if (needsWords) bench.fresh.set({ id, depth })
}

/** A dragged box that is no smaller than its kind may be, or the kind's own size around a point. */
export function boxFor(type: string, box: Box | null, [x, y]: Point): Box {
  const { size, smallest } = kindOf(type)
  if (!box) return { x: x - size[0] / 2, y: y - size[1] / 2, width: size[0], height: size[1] }
  return { ...box, width: Math.max(box.width, smallest[0]), height: Math.max(box.height, smallest[1]) }
}

import { moveCards } from '#shared/board/actions/cards'
import { centreOf, type Point } from '#shared/cards/box'
import { commandOf } from '../commands/commands'
import type { BoardEvent } from '../input'
import { movable } from '../members'
import { createCardAt } from './newCard'
import type { Bench } from './tool'

type KeyEvent = Extract<BoardEvent, { kind: 'keyDown' | 'keyUp' }>

/** World units an arrow moves cards; ten times as far with shift. */
const STEP = 4

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Does what a key means while nothing is being edited; false when it means nothing. */
export function pressKey(bench: Bench, event: KeyEvent): boolean {
  const arrow = ARROWS[event.key]
  if (arrow) return pressArrow(bench, arrow, event)
  const command = commandOf(event)
  if (!command?.isPossible(bench)) return false
  command.run(bench)
  return true
}

function pressArrow(bench: Bench, [across, down]: Point, { shift, alt, mod }: KeyEvent): boolean {
  if (mod) return false
  const ids = bench.selection.ids.get()
  if (ids.size === 0 || alt || !bench.canWrite.get()) return selectTowards(bench, [across, down])
  const step = shift ? STEP * 10 : STEP
  const moving = movable(bench, ids)
  if (moving.size === 0) return true
  bench.undo.mark()
  moveCards(bench.writer, moving, [across * step, down * step])
  return true
}

/** Goes from the selected card, or the middle of the view, to the nearest one in a direction. */
function selectTowards(bench: Bench, [across, down]: Point): boolean {
  const id = [...bench.selection.ids.get()].at(-1)
  const from = id === undefined ? undefined : bench.scene.get(id)
  const view = bench.camera.view.get()
  const [x, y] = from ? centreOf(from.place) : [view.x, view.y]
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const drawable of bench.scene.all()) {
    if (drawable.id === id) continue
    const [cx, cy] = centreOf(drawable.place)
    const ahead = (cx - x) * across + (cy - y) * down
    const aside = Math.abs((cx - x) * down) + Math.abs((cy - y) * across)
    if (from && ahead <= 0) continue
    const cost = Math.abs(ahead) + aside * 2
    if (cost >= least) continue
    least = cost
    best = drawable.id
  }
  const chosen = best === undefined ? undefined : bench.scene.get(best)
  if (!chosen) return false
  bench.selection.set([chosen.id])
  bench.camera.reveal(chosen.place)
  return true
}

/** Typing on the wall starts a card where the pointer is, or in the middle of the view. */
export function typeOnWall(bench: Bench, text: string, pointer: Point | null): boolean {
  if (!bench.canWrite.get() || bench.editing.get() !== null) return false
  const { x, y } = bench.camera.view.get()
  createCardAt(bench, pointer ? bench.camera.toWorld(pointer) : [x, y], text)
  return true
}

import type { Point } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { editedText } from './edit'
import { isShared, reachOf } from './reach'
import type { Bench } from './tool'

/**
 * True when a press comes from somebody else than the person who is writing. There is one keyboard, so one
 * card at a time is written in; but what another pair of hands does out of the writer's reach does not end it.
 * A mouse belongs to the keyboard.
 */
export function isBesideWriter(bench: Bench, { device, at }: PointerEventData): boolean {
  if (device === 'mouse' || !isShared(bench.camera)) return false
  const edited = editedText(bench)
  const place = edited && bench.scene.get(edited.card)?.place
  if (!place) return false
  const { x, y, width, height } = uprightBox(place)
  const [left, top] = bench.camera.toScreen([x, y])
  const [right, bottom] = bench.camera.toScreen([x + width, y + height])
  return Math.hypot(outside(at[0], left, right), outside(at[1], top, bottom)) > reachOf(bench.camera)
}

const outside = (at: Point[number], low: number, high: number): number => Math.max(low - at, at - high, 0)

/** The bench of somebody beside the writer: they begin to write when they ask for it, and end nobody's writing. */
export function benchBeside(bench: Bench): Bench {
  const { editing } = bench
  return {
    ...bench,
    editing: {
      ...editing,
      set(next) {
        if (next !== null) editing.set(next)
      },
    },
  }
}

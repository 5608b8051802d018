import type { Box, Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import type { Bench } from './tool'

/** Which way a handle pulls: -1 towards the start, 1 towards the end. */
export interface Handle {
  readonly across: -1 | 1
  readonly down: -1 | 1
}

export const HANDLES: readonly Handle[] = [
  { across: -1, down: -1 },
  { across: 1, down: -1 },
  { across: 1, down: 1 },
  { across: -1, down: 1 },
]

/** CSS pixels around a handle's middle that grab it. */
export const HANDLE_REACH = { mouse: 9, pen: 12, touch: 24 } as const

/** The one selected card that may be resized; undefined when there is none. */
export function resizable(bench: Pick<Bench, 'selection' | 'scene' | 'canWrite'>): Drawable | undefined {
  const ids = bench.selection.ids.get()
  const [id] = ids
  if (ids.size !== 1 || id === undefined || !bench.canWrite.get()) return undefined
  const drawable = bench.scene.get(id)
  return drawable?.kind.resizes && !drawable.card.locked ? drawable : undefined
}

/** Where a handle is, in the units of the box. */
export function handlePoint({ x, y, width, height }: Box, { across, down }: Handle): Point {
  return [x + ((across + 1) / 2) * width, y + ((down + 1) / 2) * height]
}

/** The box pulled by a handle, no smaller than `smallest`; with `keepsShape`, in the same proportions. */
export function pulled(
  box: Box,
  { across, down }: Handle,
  [dx, dy]: Point,
  [narrowest, lowest]: Point,
  keepsShape: boolean,
): Box {
  let width = Math.max(narrowest, box.width + across * dx)
  let height = Math.max(lowest, box.height + down * dy)
  if (keepsShape) {
    const scale = Math.max(width / box.width, height / box.height)
    width = box.width * scale
    height = box.height * scale
  }
  return {
    x: across < 0 ? box.x + box.width - width : box.x,
    y: down < 0 ? box.y + box.height - height : box.y,
    width,
    height,
  }
}

import { resizeCard } from '#shared/board/actions/cards'
import { keepHeld } from '#shared/board/actions/held'
import type { Box, Point } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { toDrawable, toLocal } from '#shared/cards/kinds'
import type { PointerEventData } from '../input'
import { HANDLE_REACH, HANDLES, type Handle, handlePoint, pulled, resizable } from './handles'
import { apart, type Bench, type Gesture } from './tool'

export interface Grip {
  readonly drawable: Drawable
  readonly handle: Handle
}

/** The handle under the pointer; undefined when there is none. */
export function gripAt(
  bench: Pick<Bench, 'selection' | 'scene' | 'canWrite' | 'camera'>,
  { at, device }: Pick<PointerEventData, 'at' | 'device'>,
): Grip | undefined {
  const drawable = resizable(bench)
  if (!drawable) return undefined
  const handle = HANDLES.find(
    (each) => apart(bench.camera.toScreen(handlePoint(drawable.place, each)), at) <= HANDLE_REACH[device],
  )
  return handle && { drawable, handle }
}

/** A corner follows the pointer; the opposite one stays. Shift keeps the proportions, as marks always do. */
export function resizing(bench: Bench, from: Point, { drawable, handle }: Grip): Gesture {
  const { card, kind, place } = drawable
  const key = {}
  const start = toLocal(place, bench.camera.toWorld(from))
  let box: Box = place
  const gesture: Gesture = {
    name: 'resizing',
    move(event) {
      const now = toLocal(place, bench.camera.toWorld(event.at))
      const way: Point = [now[0] - start[0], now[1] - start[1]]
      box = pulled(place, handle, way, kind.smallest, event.shift || kind.keepsShape === true)
      const sized = { ...card, pos: [box.x, box.y], size: [box.width, box.height, card.size[2]] } as const
      bench.preview.lift(key, { drawables: [toDrawable(sized, drawable.details)], delta: [0, 0] })
      return gesture
    },
    up() {
      if (box.width !== place.width || box.height !== place.height) {
        bench.undo.mark()
        keepHeld(bench.writer, [card])
        resizeCard(bench.writer, card.id, {
          pos: [Math.round(box.x), Math.round(box.y)],
          size: [Math.round(box.width), Math.round(box.height), card.size[2]],
        })
      }
      bench.preview.drop(key)
    },
    cancel: () => bench.preview.drop(key),
  }
  return gesture
}

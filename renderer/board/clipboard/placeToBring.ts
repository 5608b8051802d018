import type { Point } from '#shared/cards/box'
import type { Session } from '../session'

/** Where on the wall something from outside belongs: under the pointer, else in the middle of what is seen. */
export function placeToBring({ camera, tools }: Pick<Session, 'camera' | 'tools'>): Point {
  const pointer = tools.pointer()
  if (pointer) return camera.toWorld(pointer)
  const { x, y } = camera.view.get()
  return [x, y]
}

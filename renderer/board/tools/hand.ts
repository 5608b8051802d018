import type { Point } from '#shared/cards/box'
import type { Camera } from '../camera'
import type { Gesture, Tool } from './tool'

/** Moves the paper; also what space and the middle button do in every tool. */
export const hand: Tool = {
  name: 'hand',
  cursor: 'grab',
  press: ({ camera }, { at }) => panning(camera, at),
}

/** The wall follows the pointer. A press that hardly moves counts as a tap. */
export function panning(camera: Camera, at: Point, whenTapped?: () => void, travelled = 0): Gesture {
  const start = camera.view.get()
  return {
    name: 'panning',
    move(event) {
      camera.panBy(event.at[0] - at[0], event.at[1] - at[1])
      const further = travelled + Math.abs(event.at[0] - at[0]) + Math.abs(event.at[1] - at[1])
      return panning(camera, event.at, whenTapped, further)
    },
    up: () => {
      if (travelled < 10) whenTapped?.()
    },
    cancel: () => camera.set(start),
  }
}

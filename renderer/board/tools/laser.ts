import type { PointerEventData } from '../input'
import { ownLight } from '../trails'
import type { Bench, Gesture, Tool } from './tool'

/** Points with a light that everybody sees; changes nothing. A mouse shines as it hovers, a finger where it is. */
export const laser: Tool = {
  name: 'laser',
  cursor: 'crosshair',
  press(bench, event) {
    const shining: Gesture = {
      name: 'shining',
      move: () => shining,
      up: () => undefined,
      cancel: () => undefined,
    }
    bench.presence.point(bench.camera.toWorld(event.at))
    return shining
  },
}

/** Leaves the light's trail wherever the pointer has been. */
export function shine({ camera, trails }: Bench, { pointer, samples }: PointerEventData): void {
  const now = performance.now()
  for (const { at } of samples) trails.add(ownLight(pointer), camera.toWorld(at), now)
}

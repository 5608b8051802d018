import { boxFor, drawingBox } from './drawBox'
import type { Tool } from './tool'

/** Draws the chosen shape: a drag gives its box, a click its usual size. */
export const shape: Tool = {
  name: 'shape',
  cursor: 'crosshair',
  press(bench, event) {
    if (!bench.canWrite.get()) return null
    return drawingBox(bench, event, {
      needsWords: false,
      card(drawn, at) {
        const { x, y, width, height } = boxFor('shape', drawn, at)
        const { shape: form } = bench.options.get()
        return { type: 'shape', tint: 'white', shape: form, pos: [x, y], size: [width, height, 0] }
      },
    })
  },
}

import { makeFrame } from '#shared/board/actions/marks'
import { boxFor, drawingBox } from './drawBox'
import { frameAround, heldIn } from './framing'
import type { Tool } from './tool'

/** Draws a frame around a part of the wall; what lies in it belongs to it, and its name is asked for. */
export const frame: Tool = {
  name: 'frame',
  cursor: 'crosshair',
  press(bench, event) {
    if (!bench.canWrite.get()) return null
    return drawingBox(bench, event, {
      needsWords: false,
      card(drawn, at) {
        const { x, y, width, height } = boxFor('frame', drawn, at)
        return { type: 'frame', tint: 'white', pos: [x, y], size: [width, height, 0] }
      },
      add({ stage, pos: [x, y], size: [width, height] }) {
        const box = { x, y, width, height }
        const home = frameAround(bench, box)
        return makeFrame(bench.writer, box, { cards: heldIn(bench, box, home), home, stage })
      },
    })
  },
}

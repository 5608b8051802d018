import { TEXT_LINE, textCard } from '#shared/cards/textCard'
import { drawingBox } from './drawBox'
import type { Tool } from './tool'

/** Writes straight on the wall: a click begins a line, a drag says how wide the lines are. */
export const text: Tool = {
  name: 'text',
  cursor: 'text',
  press(bench, event) {
    if (!bench.canWrite.get()) return null
    return drawingBox(bench, event, {
      needsWords: true,
      card(drawn, [x, y]) {
        const width = drawn ? Math.max(drawn.width, textCard.size[0] + 1) : textCard.size[0]
        const pos = drawn ? ([drawn.x, drawn.y] as const) : ([x, y - TEXT_LINE / 2] as const)
        return { type: 'text', tint: 'white', pos, size: [width, TEXT_LINE, 0] }
      },
    })
  },
}

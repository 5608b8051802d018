import { getStroke } from 'perfect-freehand'
import { type Box, grown, unionOf } from './box'
import type { InkPoint } from './ink'

/** The pen's width at full pressure, in world units; frames use a finer one. */
export const PEN_WIDTH = 7
export const FRAME_PEN_WIDTH = 4.5

/** The outline of a stroke as x and y in turn, ready for `Brush.shape`. Empty for no points. */
export function outlineOf(stroke: readonly InkPoint[], width: number): Float64Array {
  const points = stroke.map(([x, y, pressure]) => [x, y, pressure])
  const outline = getStroke(points, {
    size: width,
    thinning: 0.55,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure: false,
    last: true,
  })
  const flat = new Float64Array(outline.length * 2)
  outline.forEach((point, at) => {
    flat[at * 2] = point[0] ?? 0
    flat[at * 2 + 1] = point[1] ?? 0
  })
  return flat
}

/** The box around the points of a stroke, grown by half a pen; undefined for no points. */
export function extentOf(stroke: readonly InkPoint[], width = PEN_WIDTH): Box | undefined {
  const box = unionOf(stroke.map(([x, y]) => ({ x, y, width: 0, height: 0 })))
  return box && grown(box, width / 2)
}

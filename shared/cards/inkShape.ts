import { getStroke } from 'perfect-freehand'
import type { Nib, Pen } from '../board/vocabulary'
import { type Box, grown, type Point, unionOf } from './box'
import type { InkPoint } from './ink'

/** Widths at full pressure, in world units. */
const WIDTHS: Readonly<Record<Pen, Readonly<Record<Nib, number>>>> = {
  pen: { fine: 4, medium: 7, broad: 13 },
  highlighter: { fine: 16, medium: 26, broad: 40 },
}
/** A frame is drawn in with finer pens than the wall. */
const FRAME_PART = 0.64

/** What a stroke was drawn with. */
export interface DrawnWith {
  readonly pen: Pen
  readonly nib: Nib
}

/** How wide a pen draws on the wall at full pressure, in world units. */
export const inkWidth = ({ pen, nib }: DrawnWith): number => WIDTHS[pen][nib]

/** How wide it draws in a frame. */
export const frameInkWidth = (drawnWith: DrawnWith): number => inkWidth(drawnWith) * FRAME_PART

/** The outline of a stroke as x and y in turn, ready for `Brush.shape`. Empty for no points. */
export function outlineOf(stroke: readonly InkPoint[], width: number, pen: Pen = 'pen'): Float64Array {
  const points = stroke.map(([x, y, pressure]) => [x, y, pressure])
  const outline = getStroke(points, {
    size: width,
    // A highlighter has a stiff tip.
    thinning: pen === 'highlighter' ? 0 : 0.55,
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
export function extentOf(stroke: readonly InkPoint[], width: number): Box | undefined {
  const box = unionOf(stroke.map(([x, y]) => ({ x, y, width: 0, height: 0 })))
  return box && grown(box, width / 2)
}

/** Whether a point is no further than `reach` from the line of a stroke. */
export function isNear(stroke: readonly InkPoint[], [x, y]: Point, reach: number): boolean {
  return stroke.some(([px, py], at) => {
    const [qx, qy] = stroke[at + 1] ?? [px, py]
    return distance(x, y, px, py, qx, qy) <= reach
  })
}

function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}

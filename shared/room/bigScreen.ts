import type { Box } from '../cards/box'

/** Of the height of a screen: letters that the back row can read. */
const LEAST_LETTERS = 0.03
/** World units: the letters of a card that is not overfull. */
const BODY = 16
/** How many times larger than the whole of a view its middle may be shown instead; beyond that too much would be lost. */
const MOST_ENLARGED = 2.2

/** The zoom from which a card can be read in the back row, on a screen of this height in CSS pixels. */
export const readingZoom = (screenHeight: number): number => (LEAST_LETTERS * screenHeight) / BODY

/**
 * What the big screen shows of a view: the `whole` of it, where it can be read or is there for the overview (`far`), or
 * as much of its `middle` as can be read.
 */
export interface ShownPart {
  readonly part: 'whole' | 'middle' | 'far'
  readonly box: Box
}

/** What a wall of this size shows of a view when its cards can be read from the zoom `least` on; world units. */
export function shownPart(
  view: Box,
  wall: { readonly width: number; readonly height: number },
  least: number,
): ShownPart {
  const whole = Math.min(wall.width / view.width, wall.height / view.height)
  if (whole >= least) return { part: 'whole', box: view }
  if (whole * MOST_ENLARGED < least) return { part: 'far', box: view }
  const [width, height] = [wall.width / least, wall.height / least]
  const [x, y] = [view.x + (view.width - width) / 2, view.y + (view.height - height) / 2]
  return { part: 'middle', box: { x, y, width, height } }
}

/** What a usual big screen shows of a view: sixteen to nine, with a foot that says how to come in. */
export const usuallyShown = (view: Box): ShownPart['part'] =>
  shownPart(view, { width: 16 / 9, height: 0.92 }, readingZoom(1)).part

import { type Box, encloses } from '../cards/box'

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

/**
 * What a wall of this size shows of a view when its cards can be read from the zoom `least` on; world units. A view that
 * holds `everything` there is was asked for as an overview: all of it is shown.
 */
export function shownPart(
  view: Box,
  wall: { readonly width: number; readonly height: number },
  least: number,
  everything?: Box,
): ShownPart {
  const whole = Math.min(wall.width / view.width, wall.height / view.height)
  if (whole >= least) return { part: 'whole', box: view }
  const [width, height] = [wall.width / least, wall.height / least]
  if (everything && encloses(view, everything)) {
    if (everything.width > width || everything.height > height) return { part: 'far', box: view }
    return { part: 'whole', box: middleOf(everything, width, height) }
  }
  if (whole * MOST_ENLARGED < least) return { part: 'far', box: view }
  return { part: 'middle', box: middleOf(view, width, height) }
}

const middleOf = (box: Box, width: number, height: number): Box => ({
  x: box.x + (box.width - width) / 2,
  y: box.y + (box.height - height) / 2,
  width,
  height,
})

/** What a usual big screen shows of a view, which may hold `everything`: sixteen to nine, with a foot that says how to come in. */
export const usuallyShown = (view: Box, everything?: Box): ShownPart['part'] =>
  shownPart(view, { width: 16 / 9, height: 0.92 }, readingZoom(1), everything).part

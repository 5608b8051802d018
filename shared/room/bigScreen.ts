import { type Box, encloses } from '../cards/box'

/** Of the height of a screen: letters that the back row can read. */
const LEAST_LETTERS = 0.03
/** World units: the letters of a card that is not overfull. */
const BODY = 16
/** How many times larger than the whole of a view its middle may be shown instead; beyond that too much would be lost. */
const MOST_ENLARGED = 2.2

/** The zoom from which letters of so many world units can be read in the back row, on a screen of this height in CSS pixels. */
export const readingZoom = (screenHeight: number, letters = BODY): number =>
  (LEAST_LETTERS * screenHeight) / letters

/**
 * The zooms for a view whose smallest letters have so many world units, the best first: at the first all of them can be
 * read, at the last those of every card that is not overfull.
 */
export const readingZooms = (screenHeight: number, smallest: number): readonly number[] =>
  smallest < BODY
    ? [readingZoom(screenHeight, smallest), readingZoom(screenHeight)]
    : [readingZoom(screenHeight)]

/**
 * What the big screen shows of a view: the `whole` of it, where it can be read or is there for the overview (`far`), or
 * as much of its `middle` as can be read.
 */
export interface ShownPart {
  readonly part: 'whole' | 'middle' | 'far'
  readonly box: Box
}

interface Wall {
  readonly width: number
  readonly height: number
}

/**
 * What a wall of this size shows of a view at the first of these zooms at which it is not only an overview; world units. A
 * view that holds `everything` there is was asked for as an overview: all of it is shown.
 */
export function shownPart(view: Box, wall: Wall, zooms: readonly number[], everything?: Box): ShownPart {
  for (const zoom of zooms) {
    const shown = shownFrom(view, wall, zoom, everything)
    if (shown.part !== 'far') return shown
  }
  return { part: 'far', box: view }
}

/** The same where cards can be read from the zoom `least` on. */
function shownFrom(view: Box, wall: Wall, least: number, everything?: Box): ShownPart {
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

/**
 * What a usual big screen shows of a view whose smallest letters have so many world units, and which may hold
 * `everything`: sixteen to nine, with a foot that says how to come in.
 */
export const usuallyShown = (view: Box, smallest: number, everything?: Box): ShownPart['part'] =>
  shownPart(view, { width: 16 / 9, height: 0.92 }, readingZooms(1, smallest), everything).part

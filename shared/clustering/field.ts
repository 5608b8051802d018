import type { Box } from '../cards/box'

/** World units between a theme's edge and its cards, and the height of its sentence. */
export const THEME_PADDING = 24
export const THEME_HEADING = 72
/** The smallest field a theme has. */
export const THEME_SMALLEST = [260, 140] as const

/** The field of a theme around the box of its cards. */
export function fieldAround({ x, y, width, height }: Box): Box {
  return {
    x: x - THEME_PADDING,
    y: y - THEME_PADDING - THEME_HEADING,
    width: Math.max(THEME_SMALLEST[0], width + 2 * THEME_PADDING),
    height: height + 2 * THEME_PADDING + THEME_HEADING,
  }
}

/** Where the first card of a theme goes whose field stands at this point. */
export function cornerIn([x, y]: readonly [number, number]): [number, number] {
  return [x + THEME_PADDING, y + THEME_PADDING + THEME_HEADING]
}

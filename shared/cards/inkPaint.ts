import { TINTS, type Tint } from '../board/vocabulary'
import type { Brush } from './brush'
import type { Colours } from './colours'
import type { DrawnWith } from './inkShape'

/** What a stroke looks like besides its shape; `tint` may be one that this version does not know. */
export interface InkLook extends Pick<DrawnWith, 'pen'> {
  readonly tint: string
}

/** Paints the outline of a stroke. A highlighter lets what is below shine through; a pen does not. */
export function paintInk(brush: Brush, outline: ArrayLike<number>, look: InkLook, colours: Colours): void {
  const colour = inkColour(look, colours)
  if (look.pen === 'pen') brush.shape(outline, colour, true)
  else brush.blended(() => brush.shape(outline, colour, true), colours.name === 'dark')
}

/** The colour of a stroke; `faded` is for one that is about to be rubbed out. */
export function inkColour({ pen, tint }: InkLook, colours: Colours): string {
  if (tint === 'faded') return `${colours.ink3}40`
  const known: readonly string[] = TINTS
  const own = colours.tints[known.includes(tint) ? (tint as Tint) : 'white']
  // Where it cannot blend, over nothing or on a layer of its own, a little shines through all the same.
  if (pen === 'highlighter') return `${own.highlight}D9`
  if (tint === 'accent') return colours.accent
  if (tint === 'danger') return colours.tints.rose.edge
  return known.includes(tint) && tint !== 'white' ? own.edge : colours.ink
}

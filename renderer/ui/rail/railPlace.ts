import type { Settings } from '#shared/ipc/contract'

/** Where the tools can stand, in the order in which a press on their grip goes through them. */
export const RAIL_PLACES = ['start', 'bottom', 'end'] as const satisfies readonly Settings['rail'][]

/** The place nearest to a point of the window, as parts of its width and height. */
export function placeAt(across: number, down: number, isFromRight: boolean): Settings['rail'] {
  const toSide = Math.min(across, 1 - across)
  if (1 - down < toSide) return 'bottom'
  return across < 0.5 === isFromRight ? 'end' : 'start'
}

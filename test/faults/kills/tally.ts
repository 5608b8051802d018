import type { Window } from '../hub/marks'

/** In which work of the file a kill fell. */
export type Place = 'a snapshot' | 'rewriting' | 'making a version' | 'migration' | 'opening' | 'editing'

/** What the lanes have counted together, and learned of how long the windows are. */
export interface Tally {
  kills: number
  opened: number
  /** Messages that the hub had said were saved. */
  acknowledged: number
  lost: number
  /**
   * ms between an edit's coming to the hub and the kill, for the oldest edit that is missing, without the
   * time in which the hub was ready and the machine gave it no processor.
   */
  longestLoss: number
  /** With that time. */
  longestByClock: number
  readonly places: Map<Place, number>
  /** The most disk accesses that a window had. */
  readonly steps: Map<Window, number>
  /** How long it took at last, ms. */
  readonly spans: Map<Window, number>
}

/** Starts with a guess at the windows. */
export function newTally(): Tally {
  return {
    kills: 0,
    opened: 0,
    acknowledged: 0,
    lost: 0,
    longestLoss: 0,
    longestByClock: 0,
    places: new Map(),
    steps: new Map([
      ['snapshot', 30],
      ['generation', 60],
      ['version', 20],
    ]),
    spans: new Map(),
  }
}

import type { Window } from '../hub/marks'

/** A stretch of work, by what it is for. */
export type Work = Window | 'migration' | 'purge'

/** In which work of the file a kill fell. */
export type Place =
  | 'a snapshot'
  | 'rewriting'
  | 'making a version'
  | 'migration'
  | 'opening'
  | 'editing'
  | 'a purge'
  | 'a repair'

/** What the lanes have counted together, and learned of how long the windows are. */
export interface Tally {
  kills: number
  opened: number
  /** Messages that the hub had said were saved. */
  acknowledged: number
  lost: number
  /** How often words were said to be gone. */
  purged: number
  /**
   * ms between an edit's coming to the hub and the kill, for the oldest edit that is missing, without the
   * time in which the hub was ready and the machine gave it no processor.
   */
  longestLoss: number
  /** With that time, of each kill; 0 when nothing is missing. */
  readonly byClock: number[]
  readonly places: Map<Place, number>
  /** The most disk accesses that such work had. */
  readonly steps: Map<Work, number>
  /** How long it took at last, ms. */
  readonly spans: Map<Work, number>
}

/** Starts with a guess at the work. */
export function newTally(): Tally {
  return {
    kills: 0,
    opened: 0,
    acknowledged: 0,
    lost: 0,
    purged: 0,
    longestLoss: 0,
    byClock: [],
    places: new Map(),
    steps: new Map([
      ['snapshot', 30],
      ['generation', 60],
      ['migration', 60],
      ['purge', 90],
      ['repair', 60],
      ['version', 20],
    ]),
    spans: new Map([['purge', 400]]),
  }
}

/** What a fault's line says, by name: counts, milliseconds, or a word. */
export type Figures = Readonly<Record<string, number | string>>

export interface FaultContext {
  /** The short form, of some twenty seconds. */
  readonly isQuick: boolean
  /** Repeats every random choice of a run; the moments at which other processes act stay their own. */
  readonly seed: number
  /** A folder of its own that is gone afterwards. */
  readonly folder: string
  /** The path of one of the other programs in this folder, built: `hub.process`, `recorder.preload`. */
  program(name: string): string
  /** Says, as a sentence, what must not happen and did. The fault has failed then, and goes on. */
  problem(sentence: string): void
}

/** One way in which the world fails a board. Throws when it could not be tried at all. */
export interface Fault {
  run(context: FaultContext): Promise<Figures>
}

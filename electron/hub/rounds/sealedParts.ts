import type { SealedChange, SealedRow } from '../../files/sealedRows'
import type { SealedPart } from './kind'

/** What every round of a board keeps sealed, as the file has it or is about to. */
export interface SealedParts {
  /** Of one round, by person. */
  of(round: string): SealedPart
  /** The rounds of which there is anything. */
  rounds(): readonly string[]
  /** What a round keeps of itself; undefined when that is not there. */
  record(round: string): Uint8Array | undefined
  keepRecord(round: string, bytes: Uint8Array): void
  /** Takes a round away with everything in it. */
  letGo(round: string): void
}

/** Follows what `rows` begin with; every change is given to `seal`, which brings it to the file. */
export function createSealedParts(
  rows: readonly SealedRow[],
  seal: (change: SealedChange) => void,
): SealedParts {
  const rounds = new Map<string, Map<string, Uint8Array>>()
  const put = (round: string, person: string, data: Uint8Array) => {
    const parts = rounds.get(round) ?? new Map<string, Uint8Array>()
    parts.set(person, data)
    rounds.set(round, parts)
  }
  const keep = (round: string, person: string, data: Uint8Array | null) => {
    if (data) put(round, person, data)
    else rounds.get(round)?.delete(person)
    seal({ round, person, data })
  }
  for (const { round, person, data } of [...rows].sort((a, b) => a.changed - b.changed))
    put(round, person, data)

  return {
    of: (round) => ({
      get: (person) => rounds.get(round)?.get(person),
      keep: (person, bytes) => keep(round, person, bytes),
      people: () => [...(rounds.get(round)?.keys() ?? [])].filter((person) => person !== ''),
    }),
    rounds: () => [...rounds.keys()],
    record: (round) => rounds.get(round)?.get(''),
    keepRecord: (round, bytes) => keep(round, '', bytes),
    letGo(round) {
      for (const person of rounds.get(round)?.keys() ?? []) seal({ round, person, data: null })
      rounds.delete(round)
    },
  }
}

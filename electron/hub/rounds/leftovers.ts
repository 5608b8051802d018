import type { Leftover } from '#shared/room/round'
import { packRecord, type RoundRecord, withoutWords } from './record'
import { createSealedDocuments, type SealedDocuments } from './sealedDocuments'
import type { SealedParts } from './sealedParts'

/** What people have in rounds that were cancelled: theirs alone, in the file until they let go of it. */
export interface Leftovers {
  add(round: string, record: RoundRecord): void
  /** The rounds in which this person has something. */
  of(person: string): Leftover[]
  documentsOf(round: string): SealedDocuments | undefined
  /** False when there is nothing of this person in that round. */
  letGo(round: string, person: string): boolean
  /** Takes a person's words out of all of them for good. */
  forget(person: string): void
  dispose(): void
}

export function createLeftovers(parts: SealedParts): Leftovers {
  const rounds = new Map<string, { record: RoundRecord; readonly documents: SealedDocuments }>()
  const remove = (round: string, person: string): boolean => {
    const held = rounds.get(round)
    const part = parts.of(round)
    if (!held || person === '' || !part.get(person)) return false
    held.documents.forget(person)
    if (part.people().length === 0) {
      rounds.delete(round)
      parts.letGo(round)
    }
    return true
  }
  const keep = (round: string, record: RoundRecord) =>
    parts.keepRecord(round, packRecord({ ...record, isCancelled: true }))

  return {
    add(round, record) {
      rounds.set(round, { record, documents: createSealedDocuments(parts.of(round)) })
      if (!record.isCancelled) keep(round, record)
    },
    of: (person) =>
      [...rounds].flatMap(([round, { record }]) =>
        parts.of(round).get(person) ? [{ round, settings: record.settings }] : [],
      ),
    documentsOf: (round) => rounds.get(round)?.documents,
    letGo: remove,
    forget(person) {
      for (const [round, held] of [...rounds]) {
        remove(round, person)
        if (held.record.by !== person || !rounds.has(round)) continue
        held.record = { ...held.record, settings: withoutWords(held.record.settings) }
        keep(round, held.record)
      }
    },
    dispose() {
      for (const { documents } of rounds.values()) documents.dispose()
    },
  }
}

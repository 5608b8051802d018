import * as Y from 'yjs'
import type { RoundKindName, SettingsOf } from '#shared/room/round'
import type { PersonHere, RoundPlace, RunningRound, SealedPart } from '../../electron/hub/rounds/kind'
import { createSealedDocuments, type SealedDocuments } from '../../electron/hub/rounds/sealedDocuments'

export interface TestPlace<K extends RoundKindName> extends RoundPlace<K> {
  /** What is sealed, by person: as a file would keep it. */
  readonly parts: Map<string, Uint8Array>
  readonly here: PersonHere[]
  readonly documents: SealedDocuments
  /** The time that was set last, ms. */
  time: number | null
}

/** A round's place without a hub around it. `parts` are those that a file kept. */
export function roundPlace<K extends RoundKindName>(
  settings: SettingsOf<K>,
  { parts = new Map<string, Uint8Array>(), here = [] as PersonHere[], board = new Y.Doc() } = {},
): TestPlace<K> {
  const sealed: SealedPart = {
    get: (person) => parts.get(person),
    keep(person, bytes) {
      if (bytes) parts.set(person, bytes)
      else parts.delete(person)
    },
    people: () => [...parts.keys()],
  }
  const place: TestPlace<K> = {
    id: 'round',
    settings,
    board,
    parts,
    here,
    time: null,
    sealed,
    documents: createSealedDocuments(sealed),
    people: () => here,
    setTime(ms) {
      place.time = ms
    },
    changed: () => {},
  }
  return place
}

/** A person changes their document in a round, as their window would. */
export function writeIn(
  { documents }: Pick<TestPlace<RoundKindName>, 'documents'>,
  round: Pick<RunningRound<RoundKindName>, 'wrote'>,
  person: string,
  change: (doc: Y.Doc) => void,
): void {
  const doc = new Y.Doc()
  const before = documents.of(person)
  if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
  change(doc)
  documents.take(person, Y.encodeStateAsUpdate(doc))
  round.wrote?.(person)
}

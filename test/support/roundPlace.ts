import * as Y from 'yjs'
import type { RoundKindName, SettingsOf } from '#shared/room/round'
import type { PersonHere, RoundPlace } from '../../electron/hub/rounds/kind'

export interface TestPlace<K extends RoundKindName> extends RoundPlace<K> {
  /** What is sealed, by person: as a file would keep it. */
  readonly parts: Map<string, Uint8Array>
  readonly here: PersonHere[]
  /** The time that was set last, ms. */
  time: number | null
}

/** A round's place without a hub around it. `parts` are those that a file kept. */
export function roundPlace<K extends RoundKindName>(
  settings: SettingsOf<K>,
  { parts = new Map<string, Uint8Array>(), here = [] as PersonHere[], board = new Y.Doc() } = {},
): TestPlace<K> {
  const place: TestPlace<K> = {
    id: 'round',
    settings,
    board,
    parts,
    here,
    time: null,
    sealed: {
      get: (person) => parts.get(person),
      keep(person, bytes) {
        if (bytes) parts.set(person, bytes)
        else parts.delete(person)
      },
      people: () => [...parts.keys()],
    },
    documents: { of: () => undefined, people: () => [] },
    people: () => here,
    setTime(ms) {
      place.time = ms
    },
    changed: () => {},
  }
  return place
}

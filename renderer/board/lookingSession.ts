import type * as Y from 'yjs'
import { NO_GUIDANCE } from '#shared/room/guiding'
import { NO_PICTURES, type PictureLine } from './pictureLine'
import type { Connection, Presence, Replica, Saving } from './replica'
import { NO_ROUNDS } from './roundLine'
import { createSession, type Session } from './session'
import { signal } from './signal'

/**
 * A session in which a document can be seen and its cards be selected, but nothing be written: for a kept
 * version, or for the board beside it, with the board's `pictures`. The document outlives it.
 */
export function createLookingSession(doc: Y.Doc, pictures: PictureLine = NO_PICTURES): Session {
  const replica: Replica = {
    doc,
    connection: signal<Connection>({ state: 'live' }),
    saving: signal<Saving>({ state: 'saved' }),
    me: signal({ peer: 0, person: '', name: '', side: 'facilitator' as const, role: 'observer' as const }),
    people: signal([]),
    presences: signal<ReadonlyMap<number, Presence>>(new Map()),
    isReadOnly: signal(false),
    rounds: NO_ROUNDS,
    pictures,
    guidance: signal(NO_GUIDANCE),
    guide: () => {},
    isOutdated: signal(false),
    isRecovered: signal(false),
    isAway: signal(false),
    noteExport: () => {},
    showPresence: () => {},
    loaded: Promise.resolve(),
    token: () => '',
    dispose: () => {},
  }
  return createSession(replica)
}

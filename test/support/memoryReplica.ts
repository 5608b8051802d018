import * as Y from 'yjs'
import { type Guidance, guided, NO_GUIDANCE } from '#shared/room/guiding'
import type { PeerInfo } from '#shared/sync/protocol'
import type { Connection, Presence, Replica, Saving } from '../../renderer/board/replica'
import { NO_ROUNDS, type RoomRounds, type RunningRound } from '../../renderer/board/roundLine'
import { signal, type WritableSignal } from '../../renderer/board/signal'
import { createMemoryPictures } from './memoryPictures'

/** A replica without a hub; a `MemoryRoom` joins several. */
export interface MemoryReplica extends Replica {
  readonly me: WritableSignal<PeerInfo | null>
  readonly people: WritableSignal<readonly PeerInfo[]>
  readonly presences: WritableSignal<ReadonlyMap<number, Presence>>
  readonly rounds: RoomRounds & { readonly running: WritableSignal<RunningRound | null> }
  readonly guidance: WritableSignal<Guidance>
  /** Called with what this window shows of itself. */
  onPresence: (presence: Presence) => void
}

/** Makes a replica that is loaded and live from the start. */
export function createMemoryReplica(peer = 1, doc = new Y.Doc()): MemoryReplica {
  const me: PeerInfo = {
    peer,
    person: `person${peer}`,
    name: `Person ${peer}`,
    side: 'resident',
    role: 'facilitator',
  }
  const replica: MemoryReplica = {
    doc,
    connection: signal<Connection>({ state: 'live' }),
    saving: signal<Saving>({ state: 'saved' }),
    me: signal<PeerInfo | null>(me),
    people: signal<readonly PeerInfo[]>([me]),
    presences: signal<ReadonlyMap<number, Presence>>(new Map()),
    isReadOnly: signal(false),
    rounds: { ...NO_ROUNDS, running: signal<RunningRound | null>(null) },
    pictures: createMemoryPictures(),
    guidance: signal(NO_GUIDANCE),
    guide: (order) =>
      replica.guidance.set(guided(replica.guidance.get(), replica.me.get()?.peer ?? 0, order)),
    isOutdated: signal(false),
    isRecovered: signal(false),
    isAway: signal(false),
    noteExport: () => undefined,
    onPresence: () => undefined,
    showPresence: (presence) => replica.onPresence(presence),
    loaded: Promise.resolve(),
    token: () => 'token',
    dispose: () => doc.destroy(),
  }
  return replica
}

/** Joins replicas in memory. Updates wait until `deliver`, so that tests can delay, cut off and reorder. */
export class MemoryRoom {
  readonly #replicas: MemoryReplica[] = []
  readonly #waiting: {
    readonly from: MemoryReplica
    readonly to: MemoryReplica
    readonly update: Uint8Array
  }[] = []

  /** While true nothing arrives anywhere. */
  isCut = false

  join(replica: MemoryReplica): void {
    for (const other of this.#replicas) Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(other.doc), this)
    this.#replicas.push(replica)
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      for (const to of this.#replicas) if (to !== replica) this.#waiting.push({ from: replica, to, update })
    })
    replica.onPresence = (presence) => {
      const peer = replica.me.get()?.peer ?? 0
      for (const to of this.#replicas)
        if (to !== replica) to.presences.set(new Map(to.presences.get()).set(peer, presence))
    }
    const people = this.#replicas.flatMap(({ me }) => me.get() ?? [])
    for (const each of this.#replicas) each.people.set(people)
  }

  /** Delivers everything that waits; `pick` chooses which of `count` messages goes next. */
  deliver(pick: (count: number) => number = () => 0): void {
    while (!this.isCut && this.#waiting.length > 0) {
      const [message] = this.#waiting.splice(pick(this.#waiting.length), 1)
      if (message) Y.applyUpdate(message.to.doc, message.update, this)
    }
  }
}

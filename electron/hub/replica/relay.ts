import * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import {
  encodeControl,
  encodePresence,
  encodeRoomPresence,
  encodeSealed,
  type SealedMessage,
  type SyncMessage,
} from '#shared/sync/messages'
import { afterStep, type Presence, type PresenceStep, presenceStep } from '#shared/sync/presence'
import type { FromGuest, FromHub, PeerInfo } from '#shared/sync/protocol'
import type { Member, Room } from '../room'

/** A window of this app on a board that is a copy of another hub's. */
export interface RelayedWindow {
  readonly member: Member
  readonly watches: boolean
  /** Welcomes it again: it is somebody else's peer by now. */
  welcome(): void
}

/** Brings to this app's windows what another hub says about its room, and to that hub what they show and ask. */
export interface Relay {
  /** Who a window is in the room; one that only watches is nobody there. */
  me(watches: boolean): PeerInfo
  attach(window: RelayedWindow): void
  detach(member: Member): void
  /** A window shows something of itself. */
  show(step: PresenceStep): void
  /** A window asks something of the room. */
  ask(said: FromGuest): void
  /** A window exchanges the document that its person has in a round there. */
  sync(member: Member, message: SealedMessage): void
}

/** The side of the relay that hears the other hub. */
export interface RelayInside extends Relay {
  /** The other hub answers, and calls this computer's person so. */
  begin(me: PeerInfo): void
  setMe(me: PeerInfo): void
  /** Says something to every window, and to those that come later. */
  tell(said: FromHub): void
  /** Brings the other hub what this one has of the document that this computer's person has in the round there. */
  bring(): void
  /** What the other hub says of that document. */
  syncAll(message: SealedMessage): void
  showAll(steps: ReadonlyMap<number, PresenceStep>): void
  setAway(): void
  /** Sends every window home with the reason. */
  end(code: FailureCode): void
}

/** The peer of windows that only watch: the room does not know them. */
const WATCHER = -1

/** Nobody but this computer's person is there at first, and the room is away. */
export function createRelay(
  known: PeerInfo,
  room: Pick<Room, 'members' | 'rounds'>,
  send: (message: Uint8Array) => void,
): RelayInside {
  let me = known
  let isAway = true
  const windows = new Map<Member, RelayedWindow>()
  /** The last of each kind, and when it was said: what a window that comes later has to hear. */
  const said = new Map<FromHub['say'], { readonly what: FromHub; readonly at: number }>()
  let presences = new Map<number, Presence>()
  /** All windows share one connection: which message there stands for which of whom, until it is acknowledged. */
  const waiting = new Map<number, { readonly member: Member; readonly sequence: number }>()
  let sealed = 0

  const all = (message: Uint8Array) => {
    for (const member of windows.keys()) member.send(message)
  }
  const keep = (what: FromHub) => said.set(what.say, { what, at: performance.now() })
  const alone = () => keep({ say: 'people', people: [me] })
  alone()
  const tell = (next: FromHub) => {
    keep(next)
    all(encodeControl(next))
  }

  /** What this computer's person has is here as well, so that their windows have it while the other hub is away. */
  const hold = (name: string, { step, bytes }: SyncMessage) => {
    if (step !== 'vector') room.rounds.documentOf(me.person, name)?.take(bytes)
  }

  const acknowledge = (through: number) => {
    for (const [at, { member, sequence }] of waiting) {
      if (at > through) continue
      waiting.delete(at)
      member.send(encodeControl({ say: 'sealed', through: sequence }))
    }
  }

  return {
    me: (watches) => (watches ? { ...me, peer: WATCHER, person: '', role: 'observer' } : me),
    attach(window) {
      const { member } = window
      windows.set(member, window)
      member.send(encodeControl({ say: 'away', isAway }))
      for (const { what, at } of said.values())
        member.send(encodeControl(later(what, performance.now() - at)))
      const shown = new Map([...presences].map(([peer, presence]) => [peer, presenceStep(presence, null)]))
      if (shown.size > 0) member.send(encodeRoomPresence(shown))
    },
    detach: (member) => void windows.delete(member),
    show: (step) => send(encodePresence(step)),
    ask: (asked) => send(encodeControl(asked)),
    sync(member, { round, sequence, sync }) {
      // Not acknowledged here: the window keeps what the other hub does not have.
      hold(round, sync)
      if (isAway) {
        const own = room.rounds.documentOf(me.person, round)
        if (!own || sync.step !== 'vector') return
        for (const answer of own.documents.answer(own.owner, sync.bytes))
          member.send(encodeSealed(round, 0, answer))
        return
      }
      if (sync.step !== 'vector') waiting.set(++sealed, { member, sequence })
      send(encodeSealed(round, sync.step === 'vector' ? 0 : sealed, sync))
      if (sync.step === 'vector') return
      // The other hub takes all windows here for one, and tells them nothing of each other.
      for (const { member: other, watches } of windows.values())
        if (other !== member && !watches) other.send(encodeSealed(round, 0, sync))
    },
    bring() {
      const own = room.rounds.documentOf(me.person)
      const doc = own?.documents.of(own.owner)
      if (own && doc)
        send(encodeSealed(own.name, ++sealed, { step: 'update', bytes: Y.encodeStateAsUpdate(doc) }))
    },
    syncAll({ round, sync }) {
      hold(round, sync)
      for (const { member, watches } of windows.values())
        if (!watches) member.send(encodeSealed(round, 0, sync))
    },
    begin(next) {
      me = next
      isAway = false
      said.clear()
      alone()
      presences = new Map()
      waiting.clear()
      sealed = 0
      for (const { welcome } of windows.values()) welcome()
      all(encodeControl({ say: 'away', isAway }))
    },
    setMe(next) {
      me = next
    },
    tell(next) {
      if (next.say === 'sealed') return acknowledge(next.through)
      tell(next)
      if (next.say !== 'people') return
      const here = new Set(next.people.map(({ peer }) => peer))
      presences = new Map([...presences].filter(([peer]) => here.has(peer)))
    },
    showAll(steps) {
      for (const [peer, step] of steps) presences.set(peer, afterStep(presences.get(peer), step))
      all(encodeRoomPresence(steps))
    },
    setAway() {
      isAway = true
      presences = new Map()
      all(encodeControl({ say: 'away', isAway }))
      tell({ say: 'people', people: [me] })
    },
    end(code) {
      for (const member of [...room.members]) if (windows.has(member)) member.end({ say: 'refused', code })
    },
  }
}

/** The same so many ms later: of a round's time less is left. */
function later(said: FromHub, passed: number): FromHub {
  if (said.say !== 'round' || !said.round?.time) return said
  const { left, whole } = said.round.time
  return { ...said, round: { ...said.round, time: { left: Math.max(0, left - passed), whole } } }
}

import type { FailureCode } from '#shared/failure'
import { encodeControl, encodePresence, encodeRoomPresence } from '#shared/sync/messages'
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
}

/** The side of the relay that hears the other hub. */
export interface RelayInside extends Relay {
  /** The other hub answers, and calls this computer's person so. */
  begin(me: PeerInfo): void
  setMe(me: PeerInfo): void
  /** Says something to every window, and to those that come later. */
  tell(said: FromHub): void
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
  room: Pick<Room, 'members'>,
  send: (message: Uint8Array) => void,
): RelayInside {
  let me = known
  let isAway = true
  const windows = new Map<Member, RelayedWindow>()
  /** The last of each kind: what a window that comes later has to hear. */
  const said = new Map<FromHub['say'], FromHub>()
  let presences = new Map<number, Presence>()

  const all = (message: Uint8Array) => {
    for (const member of windows.keys()) member.send(message)
  }
  const alone = () => said.set('people', { say: 'people', people: [me] })
  alone()
  const tell = (next: FromHub) => {
    said.set(next.say, next)
    all(encodeControl(next))
  }

  return {
    me: (watches) => (watches ? { ...me, peer: WATCHER, person: '', role: 'observer' } : me),
    attach(window) {
      const { member } = window
      windows.set(member, window)
      member.send(encodeControl({ say: 'away', isAway }))
      for (const one of said.values()) member.send(encodeControl(one))
      const shown = new Map([...presences].map(([peer, presence]) => [peer, presenceStep(presence, null)]))
      if (shown.size > 0) member.send(encodeRoomPresence(shown))
    },
    detach: (member) => void windows.delete(member),
    show: (step) => send(encodePresence(step)),
    ask: (asked) => send(encodeControl(asked)),
    begin(next) {
      me = next
      isAway = false
      said.clear()
      alone()
      presences = new Map()
      for (const { welcome } of windows.values()) welcome()
      all(encodeControl({ say: 'away', isAway }))
    },
    setMe(next) {
      me = next
    },
    tell(next) {
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

import { encodeRoomPresence } from '#shared/sync/messages'
import {
  afterStep,
  joinSteps,
  lit,
  type Presence,
  type PresenceStep,
  presenceStep,
} from '#shared/sync/presence'
import type { Member } from './room'

/** What the windows of a room show of themselves, gathered and sent to all of them in rounds. */
export interface Presences {
  /** A window came in, and is shown everybody in the next round. */
  meet(member: Member): void
  leave(member: Member): void
  /** Takes a step into the next round. Who may not write is shown to point, and to move or write nothing. */
  show(member: Member, step: PresenceStep): void
  /** Shows everybody anew, since what they may do has changed. */
  showAgain(): void
  round(): void
}

export function createPresences(
  members: ReadonlySet<Member>,
  mayWrite: (member: Member) => boolean,
): Presences {
  const shown = new Map<Member, Presence>()
  let steps = new Map<Member, PresenceStep>()
  /** Windows that missed a step and need the whole of everybody's presence. */
  const behind = new Set<Member>()

  const show = (member: Member, asked: PresenceStep) => {
    const step = mayWrite(member) ? asked : handsOff(asked)
    shown.set(member, afterStep(shown.get(member), step))
    steps.set(member, joinSteps(steps.get(member), step))
  }

  return {
    meet(member) {
      if (shown.size > 0) behind.add(member)
    },
    leave(member) {
      shown.delete(member)
      steps.delete(member)
      behind.delete(member)
    },
    show,
    showAgain() {
      for (const [member, presence] of [...shown]) show(member, wholeStep(presence))
    },
    round() {
      if (steps.size === 0 && behind.size === 0) return
      const news = steps.size > 0 ? byPeer(steps) : undefined
      let whole: Uint8Array | undefined
      for (const member of members) {
        if (member.isRelayed) continue
        if (!member.canHear()) {
          behind.add(member)
        } else if (behind.delete(member)) {
          whole ??= byPeer([...shown].map(([other, presence]) => [other, wholeStep(presence)]))
          member.send(whole)
        } else if (news) member.send(news)
      }
      steps = new Map()
    },
  }
}

const byPeer = (entries: Iterable<[Member, PresenceStep]>): Uint8Array =>
  encodeRoomPresence(new Map([...entries].map(([member, step]) => [member.info.peer, step])))

const wholeStep = (presence: Presence): PresenceStep => presenceStep(presence, null)

const handsOff = ({ cursor, laser, hands }: PresenceStep): PresenceStep => ({
  cursor,
  ...lit(laser),
  motions: [],
  caret: null,
  hands: hands && { ...hands, held: [], editing: null },
  strokes: [],
})

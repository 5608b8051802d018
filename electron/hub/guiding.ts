import { type Guidance, type GuideOrder, guided, NO_GUIDANCE } from '#shared/room/guiding'
import { encodeControl } from '#shared/sync/messages'
import type { Member } from './room'

/** Where whoever leads the room asks all windows to look. */
export interface Guiding {
  /** What a facilitator's window asks. */
  order(member: Member, order: GuideOrder): void
  /** A window came in and is told. */
  meet(member: Member): void
  /** A window that left leads nobody any more. */
  leave(member: Member): void
  /** Tells what changed. A window that is behind hears it when it can: the newest is enough. */
  round(): void
}

/** Guides nobody at first. */
export function createGuiding(members: ReadonlySet<Member>): Guiding {
  let now: Guidance = NO_GUIDANCE
  const untold = new Set<Member>()
  const change = (next: Guidance) => {
    if (next === now) return
    now = next
    for (const member of members) untold.add(member)
  }
  return {
    order: (member, order) => change(guided(now, member.info.peer, order)),
    meet(member) {
      if (now !== NO_GUIDANCE) untold.add(member)
    },
    leave(member) {
      untold.delete(member)
      if (now.isLeading && now.guide === member.info.peer) change({ ...now, isLeading: false })
    },
    round() {
      if (untold.size === 0) return
      const message = encodeControl({ say: 'guidance', guidance: now })
      for (const member of untold) {
        if (!member.canHear()) continue
        untold.delete(member)
        member.send(message)
      }
    },
  }
}

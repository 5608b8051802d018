import type { z } from 'zod'
import { type Guidance, type GuideOrder, guidance, guided, NO_GUIDANCE } from '#shared/room/guiding'
import { encodeControl } from '#shared/sync/messages'
import type { SealedRow } from '../files/sealedRows'
import type { Member } from './room'
import type { Saver } from './saver'

/** Where whoever leads the room asks all windows to look. */
export interface Guiding {
  /** What a facilitator's window asks. */
  order(member: Member, order: GuideOrder): void
  /** Another hub, of whose board this one is a copy, asks this of its room: what lasts of it would last here. */
  carry(guidance: Guidance): void
  /** A window came in and is told. */
  meet(member: Member): void
  /** A window that left leads nobody any more. */
  leave(member: Member): void
  /** Tells what changed. A window that is behind hears it when it can: the newest is enough. */
  round(): void
  /** The room is closed: nobody is kept at a stage any more. */
  unlock(): void
  /** The board is let go of in peace: the next time it is opened no card is shown alone. */
  rest(): void
}

/** Where the file keeps what outlives a hub that dies; other programs leave it alone, as a round that they do not know. */
const PLACE = { round: 'guiding', person: '' } as const
/** Whoever led is somebody else's peer afterwards, and their view is gone: only these last. */
const lasting = guidance.pick({ spotlight: true, isStageLocked: true })

/** Goes on with what `rows` have of a hub that died; guides nobody at first without. */
export function createGuiding(
  members: ReadonlySet<Member>,
  rows: readonly SealedRow[],
  saver: Pick<Saver, 'seal'>,
): Guiding {
  const kept = keptIn(rows)
  let now: Guidance = kept ? { ...NO_GUIDANCE, ...kept } : NO_GUIDANCE
  const untold = new Set<Member>()
  const change = (next: Guidance) => {
    if (next === now) return
    const lasts = next.spotlight !== now.spotlight || next.isStageLocked !== now.isStageLocked
    now = next
    if (lasts) keep(now)
    // Of another hub's room its windows hear from there.
    for (const member of members) if (!member.isRelayed) untold.add(member)
  }
  const keep = ({ spotlight, isStageLocked }: z.infer<typeof lasting>) => {
    const isAny = spotlight !== null || isStageLocked
    const data = isAny ? new TextEncoder().encode(JSON.stringify({ spotlight, isStageLocked })) : null
    saver.seal({ ...PLACE, data })
  }
  return {
    order: (member, order) => change(guided(now, member.info.peer, order)),
    carry({ spotlight, isStageLocked }) {
      change({ ...NO_GUIDANCE, spotlight, isStageLocked })
    },
    meet(member) {
      // A copy of this board may remember what was asked before.
      if ((now !== NO_GUIDANCE || member.keeps) && !member.isRelayed) untold.add(member)
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
    unlock: () => change(now.isStageLocked ? { ...now, isStageLocked: false } : now),
    // Nobody is told: whoever hosts the room after this goes on with it.
    rest() {
      if (now.spotlight !== null) keep({ ...now, spotlight: null })
    },
  }
}

function keptIn(rows: readonly SealedRow[]): z.infer<typeof lasting> | undefined {
  const row = rows.find(({ round, person }) => round === PLACE.round && person === PLACE.person)
  try {
    return row && lasting.parse(JSON.parse(new TextDecoder().decode(row.data)))
  } catch {
    // Something else is kept there: nobody is guided.
    return undefined
  }
}

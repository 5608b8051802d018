import { z } from 'zod'

const place = z.number().min(-1e9).max(1e9)
const extent = z.number().positive().max(1e9)

/** A part of the wall: x, y, width, height in world units. */
export const guidedView = z.tuple([place, place, extent, extent])
export type GuidedView = z.infer<typeof guidedView>

/**
 * What whoever leads may ask of all windows. None of it is in the document: it ends with the room. A hub that died, and
 * a desktop that hosts in its place, go on with a locked stage and a card that is shown alone.
 */
export const guideOrder = z.discriminatedUnion('do', [
  /** Brings everybody to this part of the wall, once. */
  z.object({ do: z.literal('lookHere'), view: guidedView }),
  /** From now on everybody sees what this window sees. */
  z.object({ do: z.literal('lead'), view: guidedView }),
  /** What the window that leads sees now; nothing from any other. */
  z.object({ do: z.literal('show'), view: guidedView }),
  /** Everybody looks around by themselves again; the big screen, at which nobody can, shows the whole wall. */
  z.object({ do: z.literal('stopLeading') }),
  /** Shows one card alone; null ends it. */
  z.object({ do: z.literal('spotlight'), card: z.string().min(1).max(100).nullable() }),
  /** The big screen shows the whole wall again. */
  z.object({ do: z.literal('showAll') }),
  /** Keeps participants at the stage where the room is. */
  z.object({ do: z.literal('lockStage'), isOn: z.boolean() }),
])
export type GuideOrder = z.infer<typeof guideOrder>

/** Where everybody is asked to look. */
export const guidance = z.object({
  /** The peer that asked last, or leads. */
  guide: z.number().int().nullable(),
  isLeading: z.boolean(),
  /** Null for the whole wall. */
  view: guidedView.nullable(),
  /** Goes up with each time somebody asks everybody to look at a part of the wall. */
  calls: z.number().int().nonnegative(),
  /** The card that is shown alone. */
  spotlight: z.string().nullable(),
  isStageLocked: z.boolean(),
})
export type Guidance = z.infer<typeof guidance>

export const NO_GUIDANCE: Guidance = {
  guide: null,
  isLeading: false,
  view: null,
  calls: 0,
  spotlight: null,
  isStageLocked: false,
}

/** What an order of this peer makes of the guidance; the same object when it changes nothing. */
export function guided(now: Guidance, peer: number, order: GuideOrder): Guidance {
  switch (order.do) {
    case 'lookHere':
      // Whoever leads already goes on leading, unless somebody else calls.
      return {
        ...now,
        guide: peer,
        isLeading: now.isLeading && now.guide === peer,
        view: order.view,
        calls: now.calls + 1,
        spotlight: null,
      }
    case 'lead':
      return { ...now, guide: peer, isLeading: true, view: order.view, spotlight: null }
    case 'show':
      return now.isLeading && now.guide === peer ? { ...now, view: order.view } : now
    case 'stopLeading':
      return now.isLeading ? { ...now, isLeading: false, view: null } : now
    case 'spotlight':
      return now.spotlight === order.card
        ? now
        : { ...now, guide: order.card === null ? now.guide : peer, spotlight: order.card }
    case 'showAll':
      return now.view === null && !now.isLeading && now.spotlight === null
        ? now
        : { ...now, isLeading: false, view: null, spotlight: null }
    case 'lockStage':
      return now.isStageLocked === order.isOn ? now : { ...now, isStageLocked: order.isOn }
  }
}

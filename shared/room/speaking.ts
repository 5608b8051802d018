import { z } from 'zod'
import { SIDES, type Side } from '../board/vocabulary'
import { roundTime } from './time'
import { MAX_QUESTION } from './writing'

/** Hands that are up at once; a room has fewer people. */
export const MOST_HANDS = 200

/** Everybody may raise a hand, and the sides take turns. */
export const speakingSettings = z.object({
  kind: z.literal('speaking'),
  /** Null without an end. */
  ms: roundTime.nullable(),
  question: z.string().max(MAX_QUESTION),
})

const speaker = z.object({ person: z.string(), name: z.string(), side: z.enum(SIDES) })
export type Speaker = z.infer<typeof speaker>

export const speakingShown = z.object({
  kind: z.literal('speaking'),
  question: z.string(),
  /** Who has the floor. */
  now: speaker.nullable(),
  /** Who has raised a hand, in the order in which they will be called. */
  queue: z.array(speaker),
})

export const speakingAsk = z.object({
  kind: z.literal('speaking'),
  asks: z.discriminatedUnion('do', [
    z.object({ do: z.literal('raise') }),
    z.object({ do: z.literal('lower') }),
    /** Whoever leads the room gives somebody with a raised hand the floor before their turn. */
    z.object({ do: z.literal('call'), person: z.string().max(64) }),
    /** Whoever leads the room takes a hand down. */
    z.object({ do: z.literal('setAside'), person: z.string().max(64) }),
  ]),
})

/** A raised hand. */
export interface Hand {
  readonly person: string
  readonly side: Side
}

/** How often each side has had the floor; a side that is not named has not. */
export type Turns = Readonly<Partial<Record<Side, number>>>

/**
 * The order in which hands are called, of hands in the order in which they were raised: the side that has spoken least
 * comes first, and of equals the hand that has been up longest.
 */
export function inTurn<H extends Hand>(hands: readonly H[], turns: Turns): readonly H[] {
  const counts = new Map(SIDES.map((side) => [side, turns[side] ?? 0]))
  const waiting = [...hands]
  const order: H[] = []
  while (waiting.length > 0) {
    const least = Math.min(...waiting.map(({ side }) => counts.get(side) ?? 0))
    const at = waiting.findIndex(({ side }) => (counts.get(side) ?? 0) === least)
    const [next] = waiting.splice(at, 1)
    if (!next) break
    counts.set(next.side, least + 1)
    order.push(next)
  }
  return order
}

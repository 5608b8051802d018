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
 * The order in which hands are called, of hands in the order in which they were raised; `last` is the side that has the
 * floor, or had it last. No side comes twice in a row while somebody of another waits. Of the others the side that has
 * spoken least comes first, and of equals the hand that has been up longest.
 */
export function inTurn<H extends Hand>(hands: readonly H[], turns: Turns, last: Side | null): readonly H[] {
  const counts = new Map(SIDES.map((side) => [side, turns[side] ?? 0]))
  const waiting = [...hands]
  const order: H[] = []
  let before = last
  while (waiting.length > 0) {
    const others = waiting.filter(({ side }) => side !== before)
    const eligible = others.length > 0 ? others : waiting
    const least = Math.min(...eligible.map(({ side }) => counts.get(side) ?? 0))
    const next = eligible.find(({ side }) => (counts.get(side) ?? 0) === least)
    if (!next) break
    waiting.splice(waiting.indexOf(next), 1)
    counts.set(next.side, least + 1)
    before = next.side
    order.push(next)
  }
  return order
}

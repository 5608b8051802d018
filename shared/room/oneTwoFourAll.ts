import { z } from 'zod'
import { SIDES } from '../board/schema'
import { roundTime } from './time'
import { MAX_QUESTION } from './writing'

/** Alone, in pairs, in fours, all together. */
export const CIRCLES = ['alone', 'pairs', 'fours', 'all'] as const
export type Circle = (typeof CIRCLES)[number]

/** UTF-16 units of a four's idea. */
export const MAX_IDEA = 500

/** People think alone, then in pairs, then in fours that keep one idea each, then together. */
export const oneTwoFourAllSettings = z.object({
  kind: z.literal('oneTwoFourAll'),
  /** Alone; null without an end. */
  ms: roundTime.nullable(),
  /** In pairs, in fours, and together. */
  later: z.tuple([roundTime, roundTime, roundTime]),
  question: z.string().max(MAX_QUESTION),
})

const groupMember = z.object({ person: z.string(), name: z.string(), side: z.enum(SIDES) })

export const oneTwoFourAllShown = z.object({
  kind: z.literal('oneTwoFourAll'),
  question: z.string(),
  circle: z.enum(CIRCLES),
  /** The pair or four of whoever is told, without themselves; null for whoever is in none. */
  mates: z.array(groupMember).nullable(),
  /** What their four has kept; empty as long as it has nothing. */
  idea: z.string(),
  /** How many fours there are, and how many of them have kept an idea. */
  fours: z.number().int().nonnegative(),
  kept: z.number().int().nonnegative(),
})

export const oneTwoFourAllAsk = z.object({
  kind: z.literal('oneTwoFourAll'),
  asks: z.discriminatedUnion('do', [
    /** Somebody who came late wants to be in a group. */
    z.object({ do: z.literal('join') }),
    /** The one idea of this person's four, in place of what it had. */
    z.object({ do: z.literal('keep'), idea: z.string().max(MAX_IDEA) }),
  ]),
})

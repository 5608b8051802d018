import { z } from 'zod'

/** Milliseconds that a round may take. */
export const LONGEST_ROUND = 4 * 60 * 60 * 1_000

/** Milliseconds to begin with, or to add. */
export const roundTime = z.number().int().min(1_000).max(LONGEST_ROUND)

/** What is left of a round's time by the hub's clock, ms: 0 when it is up. */
export const timeLeft = z.object({
  left: z.number().nonnegative().max(LONGEST_ROUND),
  whole: z.number().positive(),
})
export type TimeLeft = z.infer<typeof timeLeft>

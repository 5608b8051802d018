import { z } from 'zod'
import { roundTime } from './time'

/** UTF-16 units of the question that a round asks. */
export const MAX_QUESTION = 300

/** Everybody writes cards that only they see, until all appear at once. */
export const writingSettings = z.object({
  kind: z.literal('writing'),
  /** Null without an end. */
  ms: roundTime.nullable(),
  question: z.string().max(MAX_QUESTION),
})

/** How many have written how much, and never what or who. */
export const writingShown = z.object({
  kind: z.literal('writing'),
  question: z.string(),
  /** Who has written at least one card. */
  people: z.number().int().nonnegative(),
  cards: z.number().int().nonnegative(),
  /** Who has said that they are done. */
  done: z.number().int().nonnegative(),
  /** Whoever is told has said so themselves. */
  isDone: z.boolean(),
})

/** A person says that they have nothing to add, or that they have after all. */
export const writingAsk = z.object({ kind: z.literal('writing'), isDone: z.boolean() })

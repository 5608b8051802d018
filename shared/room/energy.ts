import { z } from 'zod'
import { roundTime } from './time'

/** From the unhappiest to the happiest. */
export const FACES = ['drained', 'low', 'fair', 'good', 'great'] as const
export type Face = (typeof FACES)[number]

/** Of fewer people a count would tell who feels how. */
export const LEAST_FACES = 3

/** Everybody shows by a face how they feel, at the beginning or at the end, and nobody learns who showed which. */
export const energySettings = z.object({
  kind: z.literal('energy'),
  /** Null without an end. */
  ms: roundTime.nullable(),
  moment: z.enum(['start', 'end']),
})

const face = z.enum(FACES).nullable()

export const energyShown = z.object({
  kind: z.literal('energy'),
  moment: z.enum(['start', 'end']),
  /** Of whoever is told, and of nobody else. */
  mine: face,
  /** How many have chosen one. */
  answered: z.number().int().nonnegative(),
})

/** A person chooses a face, another one, or none after all. */
export const energyAsk = z.object({ kind: z.literal('energy'), face })

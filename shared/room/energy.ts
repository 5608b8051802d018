import type * as Y from 'yjs'
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

export const energyShown = z.object({
  kind: z.literal('energy'),
  moment: z.enum(['start', 'end']),
  /** How many have chosen one. */
  answered: z.number().int().nonnegative(),
})

/** The document of one person: a root map whose `face` is what they chose last. */
const chosenIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('energy')
const face = z.enum(FACES)

/** Chooses a face, or none after all. */
export function chooseFace(doc: Y.Doc, chosen: Face | null): void {
  if (chosen) chosenIn(doc).set('face', chosen)
  else chosenIn(doc).delete('face')
}

/** Null as long as there is none, or something else. */
export const readFace = (doc: Y.Doc): Face | null => face.safeParse(chosenIn(doc).get('face')).data ?? null

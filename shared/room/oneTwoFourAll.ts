import * as Y from 'yjs'
import { z } from 'zod'
import { replaceProse } from '../board/prose'
import { SIDES } from '../board/vocabulary'
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
  /** How many fours there are, and how many of them have kept an idea. */
  fours: z.number().int().nonnegative(),
  kept: z.number().int().nonnegative(),
})

export const oneTwoFourAllAsk = z.object({
  kind: z.literal('oneTwoFourAll'),
  /** Somebody who came late wants to be in a group. */
  asks: z.object({ do: z.literal('join') }),
})

/** The document of one four: a root text `idea` in which all of them write. */
const ideaIn = (doc: Y.Doc): Y.Text => doc.getText('idea')

/** What a four has written, as far as it is no longer than an idea may be. */
export const readIdea = (doc: Y.Doc): string => ideaIn(doc).toString().slice(0, MAX_IDEA)

/** Rewrites the idea by its smallest difference, so that what the others type at the same time stays. */
export const changeIdea = (doc: Y.Doc, words: string): void =>
  doc.transact(() => replaceProse(ideaIn(doc), words.slice(0, MAX_IDEA)))

/** A place in the idea, UTF-16 units, that stays between the letters where it is. */
export function placeInIdea(doc: Y.Doc, at: number): () => number {
  const anchor = Y.createRelativePositionFromTypeIndex(ideaIn(doc), at, -1)
  return () => Y.createAbsolutePositionFromRelativePosition(anchor, doc)?.index ?? at
}

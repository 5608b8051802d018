import type * as Y from 'yjs'
import { z } from 'zod'
import { roundTime } from './time'
import { MAX_QUESTION } from './writing'

/** Cards that one vote may be about. */
export const MOST_CHOICES = 200
/** Dots that one person may have. */
export const MOST_DOTS = 50

const cardId = z.string().min(1).max(64)
const dots = z.number().int().min(0).max(MOST_DOTS)

/** Everybody puts dots on cards where nobody sees it, until all are counted at once. */
export const voteSettings = z.object({
  kind: z.literal('vote'),
  /** Null without an end. */
  ms: roundTime.nullable(),
  question: z.string().max(MAX_QUESTION),
  /** What the vote is about, in the order in which it is offered. */
  cards: z.array(cardId).min(2).max(MOST_CHOICES),
  /** Of each person. */
  dots: dots.min(1),
  /** Of one person on one card. */
  most: dots.min(1),
})

/** The dots that one person has put, by card. */
export type Ballot = Readonly<Record<string, number>>
type Rules = Pick<z.infer<typeof voteSettings>, 'cards' | 'dots' | 'most'>

export const voteShown = z.object({
  kind: z.literal('vote'),
  question: z.string(),
  cards: z.array(cardId),
  dots,
  most: dots,
  /** How many have put at least one dot. */
  voted: z.number().int().nonnegative(),
})

/** How many dots a person should have: a quarter of the cards. */
export const suggestedDots = (cards: number): number =>
  Math.min(MOST_DOTS, Math.max(1, Math.round(cards / 4)))

/*
 * A ballot is the document of one person in a vote: a root map `dots` of card → how many. Two windows of theirs may both
 * put dots while they do not hear of each other.
 */
const dotsIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('dots')

/** Puts so many dots on a card, or takes all of them off it. */
export function putDots(doc: Y.Doc, card: string, wanted: number): void {
  if (wanted > 0) dotsIn(doc).set(card, wanted)
  else dotsIn(doc).delete(card)
}

/**
 * A ballot as it counts, whatever somebody's client made of the document: what is too much on one card is left out, and
 * what is more than a person may have in all is left out from the cards that were offered last.
 */
export function readBallot(doc: Y.Doc, rules: Rules): Ballot {
  const given = dotsIn(doc)
  let left = rules.dots
  const counted = [...new Set(rules.cards)].flatMap((card) => {
    const asked = dots.safeParse(given.get(card))
    const count = asked.success ? Math.min(asked.data, rules.most, left) : 0
    left -= count
    return count > 0 ? [[card, count] as const] : []
  })
  return Object.fromEntries(counted)
}

/** All dots of a ballot. */
export const dotsOn = (given: Ballot): number => Object.values(given).reduce((sum, each) => sum + each, 0)

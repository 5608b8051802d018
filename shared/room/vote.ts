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
export const ballot = z.record(cardId, dots.min(1))
export type Ballot = Readonly<z.infer<typeof ballot>>

export const voteShown = z.object({
  kind: z.literal('vote'),
  question: z.string(),
  cards: z.array(cardId),
  dots,
  most: dots,
  /** Of whoever is told, and of nobody else. */
  mine: ballot,
  /** How many have put at least one dot. */
  voted: z.number().int().nonnegative(),
})

/** A person wants so many dots on a card. More than they have, or than one card may get, is no vote. */
export const voteAsk = z.object({ kind: z.literal('vote'), card: cardId, dots })

/** How many dots a person should have: a quarter of the cards. */
export const suggestedDots = (cards: number): number =>
  Math.min(MOST_DOTS, Math.max(1, Math.round(cards / 4)))

/** The ballot with so many dots on a card; null when that is not allowed. */
export function withDots(
  before: Ballot,
  { card, dots: wanted }: Pick<z.infer<typeof voteAsk>, 'card' | 'dots'>,
  rules: Pick<z.infer<typeof voteSettings>, 'cards' | 'dots' | 'most'>,
): Ballot | null {
  if (!rules.cards.includes(card) || wanted > rules.most) return null
  const { [card]: _, ...others } = before
  const next = wanted === 0 ? others : { ...others, [card]: wanted }
  return dotsOn(next) <= rules.dots ? next : null
}

/** All dots of a ballot. */
export const dotsOn = (given: Ballot): number => Object.values(given).reduce((sum, each) => sum + each, 0)

import type { Outcome, Vote } from './schema'

/** The dots that blind votes left on cards: of each card those of the newest vote that it was in. */
export function dotsOfVotes(outcomes: readonly Outcome[]): ReadonlyMap<string, number> {
  const dots = new Map<string, number>()
  const votes = outcomes.filter(({ round }) => round === 'vote').sort(byAge)
  for (const { cards, counts } of votes)
    for (const [at, card] of cards.entries()) dots.set(card, Math.max(0, counts[at] ?? 0))
  return dots
}

/** The votes of each card: those given openly, and the dots of blind votes. */
export function countVotes(
  votes: readonly Vote[],
  outcomes: readonly Outcome[],
): ReadonlyMap<string, number> {
  const counts = new Map(dotsOfVotes(outcomes))
  for (const { card } of votes) if (card !== null) counts.set(card, (counts.get(card) ?? 0) + 1)
  return counts
}

/** A card of a vote with what it got. */
export interface Placed {
  readonly card: string
  readonly dots: number
  /** From 1; cards with the same dots share one. */
  readonly place: number
  readonly isTied: boolean
}

/** The result of a vote, in order. */
export function placesOf({ cards, counts }: Pick<Outcome, 'cards' | 'counts'>): readonly Placed[] {
  const dotsAt = (at: number) => Math.max(0, counts[at] ?? 0)
  const sorted = cards
    .map((card, at) => ({ card, dots: dotsAt(at) }))
    // Equals stay in the order in which they were offered.
    .sort((a, b) => b.dots - a.dots)
  return sorted.map(({ card, dots }) => ({
    card,
    dots,
    place: sorted.findIndex((each) => each.dots === dots) + 1,
    isTied: sorted.filter((each) => each.dots === dots).length > 1,
  }))
}

const byAge = (a: Outcome, b: Outcome): number => a.made.at - b.made.at || (a.id < b.id ? -1 : 1)

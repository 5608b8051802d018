import { dotsOfVotes } from '#shared/board/outcomes'
import type { Card, Outcome, Vote } from '#shared/board/schema'

export interface VotedIdea {
  readonly card: Card
  /** The people who voted for it openly. */
  readonly voters: readonly string[]
  /** Those, and the dots of the last blind vote about it. */
  readonly votes: number
}

export interface IdeaGroup {
  /** Null for the ideas that answer no question. */
  readonly question: Card | null
  readonly ideas: readonly VotedIdea[]
}

/**
 * The ideas under the first question they came from, those with most votes first and equals in the order of
 * the outline. Every question has a group; ideas without one come last, when there are any.
 */
export function ideasByQuestion(
  cards: readonly Card[],
  votes: readonly Vote[],
  outcomes: readonly Outcome[],
): IdeaGroup[] {
  const dots = dotsOfVotes(outcomes)
  const voters = new Map<string, Set<string>>()
  for (const { card, by } of votes) {
    if (card === null || by === null) continue
    const set = voters.get(card) ?? new Set()
    voters.set(card, set.add(by))
  }
  const questions = cards.filter(({ type }) => type === 'howMightWe')
  const known = new Set(questions.map(({ id }) => id))
  const ideas = cards
    .filter(({ type }) => type === 'idea')
    .map((card) => {
      const given = [...(voters.get(card.id) ?? [])]
      return { card, voters: given, votes: given.length + (dots.get(card.id) ?? 0) }
    })
    .sort((a, b) => b.votes - a.votes)
  const answering = (question: string | null) =>
    ideas.filter(({ card }) => (card.from.find((id) => known.has(id)) ?? null) === question)
  const groups: IdeaGroup[] = questions.map((question) => ({ question, ideas: answering(question.id) }))
  const others = answering(null)
  return others.length > 0 ? [...groups, { question: null, ideas: others }] : groups
}

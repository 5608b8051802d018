import type { Card, Vote } from '#shared/board/schema'

export interface VotedIdea {
  readonly card: Card
  /** The people who voted for it. */
  readonly voters: readonly string[]
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
export function ideasByQuestion(cards: readonly Card[], votes: readonly Vote[]): IdeaGroup[] {
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
    .map((card) => ({ card, voters: [...(voters.get(card.id) ?? [])] }))
    .sort((a, b) => b.voters.length - a.voters.length)
  const answering = (question: string | null) =>
    ideas.filter(({ card }) => (card.from.find((id) => known.has(id)) ?? null) === question)
  const groups: IdeaGroup[] = questions.map((question) => ({ question, ideas: answering(question.id) }))
  const others = answering(null)
  return others.length > 0 ? [...groups, { question: null, ideas: others }] : groups
}

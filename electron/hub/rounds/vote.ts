import { keepOutcome } from '#shared/board/actions/outcomes'
import { type Ballot, dotsOn, readBallot } from '#shared/room/vote'
import type { RoundKind } from './kind'

/** A blind vote: each person's ballot is sealed, and only the sums come onto the board. */
export const vote: RoundKind<'vote'> = {
  name: 'vote',
  givesWay: false,
  lingers: null,
  hasDocuments: true,
  leavesWords: false,
  open(place) {
    const cards = [...new Set(place.settings.cards)]
    const { dots, most } = place.settings
    const ballots = new Map<string, Ballot>()
    const count = (person: string) => {
      const doc = place.documents.of(person)
      const given = doc ? readBallot(doc, { cards, dots, most }) : {}
      if (dotsOn(given) > 0) ballots.set(person, given)
      else ballots.delete(person)
    }
    for (const person of place.documents.people()) count(person)
    return {
      shownTo: () => ({
        kind: 'vote',
        question: place.settings.question,
        cards,
        dots,
        most,
        voted: ballots.size,
      }),
      wrote: count,
      reveal(writer) {
        if (ballots.size === 0) return
        const sums = cards.map((card) => ({
          card,
          sum: [...ballots.values()].reduce((sum, given) => sum + (given[card] ?? 0), 0),
        }))
        // Equals stay in the order in which they were offered.
        sums.sort((a, b) => b.sum - a.sum)
        const outcome = {
          round: 'vote',
          question: place.settings.question,
          cards: sums.map(({ card }) => card),
          counts: sums.map(({ sum }) => sum),
          people: ballots.size,
        } as const
        keepOutcome(writer, outcome, place.id)
      },
      forget(person) {
        ballots.delete(person)
      },
    }
  },
}

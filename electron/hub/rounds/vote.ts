import { keepOutcome } from '#shared/board/actions/outcomes'
import { type Ballot, ballot, dotsOn, withDots } from '#shared/room/vote'
import type { RoundKind } from './kind'

/** A blind vote: each person's ballot is sealed, and only the sums come onto the board. */
export const vote: RoundKind<'vote'> = {
  name: 'vote',
  givesWay: false,
  lingers: null,
  hasDocuments: false,
  open(place) {
    const { sealed, changed } = place
    const cards = [...new Set(place.settings.cards)]
    const { dots, most } = place.settings
    const rules = { cards, dots, most }
    const ballots = new Map<string, Ballot>()
    for (const person of sealed.people()) {
      const kept = unpacked(sealed.get(person), rules)
      if (kept) ballots.set(person, kept)
    }
    return {
      shownTo: ({ person }) => ({
        kind: 'vote',
        question: place.settings.question,
        cards,
        dots,
        most,
        mine: ballots.get(person) ?? {},
        voted: ballots.size,
      }),
      ask(person, asked) {
        const next = withDots(ballots.get(person) ?? {}, asked, rules)
        if (!next) return changed()
        if (dotsOn(next) === 0) ballots.delete(person)
        else ballots.set(person, next)
        sealed.keep(person, dotsOn(next) === 0 ? null : new TextEncoder().encode(JSON.stringify(next)))
        changed()
      },
      reveal(writer) {
        if (ballots.size === 0) return
        const sums = cards.map((card) => ({
          card,
          sum: [...ballots.values()].reduce((sum, given) => sum + (given[card] ?? 0), 0),
        }))
        // Equals stay in the order in which they were offered.
        sums.sort((a, b) => b.sum - a.sum)
        keepOutcome(writer, {
          round: 'vote',
          question: place.settings.question,
          cards: sums.map(({ card }) => card),
          counts: sums.map(({ sum }) => sum),
          people: ballots.size,
        })
      },
      forget(person) {
        ballots.delete(person)
      },
    }
  },
}

/** What the file kept of a ballot; undefined when that is none by these rules. */
function unpacked(bytes: Uint8Array | undefined, rules: Parameters<typeof withDots>[2]): Ballot | undefined {
  try {
    const given = ballot.parse(JSON.parse(new TextDecoder().decode(bytes)))
    const isFair = Object.entries(given).every(([card, dots]) => withDots(given, { card, dots }, rules))
    return isFair && dotsOn(given) > 0 ? given : undefined
  } catch {
    return undefined
  }
}

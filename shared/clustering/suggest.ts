import { type Lexicon, learnLexicon, type Translation } from './lexicon'
import { joinAlike } from './linkage'
import { compareAll, type Weights, weighTerms } from './similarity'
import { readTerms, type Terms } from './words/terms'

export interface TextCard {
  readonly id: string
  /** Everything that is read on it. */
  readonly text: string
}

/** Cards that may belong together, and the words that say why. */
export interface Proposal {
  readonly cards: readonly string[]
  /** As people wrote them, the most telling first. */
  readonly words: readonly string[]
}

/** How alike the cards of a group are at least, on average, 0 to 1. */
const THRESHOLD = 0.1
const MOST_WORDS = 4

/**
 * Groups cards by the words they share. The order of the cards does not matter: the same cards give the same
 * proposals, the largest first. Cards that are like no others are in none. Works on in pieces, so that whoever runs
 * it can do other things between them.
 */
export function* suggestClusters(
  given: readonly TextCard[],
  translations: readonly Translation[],
): Generator<void, Proposal[]> {
  const cards = [...given].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const terms = yield* readTerms(cards.map(({ text }) => text))
  const lexicon: Lexicon = learnLexicon(translations)
  yield
  const weights = weighTerms(terms, lexicon)
  const similar = yield* compareAll(weights)
  const groups = yield* joinAlike(similar, cards.length, THRESHOLD)
  const written = surfacesOf(terms)
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((group) => ({
      cards: group.flatMap((at) => cards[at]?.id ?? []),
      words: explain(
        group.flatMap((at) => weights[at] ?? []),
        written,
      ),
    }))
}

/** How each term is written most often. */
function surfacesOf(cards: readonly Terms[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { surfaces } of cards)
    for (const [term, surface] of surfaces) {
      const forms = counts.get(term) ?? new Map<string, number>()
      forms.set(surface, (forms.get(surface) ?? 0) + 1)
      counts.set(term, forms)
    }
  return new Map(
    [...counts].map(([term, forms]) => {
      const [best] = [...forms].sort(
        ([a, many], [b, more]) => more - many || a.length - b.length || (a < b ? -1 : 1),
      )
      return [term, best?.[0] ?? term]
    }),
  )
}

/** The words that most of the cards have, and others hardly. */
function explain(group: readonly Weights[], written: ReadonlyMap<string, string>): string[] {
  const shared = new Map<string, { cards: number; weight: number }>()
  for (const weights of group)
    for (const [term, weight] of weights) {
      const { cards, weight: before } = shared.get(term) ?? { cards: 0, weight: 0 }
      shared.set(term, { cards: cards + 1, weight: before + weight })
    }
  return [...shared]
    .filter(([term, { cards }]) => cards > 1 && written.has(term))
    .sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([term]) => written.get(term) ?? term)
}

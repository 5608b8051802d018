import type { Lexicon } from './lexicon'
import type { Terms } from './words/terms'

/** A card's terms with their weights; as a vector its length is 1. */
export type Weights = ReadonlyMap<string, number>

/**
 * Weighs the terms of every card by how often it has them and how few others do (TF-IDF). Terms that stand for words
 * in another language count as well, as far as the lexicon knows them.
 */
export function weighTerms(cards: readonly Terms[], lexicon: Lexicon): Weights[] {
  const spread = cards.map(({ counts }) => withMates(counts, lexicon))
  const frequency = new Map<string, number>()
  for (const terms of spread)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return spread.map((terms) => {
    const weights = new Map<string, number>()
    for (const [term, count] of terms) {
      const rarity = Math.log(1 + cards.length / (frequency.get(term) ?? 1))
      weights.set(term, count * rarity * (frequency.get(term) === 1 ? ALONE : 1))
    }
    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
    return new Map([...weights].map(([term, weight]) => [term, length === 0 ? 0 : weight / length]))
  })
}

/** A word that no other card has tells these two no further apart than any two people's words. */
const ALONE = 0.4

function withMates(counts: ReadonlyMap<string, number>, lexicon: Lexicon): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight))
  for (const [term, count] of counts) {
    const weight = 1 + Math.log(count)
    add(term, weight)
    for (const [mate, share] of lexicon.get(term) ?? []) add(mate, weight * share)
  }
  return terms
}

/** How alike any two cards are, 0 to 1, row by row: `similar[a * count + b]`. Works on in pieces. */
export function* compareAll(weights: readonly Weights[]): Generator<void, Float32Array> {
  const count = weights.length
  const similar = new Float32Array(count * count)
  const having = new Map<string, [card: number, weight: number][]>()
  for (const [card, terms] of weights.entries()) {
    for (const [term, weight] of terms) {
      const list = having.get(term)
      for (const [other, otherWeight] of list ?? []) {
        const at = card * count + other
        similar[at] = (similar[at] ?? 0) + weight * otherWeight
      }
      if (list) list.push([card, weight])
      else having.set(term, [[card, weight]])
    }
    if (card % 50 === 49) yield
  }
  for (let row = 0; row < count; row++)
    for (let column = 0; column < row; column++)
      similar[column * count + row] = similar[row * count + column] ?? 0
  return similar
}

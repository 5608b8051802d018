import { termsOf } from '#shared/search/find'
import { fold } from '#shared/search/fold'

/**
 * How well a name answers what somebody typed; 0 when it does not. Every term must be the beginning of a word
 * (best), stand inside one, be its letters with some left out, or the first letters of the words in a row.
 */
export function matchName(query: string, name: string): number {
  // As the name is: whoever writes “1-2-4” means its three words.
  const terms = termsOf(query).flatMap(wordsOf)
  const words = wordsOf(fold(name))
  const initials = words.map((word) => word[0]).join('')
  let score = 1
  for (const term of terms) {
    const best = Math.max(
      initials.startsWith(term) && term.length > 1 ? 2 : 0,
      ...words.map((word, at) => matchWord(term, word) * (at === 0 ? 1.25 : 1)),
    )
    if (best === 0) return 0
    score += best
  }
  // Of two that fit alike, the one with less else in it.
  return score - Math.min(0.5, words.length / 40)
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

function matchWord(term: string, word: string): number {
  if (word === term) return 4
  if (word.startsWith(term)) return 3
  if (word.includes(term)) return 2
  return term.length > 2 && isInOrder(term, word) ? 1 : 0
}

/** True when the letters of a term occur in a word in this order, beginning with its first. */
function isInOrder(term: string, word: string): boolean {
  if (term[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === term[at]) at++
  return at === term.length
}

export interface Asked {
  readonly key: string
  readonly name: string
  readonly isPossible: boolean
}

/**
 * What the palette lists. Without a query: what was used last, then everything else that can be done now, in
 * the order given. With one: what answers it, the possible before the impossible, the best first.
 */
export function listAsked<A extends Asked>(
  all: readonly A[],
  query: string,
  recent: readonly string[],
): readonly A[] {
  const age = ({ key }: A) => (recent.includes(key) ? recent.indexOf(key) : recent.length)
  if (fold(query).trim() === '')
    return all.filter(({ isPossible }) => isPossible).sort((a, b) => age(a) - age(b))
  const found = all.map((asked) => ({ asked, score: matchName(query, asked.name) }))
  return found
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        Number(b.asked.isPossible) - Number(a.asked.isPossible) ||
        b.score - a.score ||
        age(a.asked) - age(b.asked),
    )
    .map(({ asked }) => asked)
}

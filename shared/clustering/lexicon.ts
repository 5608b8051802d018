import { languageOf } from './words/languages'
import { termsIn, termsOf } from './words/terms'
import { sentencesOf, tokensOf } from './words/tokens'

/** The same words in two languages, as people entered them; the tags may be empty. */
export interface Translation {
  readonly text: string
  readonly language: string
  readonly translation: string
  readonly translationLanguage: string
}

/** What a term may mean in the other language, with weights up to 1. */
export type Lexicon = ReadonlyMap<string, readonly (readonly [mate: string, weight: number])[]>

/** How much of the time two words must stand together. */
const TOGETHER = 0.5
/** With more words that fit equally well it is not known which one it is. */
const MOST_MATES = 4

/**
 * Learns from translations which words of two languages stand for each other: those that occur together, sentence by
 * sentence where both sides have as many, and hardly apart. Nothing else joins languages.
 */
export function learnLexicon(translations: readonly Translation[]): Lexicon {
  const one = new Map<string, number>()
  const other = new Map<string, number>()
  const both = new Map<string, Map<string, number>>()
  const mates = new Map<string, Map<string, number>>()
  for (const [left, right] of translations.flatMap(pairsOf)) {
    for (const term of left) one.set(term, (one.get(term) ?? 0) + 1)
    for (const term of right) other.set(term, (other.get(term) ?? 0) + 1)
    for (const term of left) {
      const counts = both.get(term) ?? new Map<string, number>()
      for (const mate of right) counts.set(mate, (counts.get(mate) ?? 0) + 1)
      both.set(term, counts)
    }
  }
  const put = (term: string, mate: string, weight: number) =>
    mates.set(term, (mates.get(term) ?? new Map()).set(mate, weight))
  for (const [term, counts] of both) {
    const scored = [...counts]
      .map(([mate, count]) => [mate, (2 * count) / ((one.get(term) ?? 0) + (other.get(mate) ?? 0))] as const)
      .filter(([mate, score]) => score >= TOGETHER && mate !== term)
    const best = Math.max(...scored.map(([, score]) => score))
    const fitting = scored.filter(([, score]) => score >= best - 1e-9)
    if (fitting.length > MOST_MATES) continue
    for (const [mate, score] of fitting) {
      put(term, mate, score / fitting.length)
      put(mate, term, score / fitting.length)
    }
  }
  return new Map([...mates].map(([term, found]) => [term, [...found].sort(([a], [b]) => (a < b ? -1 : 1))]))
}

type Pair = readonly [left: readonly string[], right: readonly string[]]

function pairsOf({ text, language, translation, translationLanguage }: Translation): Pair[] {
  const left = sentencesOf(text)
  const right = sentencesOf(translation)
  const aligned =
    left.length === right.length
      ? left.map((sentence, at) => [sentence, right[at] ?? ''] as const)
      : [[text, translation] as const]
  return aligned
    .map(([a, b]): Pair => [termsAs(a, language), termsAs(b, translationLanguage)])
    .filter(([a, b]) => a.length > 0 && b.length > 0)
}

function termsAs(text: string, tag: string): string[] {
  const language = languageOf(tag)
  const { counts } = language ? termsIn(tokensOf(text), language) : termsOf(text)
  return [...counts.keys()]
}

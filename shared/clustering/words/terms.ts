import { guessLanguage, type Language, languagesOfScript } from './languages'
import { type Token, tokensOf } from './tokens'

/** What a text is about: its stems with how often they occur, and how they are written. */
export interface Terms {
  readonly counts: ReadonlyMap<string, number>
  readonly surfaces: readonly (readonly [term: string, surface: string])[]
}

/**
 * Reads the terms of texts. A text without small words of any language is taken to be in the language in which its
 * words occur in the others, else in the commonest of its script. Works on in pieces.
 */
export function* readTerms(texts: readonly string[]): Generator<void, Terms[]> {
  const read: Read[] = []
  for (const text of texts) {
    read.push(readText(text))
    if (read.length % 50 === 0) yield
  }
  const seenIn = new Map<string, Map<Language, number>>()
  for (const { words, guess } of read) {
    if (!guess) continue
    for (const word of new Set(words)) {
      const counts = seenIn.get(word) ?? new Map<Language, number>()
      counts.set(guess, (counts.get(guess) ?? 0) + 1)
      seenIn.set(word, counts)
    }
  }
  return read.map(({ tokens, words, languages, guess }) => {
    const [commonest] = languages
    const spoken = guess ?? commonIn(words, languages, seenIn) ?? commonest
    return spoken ? termsIn(tokens, spoken) : { counts: new Map(), surfaces: [] }
  })
}

interface Read {
  readonly tokens: readonly Token[]
  readonly words: readonly string[]
  readonly languages: readonly Language[]
  readonly guess: Language | undefined
}

function readText(text: string): Read {
  const tokens = tokensOf(text)
  const words = tokens.map(({ folded }) => folded)
  const languages = languagesOfScript(words)
  return { tokens, words, languages, guess: guessLanguage(words, languages) }
}

/** The terms of one text, in the language it seems to be in. */
export function termsOf(text: string): Terms {
  const { tokens, languages, guess } = readText(text)
  const spoken = guess ?? languages[0]
  return spoken ? termsIn(tokens, spoken) : { counts: new Map(), surfaces: [] }
}

function commonIn(
  words: readonly string[],
  languages: readonly Language[],
  seenIn: ReadonlyMap<string, ReadonlyMap<Language, number>>,
): Language | undefined {
  let best: Language | undefined
  let most = 0
  for (const each of languages) {
    const hits = words.reduce((sum, word) => sum + (seenIn.get(word)?.get(each) ?? 0), 0)
    if (hits <= most) continue
    most = hits
    best = each
  }
  return best
}

/** The terms of words whose language is known. */
export function termsIn(tokens: readonly Token[], { stops, stem }: Language): Terms {
  const counts = new Map<string, number>()
  const surfaces: [string, string][] = []
  for (const { folded, surface } of tokens) {
    // “don’t” is in no list once its sign is gone, “do” and “t” are.
    if (stops.has(folded) || stops.has(folded.replace(/'.*$/, ''))) continue
    const term = stem(folded)
    counts.set(term, (counts.get(term) ?? 0) + 1)
    surfaces.push([term, surface])
  }
  return { counts, surfaces }
}

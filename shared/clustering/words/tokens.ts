import { fold } from '../../search/fold'

/** A word as it was written, and as words are compared. */
export interface Token {
  readonly surface: string
  readonly folded: string
}

// Joiners hold the parts of Persian and Indic words together.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*(?:['’][\p{L}\p{M}]+)*/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu

/**
 * The words of a text in any script, by Unicode's rules alone: dictionaries differ from browser to browser, and every
 * window must find the same words. Scripts without spaces between words give pairs of letters.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const add = (surface: string) => {
    const folded = fold(surface).trim()
    if (isTelling(folded)) tokens.push({ surface: surface.toLowerCase(), folded })
  }
  for (const run of text.matchAll(UNSPACED)) for (const pair of pairsOf(run[0])) add(pair)
  for (const [word] of text.replace(UNSPACED, ' ').matchAll(WORD)) add(word)
  return tokens
}

function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** A single letter or digit says nothing; a single ideograph may. */
function isTelling(folded: string): boolean {
  return [...folded].length > 1 || /\p{Script=Han}/u.test(folded)
}

/** Sentences of a text, by the marks that end them in any script. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?؟۔।॥。！？…])\s*|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

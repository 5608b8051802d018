import { makeRedactor, type Redactor } from '../report/redact'

/** As many words in a row are nobody's chance; of a shorter text, all of it, if it has so many. */
const LONG_RUN = 5
const SHORT_TEXT = 3

/** Where a passage stands in a text, in UTF-16 units. */
export type Span = readonly [start: number, end: number]
/** The first passage of a kind in a text. */
export type Find = (text: string) => Span | undefined

/** Finds people's names, and each part of them, as a report would take them out; and pseudonyms, which are whole. */
export function nameFinder(names: readonly string[], pseudonyms: readonly string[]): Find {
  const redact = nameRedactor(names, pseudonyms, '')
  return (text) => {
    const before = redact.replaced()
    const redacted = redact(text)
    if (redact.replaced() === before) return undefined
    // The redactor may respell accents: the first difference is near enough for an excerpt.
    let start = 0
    while (start < text.length && text[start] === redacted[start]) start++
    return [start, start]
  }
}

/** Puts this, in square brackets, in the place of what `nameFinder` finds. */
export function nameRedactor(
  names: readonly string[],
  pseudonyms: readonly string[],
  standIn: string,
): Redactor {
  return makeRedactor([
    ...names.map((name) => ({ name, standIn })),
    ...pseudonyms.map((name) => ({ name, standIn, isWhole: true })),
  ])
}

/** Finds five or more words in a row of these texts, or the whole of one that has three or four. */
export function wordFinder(texts: readonly string[]): Find {
  const runs = new Set<string>()
  for (const text of texts) {
    const words = wordsIn(text)
    const length = Math.min(LONG_RUN, words.length)
    if (length < SHORT_TEXT) continue
    for (let at = 0; at + length <= words.length; at++) runs.add(runOf(words, at, length))
  }
  const lengths = [LONG_RUN, LONG_RUN - 1, SHORT_TEXT]
  return (text) => {
    const words = wordsIn(text)
    const startsRun = (at: number) =>
      lengths.find((length) => at + length <= words.length && runs.has(runOf(words, at, length)))
    const first = words.findIndex((_, at) => startsRun(at) !== undefined)
    if (first < 0) return undefined
    let end = first
    for (let at = first, length = startsRun(at); length !== undefined; at++, length = startsRun(at)) {
      end = at + length - 1
    }
    return [words[first]?.start ?? 0, words[end]?.end ?? 0]
  }
}

/** Finds whole titles, whatever the case and the signs between their words. */
export function titleFinder(titles: readonly string[]): Find {
  const wanted = titles
    .map((title) => wordsIn(title).map(({ word }) => word))
    .filter(({ length }) => length > 0)
  return (text) => {
    const words = wordsIn(text)
    for (const at of words.keys()) {
      const title = wanted.find((one) => one.every((word, next) => words[at + next]?.word === word))
      if (title) return [words[at]?.start ?? 0, words[at + title.length - 1]?.end ?? 0]
    }
    return undefined
  }
}

/** How many words a text has. */
export const countWords = (text: string): number => wordsIn(text).length

interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

// Scripts without spaces count sign by sign.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.normalize('NFKC').toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}

function runOf(words: readonly Word[], at: number, length: number): string {
  let run = ''
  for (let next = at; next < at + length; next++) run += `${words[next]?.word} `
  return run
}

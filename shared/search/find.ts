import { fold, unfoldedRange } from './fold'

/** What a person looks for: every one of these, folded, must occur. */
export type Terms = readonly string[]

/** The words of a search; none when there is nothing to look for. */
export function termsOf(query: string): Terms {
  return [...new Set(fold(query).trim().split(' '))].filter((term) => term !== '')
}

/** A text and its folded form, which is made once for many searches. */
export interface Searchable {
  readonly text: string
  readonly folded: string
}

export function searchable(text: string): Searchable {
  return { text, folded: fold(text) }
}

/** A few words around a hit; the hit is `text.slice(from, to)`. */
export interface Excerpt {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** UTF-16 units before and after a hit; whole words are kept. */
const BEFORE = 48
const AFTER = 96

/** True when every term occurs in one of the texts. */
export function hasAll(texts: readonly Searchable[], terms: Terms): boolean {
  return terms.every((term) => texts.some(({ folded }) => folded.includes(term)))
}

/** The index of the text that says most of what is looked for, the first of several; -1 when none says any. */
export function bestOf(texts: readonly Searchable[], terms: Terms): number {
  let best = -1
  let most = 0
  for (const [at, { folded }] of texts.entries()) {
    const count = terms.filter((term) => folded.includes(term)).length
    if (count > most) {
      best = at
      most = count
    }
    if (count === terms.length) break
  }
  return best
}

/** Where the terms occur in a text, in reading order and without overlaps; UTF-16 units. */
export function rangesOf(
  { text, folded }: Searchable,
  terms: Terms,
): (readonly [from: number, to: number])[] {
  const found: (readonly [from: number, to: number])[] = []
  for (const term of terms)
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length))
      found.push(unfoldedRange(text, at, at + term.length))
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let last = 0
  return found.flatMap(([from, to]): (readonly [number, number])[] => {
    const start = Math.max(from, last)
    last = Math.max(last, to)
    return start < to ? [[start, to]] : []
  })
}

/** The words around the first term that occurs in a text; the beginning when none does. */
export function excerptOf({ text, folded }: Searchable, terms: Terms): Excerpt {
  const found = terms
    .map((term) => ({ at: folded.indexOf(term), length: term.length }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0]
  const [start, end] = found ? unfoldedRange(text, found.at, found.at + found.length) : [0, 0]
  const from = wordStart(text, Math.max(0, start - BEFORE), start)
  const to = wordEnd(text, Math.min(text.length, end + AFTER), end)
  const head = from > 0 ? '… ' : ''
  const shown = oneLine(text.slice(from, start))
  const hit = oneLine(text.slice(start, end))
  const at = head.length + shown.length
  return {
    text: `${head}${shown}${hit}${oneLine(text.slice(end, to))}${to < text.length ? ' …' : ''}`,
    from: at,
    to: at + hit.length,
  }
}

/** The same number of UTF-16 units, on one line. */
const oneLine = (text: string): string => text.replace(/\s/g, ' ')

/** The first beginning of a word from `at` on, before `limit`; never inside a pair of surrogates. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0
  const space = text.slice(at, limit).search(/\s/)
  if (space !== -1) return at + space + 1
  return isLowSurrogate(text.charCodeAt(at)) ? at + 1 : at
}

/** The last end of a word up to `at`, after `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at === text.length) return at
  const space = text.slice(limit, at).search(/\s\S*$/)
  if (space > 0) return limit + space
  return isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

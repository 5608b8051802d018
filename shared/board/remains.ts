import type * as Y from 'yjs'
import { makeRedactor } from '../report/redact'
import type { PurgePlan } from './actions/purge'
import { ROOT_TEXTS, type RootText, readRecord, readSingleton, rootText } from './schema'
import { everyRecord, type Place, wordsOf } from './words'

/** A passage that stays on the board and still says what a purge is to take away. */
export interface Remain {
  /** The record it stands in; or one of the board's own texts. */
  readonly at: Place | RootText | 'title'
  /** In the bin: nobody sees it, and the file still holds it. */
  readonly isDeleted: boolean
  readonly because: 'name' | 'words'
  /** The passage with a little around it. */
  readonly excerpt: string
}

/** As many words in a row are nobody's chance; of a shorter text, all of it, if it has so many. */
const LONG_RUN = 5
const SHORT_TEXT = 3
/** UTF-16 units shown before and after a passage. */
const AROUND = 40

/**
 * Finds passages that a plan leaves on the board although they hold the person's name or pseudonym, or repeat
 * the purged words: five or more in a row, or a whole text of three or four. Sure of nothing: for somebody to
 * look at. One passage for each record.
 */
export function possibleRemains(doc: Y.Doc, plan: PurgePlan): Remain[] {
  const leaving = new Map<string, ReadonlySet<string>>()
  for (const [collection, ids] of [...plan.gone, ...plan.emptied]) {
    leaving.set(collection, new Set([...(leaving.get(collection) ?? []), ...ids]))
  }
  const findName = nameFinder(namesIn(doc, plan))
  const findWords = wordFinder(
    [...leaving].flatMap(([collection, ids]) =>
      collection === 'people'
        ? []
        : [...ids].flatMap((id) => wordsOf(doc, collection as Place['collection'], id)),
    ),
  )
  const remains: Remain[] = []
  const look = (at: Remain['at'], isDeleted: boolean, texts: readonly string[]) => {
    for (const text of texts) {
      const words = findWords(text)
      const span = words ?? findName(text)
      if (!span) continue
      remains.push({ at, isDeleted, because: words ? 'words' : 'name', excerpt: excerptOf(text, span) })
      return
    }
  }
  look('title', false, [readSingleton(doc, 'meta').title])
  for (const name of ROOT_TEXTS) look(name, false, [rootText(doc, name).toString()])
  for (const place of everyRecord(doc)) {
    if (leaving.get(place.collection)?.has(place.id)) continue
    const isDeleted = readRecord(doc, place.collection, place.id)?.del === true
    look(place, isDeleted, wordsOf(doc, place.collection, place.id))
  }
  return remains
}

type Span = readonly [start: number, end: number]
type Find = (text: string) => Span | undefined

function namesIn(doc: Y.Doc, { gone }: PurgePlan): string[] {
  return (gone.get('people') ?? []).flatMap((id) => wordsOf(doc, 'people', id))
}

function nameFinder(names: readonly string[]): Find {
  const redact = makeRedactor(names.map((name) => ({ name, standIn: '' })))
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

function wordFinder(texts: readonly string[]): Find {
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

function excerptOf(text: string, [start, end]: Span): string {
  const before = text.lastIndexOf(' ', Math.max(0, start - AROUND))
  const from = start <= AROUND ? 0 : before < 0 ? start - AROUND : before + 1
  const after = text.indexOf(' ', end + AROUND)
  const to = after < 0 ? text.length : after
  const middle = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${middle}${to < text.length ? '…' : ''}`
}

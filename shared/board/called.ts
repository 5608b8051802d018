import type * as Y from 'yjs'
import { makeRedactor } from '../report/redact'
import type { PurgePlan } from './actions/purge'
import { BOARD_TEXTS, readBoardText, writeBoardText } from './boardTexts'
import { countWords, type Find, nameFinder, titleFinder, wordFinder } from './passages'
import type { PurgeOrder } from './purgeOrder'
import { readRecord } from './schema'
import { everyRecord, wordsOf } from './words'

/** What people call the persons and stories that a purge takes away. */
export interface Called {
  readonly names: readonly string[]
  readonly titles: readonly string[]
}

/** An order to take words out, and what its person or story was called. */
export interface CalledOrder {
  readonly order: PurgeOrder
  readonly called: Called
}

/** Their names, pseudonyms and titles in one document, as long as it has them. */
export function calledIn(doc: Y.Doc, { gone }: PurgePlan): Called {
  const titles = (gone.get('stories') ?? []).flatMap((id) => readRecord(doc, 'stories', id)?.title ?? [])
  return {
    names: (gone.get('people') ?? []).flatMap((id) => wordsOf(doc, 'people', id)),
    titles: titles.filter((title) => title.trim() !== ''),
  }
}

/** All that was called in several places. */
export const allCalled = (each: readonly Called[]): Called => ({
  names: [...new Set(each.flatMap(({ names }) => names))],
  titles: [...new Set(each.flatMap(({ titles }) => titles))],
})

/** Puts […] in the place of every name and title in a text, and of these repeated words. */
export function eraserOf(
  { names, titles }: Called,
  repeated: readonly string[] = [],
): (text: string) => string {
  const redact = makeRedactor(names.map((name) => ({ name, standIn: GONE })))
  const findTitle = titleFinder(titles)
  const findWords = wordFinder(repeated)
  return (text) => {
    const without = cut(cut(text, findWords), findTitle)
    const before = redact.replaced()
    const redacted = redact(without)
    // The redactor respells what it finds nothing in.
    return redact.replaced() === before ? without : redacted
  }
}

const GONE = '…'

function cut(text: string, find: Find): string {
  let done = ''
  let rest = text
  for (let span = find(rest); span; span = find(rest)) {
    done += `${rest.slice(0, span[0])}[${GONE}]`
    rest = rest.slice(span[1])
  }
  return done + rest
}

/** Erases in those of the board's own texts that an order names. Before its records go: their words are looked for. */
export function eraseTexts(doc: Y.Doc, plan: PurgePlan, called: Called): boolean {
  const texts = plan.order.texts ?? []
  if (texts.length === 0) return false
  const erase = eraserOf(called, leavingWords(doc, plan))
  let isChanged = false
  doc.transact(() => {
    for (const name of texts) {
      const before = readBoardText(doc, name)
      const after = erase(before)
      if (after === before) continue
      writeBoardText(doc, name, after)
      isChanged = true
    }
  })
  return isChanged
}

/** True when a document still calls them so anywhere. */
export function mentions(doc: Y.Doc, { names, titles }: Called): boolean {
  const finders = [nameFinder(names), titleFinder(titles.filter((title) => countWords(title) > 1))]
  const isFound = (text: string) => finders.some((find) => find(text) !== undefined)
  if (BOARD_TEXTS.some((name) => isFound(readBoardText(doc, name)))) return true
  for (const { collection, id } of everyRecord(doc)) {
    if (wordsOf(doc, collection, id).some(isFound)) return true
  }
  return false
}

/** What the records say that a plan takes out or empties, names left out. */
export function leavingWords(doc: Y.Doc, { gone, emptied }: PurgePlan): string[] {
  return [...gone, ...emptied].flatMap(([collection, ids]) =>
    collection === 'people' ? [] : ids.flatMap((id) => wordsOf(doc, collection, id)),
  )
}

import type * as Y from 'yjs'
import type { PurgePlan } from './actions/purge'
import { BOARD_TEXTS, readBoardText, writeBoardText } from './boardTexts'
import { countWords, type Find, nameFinder, nameRedactor, titleFinder, wordFinder } from './passages'
import type { PurgeOrder } from './purgeOrder'
import { readRecord } from './records'
import { everyRecord, wordsOf } from './words'

/** What people call the persons and stories that a purge takes away. */
export interface Called {
  /** Found by each of their parts. */
  readonly names: readonly string[]
  /** Found whole: “a mother of two” is made of everybody's words. */
  readonly pseudonyms: readonly string[]
  readonly titles: readonly string[]
}

/** An order to take words out, and what its person or story was called. */
export interface CalledOrder {
  readonly order: PurgeOrder
  readonly called: Called
}

/** Their names, pseudonyms and titles in one document, as long as it has them. */
export function calledIn(doc: Y.Doc, { gone }: PurgePlan): Called {
  const people = (gone.get('people') ?? []).flatMap((id) => readRecord(doc, 'people', id) ?? [])
  const stories = (gone.get('stories') ?? []).flatMap((id) => readRecord(doc, 'stories', id) ?? [])
  return {
    names: people.map(({ name }) => name).filter(isSaid),
    pseudonyms: people.map(({ pseudonym }) => pseudonym).filter(isSaid),
    titles: stories.map(({ title }) => title).filter(isSaid),
  }
}

const isSaid = (text: string): boolean => text.trim() !== ''

/** All that was called in several places. */
export const allCalled = (each: readonly Called[]): Called => ({
  names: [...new Set(each.flatMap(({ names }) => names))],
  pseudonyms: [...new Set(each.flatMap(({ pseudonyms }) => pseudonyms))],
  titles: [...new Set(each.flatMap(({ titles }) => titles))],
})

/** Puts […] in the place of everything that they were called in a text, and of these repeated words. */
export function eraserOf(
  { names, pseudonyms, titles }: Called,
  repeated: readonly string[] = [],
): (text: string) => string {
  const redact = nameRedactor(names, pseudonyms, GONE)
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

/** Finds where people are called by their names, or by the whole of a pseudonym. */
export const personFinder = ({ names, pseudonyms }: Called): Find => nameFinder(names, pseudonyms)

/** Finds titles of more than one word: a single one is a word like others. */
export const storyFinder = ({ titles }: Called): Find =>
  titleFinder(titles.filter((title) => countWords(title) > 1))

/** True when a document still calls them so anywhere. */
export function mentions(doc: Y.Doc, called: Called): boolean {
  const finders = [personFinder(called), storyFinder(called)]
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

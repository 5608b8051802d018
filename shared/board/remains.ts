import type * as Y from 'yjs'
import type { PurgePlan } from './actions/purge'
import { BOARD_TEXTS, type BoardText, readBoardText } from './boardTexts'
import { calledIn, leavingWords, personFinder, storyFinder } from './called'
import { type Find, type Span, wordFinder } from './passages'
import { readRecord } from './records'
import { everyRecord, type Place, wordsOf } from './words'

/** A passage that stays on the board and still says what a purge is to take away. */
export interface Remain {
  /** The record it stands in; or one of the board's own texts. */
  readonly at: Place | BoardText
  /** In the bin: nobody sees it, and the file still holds it. */
  readonly isDeleted: boolean
  readonly because: 'name' | 'title' | 'words'
  /** The passage with a little around it. */
  readonly excerpt: string
}

/** UTF-16 units shown before and after a passage. */
const AROUND = 40

/**
 * Finds passages that a plan leaves on the board although they hold the person's name or pseudonym, the story's
 * title, or repeat the purged words: five or more in a row, or a whole text of three or four. Sure of nothing: for
 * somebody to look at. One passage for each record.
 */
export function possibleRemains(doc: Y.Doc, plan: PurgePlan): Remain[] {
  const leaving = new Map<string, ReadonlySet<string>>()
  for (const [collection, ids] of [...plan.gone, ...plan.emptied]) {
    leaving.set(collection, new Set([...(leaving.get(collection) ?? []), ...ids]))
  }
  const called = calledIn(doc, plan)
  const finders = [
    ['words', wordFinder(leavingWords(doc, plan))],
    ['name', personFinder(called)],
    ['title', storyFinder(called)],
  ] as const satisfies readonly (readonly [Remain['because'], Find])[]
  const remains: Remain[] = []
  const look = (at: Remain['at'], isDeleted: boolean, texts: readonly string[]) => {
    for (const text of texts) {
      for (const [because, find] of finders) {
        const span = find(text)
        if (span) return void remains.push({ at, isDeleted, because, excerpt: excerptOf(text, span) })
      }
    }
  }
  for (const name of BOARD_TEXTS) look(name, false, [readBoardText(doc, name)])
  for (const place of everyRecord(doc)) {
    if (leaving.get(place.collection)?.has(place.id)) continue
    const isDeleted = readRecord(doc, place.collection, place.id)?.del === true
    look(place, isDeleted, wordsOf(doc, place.collection, place.id))
  }
  return remains
}

function excerptOf(text: string, [start, end]: Span): string {
  const before = text.lastIndexOf(' ', Math.max(0, start - AROUND))
  const from = start <= AROUND ? 0 : before < 0 ? start - AROUND : before + 1
  const after = text.indexOf(' ', end + AROUND)
  const to = after < 0 ? text.length : after
  const middle = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${middle}${to < text.length ? '…' : ''}`
}

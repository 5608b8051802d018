import { everyWord, type WordPlace } from '#shared/board/everyWord'
import { readSingleton } from '#shared/board/records'
import type { FailureCode, Result } from '#shared/failure'
import type {
  BoardFacts,
  FoundBoard,
  ReaderRequest,
  SearchAnswer,
  SoughtBoard,
} from '#shared/ipc/readerContract'
import {
  bestOf,
  excerptOf,
  hasAll,
  type Searchable,
  searchable,
  type Terms,
  termsOf,
} from '#shared/search/find'
import { stampOf } from '../files/stamp'
import { type BoardInside, lookInside } from './lookInside'

/** UTF-16 units of people's words that are kept in memory for the next letter of a search. */
const MOST_KEPT = 32_000_000

interface Words {
  /** The file as it was when it was read. */
  readonly stamp: string
  readonly texts: readonly (Searchable & { readonly where: WordPlace })[]
  readonly failure: FailureCode | null
  readonly size: number
}

/** Reads boards without opening them. What it remembers is in memory only and ends with it. */
export interface Reader {
  describe(path: string): Result<BoardFacts>
  search(request: Extract<ReaderRequest, { do: 'search' }>): SearchAnswer
}

/** A reader of board files; `read` and `now` (ms) stand in for the real ones in tests. */
export function createReader(
  read: (path: string) => Result<BoardInside> = lookInside,
  now = Date.now,
): Reader {
  const kept = new Map<string, Words>()

  const keep = (path: string, words: Words) => {
    kept.delete(path)
    kept.set(path, words)
    let size = 0
    for (const each of kept.values()) size += each.size
    // The board that was looked at longest ago goes first; the one just read is needed now.
    for (const [oldest, { size: freed }] of kept) {
      if (size <= MOST_KEPT || oldest === path) break
      kept.delete(oldest)
      size -= freed
    }
    return words
  }

  const wordsOf = (path: string): Words => {
    const stamp = stampOf(path)
    const board = read(path)
    if (!board.ok) return keep(path, { stamp, texts: [], failure: board.failure.code, size: 0 })
    const texts = everyWord(board.value.doc).map(({ where, text }) => ({ where, ...searchable(text) }))
    board.value.doc.destroy()
    const size = texts.reduce((sum, { text, folded }) => sum + text.length + folded.length, 0)
    return keep(path, { stamp, texts, failure: null, size })
  }

  const known = (path: string): Words | undefined => {
    const words = kept.get(path)
    return words && words.stamp === stampOf(path) ? words : undefined
  }

  return {
    describe(path) {
      const board = read(path)
      if (!board.ok) return board
      const { doc, host, thumbnail } = board.value
      const { title, place } = readSingleton(doc, 'meta')
      doc.destroy()
      return { ok: true, value: { title, place, host, thumbnail } }
    },
    search({ query, boards, patience }) {
      const terms = termsOf(query)
      const answer: SearchAnswer = { found: [], locked: [], unread: [], waiting: 0 }
      if (terms.length === 0) return answer
      const until = now() + patience
      let isFirst = true
      for (const board of boards) {
        let words = known(board.path)
        // At least one each time, so that asking again always comes to an end.
        if (!words && (isFirst || now() < until)) {
          words = wordsOf(board.path)
          isFirst = false
        }
        if (!words) answer.waiting += 1
        if (words?.failure === 'needsPassphrase') answer.locked.push(board.path)
        else if (words?.failure && words.failure !== 'missing') answer.unread.push(board.path)
        const found = findIn(board, words?.texts ?? [], terms)
        if (found) answer.found.push(found)
      }
      return answer
    },
  }
}

function findIn(board: SoughtBoard, texts: Words['texts'], terms: Terms): FoundBoard | null {
  const names = [
    { where: 'title' as const, ...searchable(board.title) },
    { where: 'place' as const, ...searchable(board.place) },
  ]
  const all = [...names, ...texts]
  if (!hasAll(all, terms)) return null
  const best = all[bestOf(all, terms)]
  return best ? { path: board.path, where: best.where, ...excerptOf(best, terms) } : null
}

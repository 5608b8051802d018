import type * as Y from 'yjs'
import { replaceProse } from './prose'
import { changeSingleton, readSingleton, rootText } from './records'

/** What the board says of itself, outside of every record. */
export const BOARD_TEXTS = ['title', 'place', 'reportTitle', 'purpose', 'summary'] as const
export type BoardText = (typeof BOARD_TEXTS)[number]

/** What one of the board's own texts says; empty when nobody wrote it. */
export function readBoardText(doc: Y.Doc, name: BoardText): string {
  if (name === 'title' || name === 'place') return readSingleton(doc, 'meta')[name]
  return name === 'reportTitle' ? readSingleton(doc, 'report').title : rootText(doc, name).toString()
}

/** Rewrites one of the board's own texts; prose by its smallest difference. */
export function writeBoardText(doc: Y.Doc, name: BoardText, next: string): void {
  if (name === 'title' || name === 'place') changeSingleton(doc, 'meta', { [name]: next })
  else if (name === 'reportTitle') changeSingleton(doc, 'report', { title: next })
  else replaceProse(rootText(doc, name), next)
}

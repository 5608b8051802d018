import * as Y from 'yjs'
import { newId } from '#shared/id'
import { replaceProse } from '../board/prose'

/** One card that somebody wrote where nobody else sees it. */
export interface WrittenCard {
  /** Its id on the wall, once it is there. */
  readonly id: string
  readonly text: string
  /** ms since 1970 */
  readonly at: number
}

/*
 * The document of one person in a round of silent writing: a root map `cards` of id → map with `text` and `at`. Cards
 * that a person takes away are gone at once: nobody else has ever seen them.
 */
const rootOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cards')

/** The cards in the order in which they were begun. Whatever somebody's client made of the document, it can be read. */
export function readWritten(doc: Y.Doc): WrittenCard[] {
  const cards: WrittenCard[] = []
  for (const [id, stored] of rootOf(doc)) {
    if (!(stored instanceof Y.Map)) continue
    const text: unknown = stored.get('text')
    const at: unknown = stored.get('at')
    const words = text instanceof Y.Text ? text.toString() : ''
    if (words.trim() !== '') cards.push({ id, text: words.trim(), at: typeof at === 'number' ? at : 0 })
  }
  return cards.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Adds a card and returns its id. */
export function addWritten(doc: Y.Doc, text: string, at: number, id = newId()): string {
  doc.transact(() => {
    const stored = new Y.Map<unknown>([
      ['text', new Y.Text(text)],
      ['at', at],
    ])
    rootOf(doc).set(id, stored)
  })
  return id
}

/** Rewrites a card by its smallest difference. Ignored when it is gone. */
export function changeWritten(doc: Y.Doc, id: string, text: string): void {
  const stored = rootOf(doc).get(id)
  const words = stored instanceof Y.Map ? stored.get('text') : undefined
  if (words instanceof Y.Text) doc.transact(() => replaceProse(words, text))
}

/** Takes cards away for good. */
export function removeWritten(doc: Y.Doc, ids: Iterable<string>): void {
  doc.transact(() => {
    for (const id of ids) rootOf(doc).delete(id)
  })
}

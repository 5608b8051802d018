import * as Y from 'yjs'
import { newId } from '#shared/id'
import { replaceProse } from '../board/prose'
import { wholeLetters } from '../wholeLetters'

/** One card that somebody wrote where nobody else sees it. */
export interface WrittenCard {
  /** Its id on the wall, once it is there. */
  readonly id: string
  readonly text: string
  /** ms since 1970 */
  readonly at: number
}

/*
 * The document of one person in a round of silent writing: a root map `cards` of id → map with `text` and `at`, and with
 * `draft` as long as it is not finished. Cards that a person takes away are gone at once: nobody else has ever seen them.
 */
const rootOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('cards')

/** The finished cards in the order in which they were begun. Whatever somebody's client made of the document, it can be read. */
export const readWritten = (doc: Y.Doc): WrittenCard[] =>
  storedCards(doc)
    .filter(({ isDraft, text }) => !isDraft && text.trim() !== '')
    .map(({ id, text, at }) => ({ id, text: text.trim(), at }))

/** The card that is half written, with its words as they are; null when there is none. */
export function readDraft(doc: Y.Doc): WrittenCard | null {
  const draft = storedCards(doc).find(({ isDraft }) => isDraft)
  return draft ? { id: draft.id, text: draft.text, at: draft.at } : null
}

function storedCards(doc: Y.Doc) {
  const cards: (WrittenCard & { readonly isDraft: boolean })[] = []
  for (const [id, stored] of rootOf(doc)) {
    if (!(stored instanceof Y.Map)) continue
    const text: unknown = stored.get('text')
    const at: unknown = stored.get('at')
    const words = text instanceof Y.Text ? text.toString() : ''
    cards.push({
      id,
      text: words,
      at: typeof at === 'number' ? at : 0,
      isDraft: stored.get('draft') === true,
    })
  }
  return cards.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Rewrites the card that is half written, and begins one when there is none. Without words it is gone. */
export function changeDraft(doc: Y.Doc, text: string, at: number): void {
  const draft = readDraft(doc)
  doc.transact(() => {
    if (text === '') removeWritten(doc, draft ? [draft.id] : [])
    else if (draft) changeWritten(doc, draft.id, text)
    else
      store(doc, newId(), text, [
        ['at', at],
        ['draft', true],
      ])
  })
}

/** From now on what was half written is a card like the others. */
export function finishDraft(doc: Y.Doc): void {
  const stored = rootOf(doc).get(readDraft(doc)?.id ?? '')
  if (stored instanceof Y.Map) stored.delete('draft')
}

/** Adds a card and returns its id. */
export function addWritten(doc: Y.Doc, text: string, at: number, id = newId()): string {
  store(doc, id, text, [['at', at]])
  return id
}

function store(doc: Y.Doc, id: string, text: string, more: readonly [string, unknown][]): void {
  rootOf(doc).set(id, new Y.Map<unknown>([['text', new Y.Text(wholeLetters(text))], ...more]))
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

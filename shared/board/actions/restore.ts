import * as Y from 'yjs'
import { anchorAt, type Edge, isAnchoredHereOnly, offsetOf } from '../anchor'
import { matchProse } from '../prose'
import { proseOf, readAll, readRecord, rootOf, rootText, storedRecord } from '../records'
import {
  COLLECTION_NAMES,
  type Collection,
  type Highlight,
  ROOT_TEXTS,
  SINGLETON_NAMES,
  type Singleton,
} from '../schema'
import { change, type Writer, write } from './writer'

/** What the rehearsal shows now is nobody's work. */
const NOT_RESTORED: ReadonlySet<Singleton> = new Set(['live'])

/** Where the room stands is no work either, and what this program wrote must stay readable by its like. */
const KEPT_KEYS: ReadonlySet<string> = new Set(['stage', 'version'])

/** Their bytes depend on the words beneath them, see `restoreAnchors`. */
const ANCHORS = ['start', 'end'] as const satisfies readonly Edge[]

/**
 * Brings the board to what it was in `then` as a forward edit: one transaction, one undo step. Only what
 * differs is written, so that what others do meanwhile stays. Records made since are marked as deleted;
 * people stay, for they are in the room whatever is on the wall.
 */
export function restoreBoard(writer: Writer, then: Y.Doc): void {
  const { doc } = writer
  write(writer, () => {
    for (const collection of COLLECTION_NAMES) restoreCollection(doc, then, collection)
    for (const name of SINGLETON_NAMES)
      if (!NOT_RESTORED.has(name)) matchMap(rootOf(doc, name), rootOf(then, name), KEPT_KEYS)
    for (const name of ROOT_TEXTS) matchProse(rootText(doc, name), rootText(then, name))
    for (const highlight of readAll(then, 'highlights')) restoreAnchors(writer, then, highlight)
  })
}

function restoreCollection(doc: Y.Doc, then: Y.Doc, collection: Collection): void {
  const root = rootOf(doc, collection)
  const past = rootOf(then, collection)
  const without: ReadonlySet<string> = new Set(collection === 'highlights' ? ANCHORS : [])
  for (const id of new Set([...root.keys(), ...past.keys()])) {
    const was = storedRecord(then, collection, id)
    const now = storedRecord(doc, collection, id)
    const wasThere = was !== undefined && was.get('del') !== true
    const isThere = now !== undefined && now.get('del') !== true
    if (!wasThere && isThere && collection !== 'people') now.set('del', true)
    if (!wasThere) continue
    if (!now) root.set(id, was.clone())
    else if (collection !== 'people') matchMap(now, was, without)
    else if (!isThere) now.set('del', false)
  }
}

/** Sets every value that differs; text is edited. `without`: keys left as they are. */
function matchMap(now: Y.Map<unknown>, was: Y.Map<unknown>, without: ReadonlySet<string>): void {
  for (const key of new Set([...now.keys(), ...was.keys()])) {
    if (without.has(key)) continue
    const present = now.get(key)
    const wanted = was.get(key)
    if (present instanceof Y.Text && (wanted instanceof Y.Text || wanted === undefined))
      matchProse(present, wanted ?? emptyText())
    else if (isSame(present, wanted) || (key === 'del' && !present && !wanted)) continue
    else if (wanted === undefined) now.delete(key)
    else now.set(key, wanted instanceof Y.AbstractType ? wanted.clone() : wanted)
  }
}

/** A text that can be read, which one outside of a document cannot. */
const emptyText = (): Y.Text => new Y.Doc().getText()

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b))
}

/** The same for equal values, in whatever order their keys came. */
function canonical(value: unknown): string {
  return JSON.stringify(value instanceof Y.AbstractType ? value.toJSON() : value, (_key, inner: unknown) => {
    if (inner instanceof Uint8Array) return { bytes: [...inner] }
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

/** Puts a highlight on the words it had in `then`, which may have been deleted and written again since. */
function restoreAnchors(writer: Writer, then: Y.Doc, { id, story, part, ...anchors }: Highlight): void {
  const { doc } = writer
  // The words of a story that was gone then are left as they are, and so are the highlights in it.
  if (story === null || readRecord(then, 'stories', story)?.del !== false) return
  const past = proseOf(then, 'stories', story, part)
  const text = proseOf(doc, 'stories', story, part)
  const stored = storedRecord(doc, 'highlights', id)
  for (const edge of ANCHORS) {
    const was = anchors[edge]
    const present = stored?.get(edge)
    const offset = was && past ? offsetOf(then, past, was) : undefined
    const stands = (anchor: unknown) =>
      text !== undefined && anchor instanceof Uint8Array && offsetOf(doc, text, anchor) === offset
    if (offset === undefined || !text) {
      // It stood nowhere then, and shall not stand anywhere now.
      if (!isSame(present, was)) change(writer, 'highlights', id, { [edge]: was })
    } else if (stands(present)) continue
    else if (stands(was)) change(writer, 'highlights', id, { [edge]: was })
    else change(writer, 'highlights', id, { [edge]: anchorAt(text, offset, edge) })
  }
}

/**
 * Anchors highlights anew whose words came back by an undo: this window knows that they are the same
 * words, and the others are told so by this.
 */
export function anchorHighlights(writer: Writer): void {
  const { doc } = writer
  write(writer, () => {
    for (const { id, story, part, ...anchors } of readAll(doc, 'highlights')) {
      const text = story === null ? undefined : proseOf(doc, 'stories', story, part)
      if (!text) continue
      for (const edge of ANCHORS) {
        const anchor = anchors[edge]
        if (!anchor || !isAnchoredHereOnly(doc, anchor)) continue
        const offset = offsetOf(doc, text, anchor)
        if (offset !== undefined) change(writer, 'highlights', id, { [edge]: anchorAt(text, offset, edge) })
      }
    }
  })
}

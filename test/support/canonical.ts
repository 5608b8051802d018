import type * as Y from 'yjs'
import {
  COLLECTION_NAMES,
  proseOf,
  ROOT_TEXTS,
  rootOf,
  rootText,
  SINGLETON_NAMES,
} from '#shared/board/schema'

/** Everything in a board's document as text, with keys in order: `toJSON` alone orders them by arrival. */
export function canonical(doc: Y.Doc): string {
  return JSON.stringify([
    [...COLLECTION_NAMES, ...SINGLETON_NAMES].map((name) => sorted(rootOf(doc, name).toJSON())),
    ROOT_TEXTS.map((name) => rootText(doc, name).toDelta()),
    // The words of stories with their headings, which toJSON leaves out.
    [...rootOf(doc, 'stories').keys()].sort().map((id) => proseOf(doc, 'stories', id, 'text')?.toDelta()),
  ])
}

function sorted(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value]
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

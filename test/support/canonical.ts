import * as Y from 'yjs'
import { passageOf } from '#shared/board/actions/stories'
import { proseOf, readAll, readSingleton, rootOf, rootText, storedRecord } from '#shared/board/records'
import { COLLECTION_NAMES, type Collection, ROOT_TEXTS, SINGLETON_NAMES } from '#shared/board/schema'

/** Everything in the document with keys in order: `toJSON` alone orders them by arrival. */
export function canonical(doc: Y.Doc): string {
  return JSON.stringify([
    [...COLLECTION_NAMES, ...SINGLETON_NAMES].map((name) => sorted(rootOf(doc, name).toJSON())),
    ROOT_TEXTS.map((name) => rootText(doc, name).toDelta()),
    // The words of stories with their headings and those of cards with their forms, which toJSON leaves out.
    (
      [
        ['stories', 'text'],
        ['cards', 'text'],
        ['frames', 'caption'],
      ] as const
    ).map(([name, field]) =>
      [...rootOf(doc, name).keys()].sort().map((id) => proseOf(doc, name, id, field)?.toDelta()),
    ),
  ])
}

/** A value with its keys in order and its bytes as numbers. */
export function sorted(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value]
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** A document with the same content and nothing waiting, as a kept version gives it back. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(doc))
  return copy
}

/**
 * What people see of a board: every record that is there, with the formatting of its words, and highlights
 * by the words they stand on instead of by the bytes of their anchors.
 */
export function visible(doc: Y.Doc): Record<string, unknown> {
  const { live: _, ...singletons } = Object.fromEntries(
    SINGLETON_NAMES.map((name) => [name, sorted(readSingleton(doc, name))]),
  )
  return {
    ...Object.fromEntries(COLLECTION_NAMES.map((name) => [name, recordsOf(doc, name)])),
    ...singletons,
    ...Object.fromEntries(ROOT_TEXTS.map((name) => [name, rootText(doc, name).toDelta()])),
  }
}

function recordsOf(doc: Y.Doc, collection: Collection): unknown[] {
  return readAll(doc, collection)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((record) => {
      const deltas = [...(storedRecord(doc, collection, record.id)?.values() ?? [])].flatMap((value) =>
        value instanceof Y.Text ? [value.toDelta()] : [],
      )
      const passage = 'publish' in record ? { start: passageOf(doc, record) ?? null, end: null } : undefined
      return sorted({ ...record, ...passage, deltas })
    })
}

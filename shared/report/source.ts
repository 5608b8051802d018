import type * as Y from 'yjs'
import { passageOf } from '../board/actions/stories'
import { byOrder, type Ordered } from '../board/order'
import { readAll, readSingleton, rootText } from '../board/records'
import {
  COLLECTION_NAMES,
  type Collection,
  type Highlight,
  type RecordOf,
  type RootText,
  type SingletonOf,
} from '../board/schema'

/** A board as it stood at one moment, ready to be asked for a report. Deleted records are not in it. */
export interface ReportSource {
  readonly meta: SingletonOf<'meta'>
  readonly report: SingletonOf<'report'>
  text(name: RootText): string
  all<C extends Collection>(collection: C): readonly RecordOf<C>[]
  get<C extends Collection>(collection: C, id: string | null): RecordOf<C> | undefined
  /** The collection an id belongs to; undefined when nothing has it. */
  kindOf(id: string): Collection | undefined
  /** The words a highlight marks; undefined when they are gone. */
  quote(highlight: Highlight): string | undefined
}

/** Reads a whole board once. */
export function reportSource(doc: Y.Doc): ReportSource {
  const lists = new Map<Collection, readonly RecordOf<Collection>[]>()
  const byId = new Map<Collection, Map<string, RecordOf<Collection>>>()
  const kinds = new Map<string, Collection>()
  for (const collection of COLLECTION_NAMES) {
    const records = sorted(readAll(doc, collection))
    lists.set(collection, records)
    byId.set(collection, new Map(records.map((record) => [record.id, record])))
    for (const { id } of records) if (!kinds.has(id)) kinds.set(id, collection)
  }
  return {
    meta: readSingleton(doc, 'meta'),
    report: readSingleton(doc, 'report'),
    text: (name) => rootText(doc, name).toString().trim(),
    all: <C extends Collection>(collection: C) => (lists.get(collection) ?? []) as readonly RecordOf<C>[],
    get: <C extends Collection>(collection: C, id: string | null) =>
      (id === null ? undefined : byId.get(collection)?.get(id)) as RecordOf<C> | undefined,
    kindOf: (id) => kinds.get(id),
    quote: (highlight) => passageOf(doc, highlight)?.quote,
  }
}

function sorted(records: RecordOf<Collection>[]): readonly RecordOf<Collection>[] {
  return records.sort((a, b) => {
    if ('order' in a && 'order' in b) return byOrder(a as Ordered, b as Ordered)
    return a.made.at - b.made.at || (a.id < b.id ? -1 : 1)
  })
}

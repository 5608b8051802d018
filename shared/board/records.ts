import * as Y from 'yjs'
import type { Field, Fields } from './fields'
import { replaceProse } from './prose'
import {
  COLLECTIONS,
  type Collection,
  type RecordOf,
  type RootText,
  SINGLETONS,
  type Singleton,
  type SingletonOf,
} from './schema'

/** The shared container of a collection. */
export function rootOf(doc: Y.Doc, name: Collection | Singleton): Y.Map<unknown> {
  return doc.getMap(name)
}

/** A text the board has exactly one of. */
export function rootText(doc: Y.Doc, name: RootText): Y.Text {
  return doc.getText(name)
}

/** The stored record, deleted or not; undefined when there is none with this id. */
export function storedRecord(doc: Y.Doc, collection: Collection, id: string): Y.Map<unknown> | undefined {
  const stored = rootOf(doc, collection).get(id)
  return stored instanceof Y.Map ? stored : undefined
}

/** The shared text behind a `prose` field; undefined when the record or the field is missing. */
export function proseOf(doc: Y.Doc, collection: Collection, id: string, field: string): Y.Text | undefined {
  const stored = storedRecord(doc, collection, id)?.get(field)
  return stored instanceof Y.Text ? stored : undefined
}

interface Reader {
  /** What a record reads as when nothing is stored. */
  readonly blank: Readonly<Record<string, unknown>>
  /** A map, because a peer may have stored anything under any name. */
  readonly fields: ReadonlyMap<string, Field<unknown>>
}

/** Made once for each layout: a board of ten thousand cards reads as many records. */
const readers = new Map<Fields, Reader>()

function readerOf(layout: Fields): Reader {
  let reader = readers.get(layout)
  if (!reader) {
    const entries = Object.entries(layout)
    reader = {
      // The literal around it makes an object that is fast to copy.
      blank: { ...Object.fromEntries(entries.map(([key, { empty }]) => [key, empty])) },
      fields: new Map(entries),
    }
    readers.set(layout, reader)
  }
  return reader
}

function readFields(layout: Fields, stored: Y.Map<unknown>): Record<string, unknown> {
  const { blank, fields } = readerOf(layout)
  const snapshot = { ...blank }
  stored.forEach((value, key) => {
    const field = fields.get(key)
    if (field) snapshot[key] = field.read(value)
  })
  return snapshot
}

/** A frozen snapshot of one record, deleted or not; undefined when there is none with this id. */
export function readRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
): RecordOf<C> | undefined {
  const stored = storedRecord(doc, collection, id)
  if (!stored) return undefined
  const snapshot = readFields(COLLECTIONS[collection], stored)
  snapshot.id = id
  return Object.freeze(snapshot) as RecordOf<C>
}

/** One value of a record; undefined when the record does not exist. */
export function readField<C extends Collection, K extends Exclude<keyof RecordOf<C>, 'id'> & string>(
  doc: Y.Doc,
  collection: C,
  id: string,
  key: K,
): RecordOf<C>[K] | undefined {
  const fields: Fields = COLLECTIONS[collection]
  const stored = storedRecord(doc, collection, id)
  return stored && (fields[key]?.read(stored.get(key)) as RecordOf<C>[K])
}

/** Frozen snapshots of every record of a collection that is not deleted, in no particular order. */
export function readAll<C extends Collection>(doc: Y.Doc, collection: C): RecordOf<C>[] {
  const records: RecordOf<C>[] = []
  for (const id of rootOf(doc, collection).keys()) {
    const record = readRecord(doc, collection, id)
    if (record && !record.del) records.push(record)
  }
  return records
}

/**
 * One value of every record of a collection that is not deleted, without reading the others: for
 * questions such as “which is on top” that a board of ten thousand cards must answer at once.
 */
export function* readEach<C extends Collection, K extends Exclude<keyof RecordOf<C>, 'id'> & string>(
  doc: Y.Doc,
  collection: C,
  key: K,
  /** Those that are deleted instead. */
  isDeleted = false,
): Generator<readonly [id: string, value: RecordOf<C>[K]]> {
  const fields: Fields = COLLECTIONS[collection]
  for (const [id, stored] of rootOf(doc, collection)) {
    if (stored instanceof Y.Map && (fields.del?.read(stored.get('del')) === true) === isDeleted)
      yield [id, fields[key]?.read(stored.get(key)) as RecordOf<C>[K]]
  }
}

/** A frozen snapshot of a singleton. */
export function readSingleton<S extends Singleton>(doc: Y.Doc, name: S): SingletonOf<S> {
  return Object.freeze(readFields(SINGLETONS[name], rootOf(doc, name))) as SingletonOf<S>
}

/** Places a new record in the document. Fields that are not given are stored empty. */
export function storeRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
  values: Partial<Omit<RecordOf<C>, 'id'>>,
): void {
  const fields: Fields = COLLECTIONS[collection]
  const given = values as Record<string, unknown>
  const stored = new Y.Map<unknown>()
  for (const key in fields) {
    const field = fields[key]
    if (!field) continue
    const value = given[key]
    // Empty prose is stored too: two peers who each created the text on first use would lose one.
    if (value !== undefined) stored.set(key, field.store(value))
    else if (field.isText) stored.set(key, new Y.Text())
  }
  rootOf(doc, collection).set(id, stored)
}

/** Replaces values of a record. Ignored when the record does not exist. Prose is edited, never replaced. */
export function changeRecord<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  id: string,
  values: Partial<Omit<RecordOf<C>, 'id'>>,
): void {
  const stored = storedRecord(doc, collection, id)
  if (!stored) return
  writeFields(COLLECTIONS[collection], stored, values as Record<string, unknown>)
}

/** Replaces values of a singleton. */
export function changeSingleton<S extends Singleton>(
  doc: Y.Doc,
  name: S,
  values: Partial<SingletonOf<S>>,
): void {
  writeFields(SINGLETONS[name], rootOf(doc, name), values as Record<string, unknown>)
}

function writeFields(fields: Fields, stored: Y.Map<unknown>, values: Record<string, unknown>): void {
  for (const key in values) {
    const field = fields[key]
    if (!field || values[key] === undefined) continue
    const value = field.store(values[key])
    const present = stored.get(key)
    if (value instanceof Y.Text && present instanceof Y.Text) replaceProse(present, String(values[key]))
    else stored.set(key, value)
  }
}

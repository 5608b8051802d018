import type * as Y from 'yjs'
import { newId } from '#shared/id'
import { replaceProse } from '../prose'
import { changeRecord, proseOf, readRecord, storeRecord } from '../records'
import type { Collection, RecordOf } from '../schema'

/**
 * Whoever writes in a board: the document, the person in whose name it is done, the clock, and the
 * transaction origin by which undo knows its own steps.
 */
export interface Writer {
  readonly doc: Y.Doc
  readonly person: string
  readonly origin: unknown
  /** Milliseconds since 1970. */
  now(): number
}

/** Runs `change` as one transaction: one update to the others, one undo step. */
export function write<T>(writer: Writer, change: () => T): T {
  return writer.doc.transact(change, writer.origin)
}

/** Adds a record in the writer's name and returns its id, which is a new one unless it is given. */
export function add<C extends Collection>(
  writer: Writer,
  collection: C,
  values: Partial<Omit<RecordOf<C>, 'id'>>,
  id = newId(),
): string {
  write(writer, () =>
    storeRecord(writer.doc, collection, id, {
      made: { by: writer.person, at: writer.now() },
      ...values,
    } as Partial<Omit<RecordOf<C>, 'id'>>),
  )
  return id
}

/** Replaces values of a record. Ignored when a peer has never made it. */
export function change<C extends Collection>(
  writer: Writer,
  collection: C,
  id: string,
  values: Partial<Omit<RecordOf<C>, 'id'>>,
): void {
  write(writer, () => changeRecord(writer.doc, collection, id, values))
}

/** Rewrites shared text by its smallest difference. Ignored when the record is missing. */
export function rewrite(
  writer: Writer,
  collection: Collection,
  id: string,
  field: string,
  next: string,
): void {
  const text = proseOf(writer.doc, collection, id, field)
  if (text) write(writer, () => replaceProse(text, next))
}

/** Marks records as deleted. They can be put back. */
export function remove(writer: Writer, collection: Collection, ids: Iterable<string>): void {
  write(writer, () => {
    const gone = writer.now()
    for (const id of ids) changeRecord(writer.doc, collection, id, { del: true, gone } as never)
  })
}

/** Puts deleted records back. */
export function putBack(writer: Writer, collection: Collection, ids: Iterable<string>): void {
  write(writer, () => {
    for (const id of ids) changeRecord(writer.doc, collection, id, { del: false } as never)
  })
}

/** The record when it exists and is not deleted. */
export function present<C extends Collection>(
  writer: Writer,
  collection: C,
  id: string,
): RecordOf<C> | undefined {
  const record = readRecord(writer.doc, collection, id)
  return record?.del ? undefined : record
}

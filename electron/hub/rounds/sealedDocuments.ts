import * as Y from 'yjs'
import type { SyncMessage } from '#shared/sync/messages'
import { weighUpdate } from '../weighUpdate'
import type { SealedPart } from './kind'

/** Bytes that one person's document in one round may have; two hundred cards of a few lines have 60 kB. */
const LARGEST = 512 * 1024

/** The documents that people have in one round, each in that person's sealed part. */
export interface SealedDocuments {
  of(person: string): Y.Doc | undefined
  people(): readonly string[]
  /** What a copy with this state vector lacks, and what is asked of it. Throws when the bytes are none. */
  answer(person: string, vector: Uint8Array): readonly SyncMessage[]
  vector(person: string): Uint8Array
  /**
   * Takes an update in. `news` is what was new in it; `isMissing` when it builds on something that is not here. Null,
   * and nothing is taken, when the document would be too large. Throws when the bytes are no update.
   */
  take(
    person: string,
    update: Uint8Array,
  ): { readonly news: Uint8Array | null; readonly isMissing: boolean } | null
  /** Takes a person's document away for good, with their sealed part. */
  forget(person: string): void
  dispose(): void
}

/** One document by its name, and whose it is in `documents`: a person's, or that of a group. */
export interface OwnDocument {
  readonly name: string
  readonly owner: string
  readonly documents: SealedDocuments
  /** As `documents.take`; its round counts what is new. */
  take(update: Uint8Array): ReturnType<SealedDocuments['take']>
}

/** `wrote` is called when something new was taken into it. */
export const ownDocument = (
  documents: SealedDocuments,
  { name, owner }: Pick<OwnDocument, 'name' | 'owner'>,
  wrote: () => void,
): OwnDocument => ({
  name,
  owner,
  documents,
  take(update) {
    const done = documents.take(owner, update)
    if (done?.news) wrote()
    return done
  },
})

/** Opens what is in `part`; bytes that are no document are left alone and read as an empty one. */
export function createSealedDocuments(part: SealedPart): SealedDocuments {
  const docs = new Map<string, Y.Doc>()
  const opened = (person: string): Y.Doc => {
    const known = docs.get(person)
    if (known) return known
    const doc = new Y.Doc()
    const bytes = part.get(person)
    try {
      if (bytes) Y.applyUpdate(doc, bytes)
    } catch {
      // Its checksum fits, so that another program wrote it; the file keeps it until this person writes.
    }
    docs.set(person, doc)
    return doc
  }
  const peek = (person: string) => (part.get(person) ? opened(person) : docs.get(person))

  return {
    of: peek,
    people: () => part.people(),
    answer: (person, vector) => [
      { step: 'difference', bytes: Y.encodeStateAsUpdate(opened(person), vector) },
      { step: 'vector', bytes: Y.encodeStateVector(opened(person)) },
    ],
    vector: (person) => Y.encodeStateVector(opened(person)),
    take(person, update) {
      if (update.length + (part.get(person)?.length ?? 0) > LARGEST) return null
      if (!weighUpdate(update)) throw new Error('no update')
      const doc = opened(person)
      const before = Y.snapshot(doc)
      const vector = Y.encodeStateVector(doc)
      Y.applyUpdate(doc, update)
      const isMissing = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
      // It comes again with what it builds on: whoever sent it is asked for everything that is not here.
      doc.store.pendingStructs = null
      doc.store.pendingDs = null
      if (Y.equalSnapshots(before, Y.snapshot(doc))) return { news: null, isMissing }
      part.keep(person, Y.encodeStateAsUpdate(doc))
      return { news: Y.encodeStateAsUpdate(doc, vector), isMissing }
    },
    forget(person) {
      docs.get(person)?.destroy()
      docs.delete(person)
      if (part.get(person)) part.keep(person, null)
    },
    dispose() {
      for (const doc of docs.values()) doc.destroy()
      docs.clear()
    },
  }
}

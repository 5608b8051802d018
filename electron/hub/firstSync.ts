import { deflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { encodeSync } from '#shared/sync/messages'
import type { State } from '../files/document'

/** Bytes after which the whole document is made afresh for joining windows. */
const LONGEST_SINCE = 64 * 1024

/** Version 1, without structs and deletions. */
const EMPTY_UPDATE = Uint8Array.of(0, 0)

/** A document as a joining window gets it, made once for all who come in together. */
export interface FirstSync {
  /** Follows a change of the document. */
  add(update: Uint8Array): void
  /** The answers to a replica with this state vector. Throws when the bytes are none. */
  answer(vector: Uint8Array): readonly Uint8Array[]
  /** Lets go of what was made. */
  forget(): void
}

/** `stored` is what the document was made of. */
export function createFirstSync(doc: Y.Doc, stored: State): FirstSync {
  /** The whole document, and what came since it was made. */
  let first: { readonly whole: Uint8Array; since: Uint8Array; missed: Uint8Array[] } | undefined = {
    whole: encodeWhole(stored.packed),
    since: EMPTY_UPDATE,
    missed: [...stored.updates],
  }
  return {
    add(update) {
      first?.missed.push(update)
    },
    answer(vector) {
      if (Y.decodeStateVector(vector).size > 0) {
        return [encodeSync(0, { step: 'difference', bytes: Y.encodeStateAsUpdate(doc, vector) })]
      }
      // Sixty guests who join at once get the same bytes, made once: each of them is written to the document,
      // so what came since is sent after the whole instead of making the whole again.
      if (first && first.missed.length > 0) {
        first = { whole: first.whole, since: Y.mergeUpdates([first.since, ...first.missed]), missed: [] }
      }
      if (!first || first.since.length > LONGEST_SINCE) {
        const packed = deflateRawSync(Y.encodeStateAsUpdateV2(doc), { level: 3 })
        first = { whole: encodeWhole(packed), since: EMPTY_UPDATE, missed: [] }
      }
      return [first.whole, encodeSync(0, { step: 'difference', bytes: first.since })]
    },
    forget() {
      first = undefined
    },
  }
}

const encodeWhole = (packed: Uint8Array) => encodeSync(0, { step: 'whole', bytes: packed })

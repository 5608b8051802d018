import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { failed, type Result, success } from '#shared/failure'

/** Bytes that a packed document may unfold to: a damaged or hostile file must not fill the memory. */
const LARGEST = 1024 * 1024 * 1024

/** A document as its state and what came after it. */
export interface State {
  /** Raw deflate of a Yjs update (version 2) of the whole document. */
  readonly packed: Uint8Array
  /** Yjs updates (version 1) since, in their order. */
  readonly updates: readonly Uint8Array[]
}

/** Packs the whole of a document. */
export function packDocument(doc: Y.Doc): Uint8Array {
  return deflateRawSync(Y.encodeStateAsUpdateV2(doc))
}

/** The document of a state; `corrupt` when the bytes are none. What was deleted in it is let go. */
export function unpackDocument({ packed, updates }: State): Result<Y.Doc> {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      Y.applyUpdateV2(doc, inflateRawSync(packed, { maxOutputLength: LARGEST }))
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return success(doc)
  } catch (error) {
    doc.destroy()
    return failed('corrupt', String(error))
  }
}

/** Folds the updates of a state into one packed document. */
export function mergeState(state: State): Result<Uint8Array> {
  const doc = unpackDocument(state)
  if (!doc.ok) return doc
  const packed = packDocument(doc.value)
  doc.value.destroy()
  return success(packed)
}

import * as Y from 'yjs'

/** Which edge of a passage an anchor marks: words typed right outside of it do not belong to it. */
export type Edge = 'start' | 'end'

/** A place in a shared text that stays with its words, encoded to be stored. `offset` in UTF-16 units. */
export function anchorAt(text: Y.Text, offset: number, edge: Edge): Uint8Array {
  return Y.encodeRelativePosition(
    Y.createRelativePositionFromTypeIndex(text, offset, edge === 'start' ? 0 : -1),
  )
}

/** Where an anchor stands in a text now, UTF-16 units; undefined when it never stood there or is damaged. */
export function offsetOf(doc: Y.Doc, text: Y.Text, anchor: Uint8Array): number | undefined {
  try {
    const place = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(anchor), doc)
    return place?.type === text ? place.index : undefined
  } catch {
    // Bytes that are no position.
    return undefined
  }
}

/**
 * True when the words an anchor stood on were deleted and brought back by undo in this window: the others
 * do not know that the new words are the old ones, so for them the anchor has lost its place.
 */
export function isAnchoredHereOnly(doc: Y.Doc, anchor: Uint8Array): boolean {
  try {
    const { item, type } = Y.decodeRelativePosition(anchor)
    const id = item ?? type
    if (!id || Y.getState(doc.store, id.client) <= id.clock) return false
    const found = Y.getItem(doc.store, id)
    return found instanceof Y.Item && found.redone !== null
  } catch {
    return false
  }
}

import * as Y from 'yjs'

/** Says of updates whether a document has all of one: what it adds and what it deletes. */
export function containment(doc: Y.Doc): (update: Uint8Array) => boolean {
  const present = Y.decodeStateVector(Y.encodeStateVector(doc))
  const deleted = Y.createDeleteSetFromStructStore(doc.store)
  const isDeleted = (client: number, from: number, to: number) => {
    let at = from
    // Sorted by clock.
    for (const { clock, len } of deleted.clients.get(client) ?? []) {
      if (clock > at) break
      at = Math.max(at, clock + len)
      if (at >= to) return true
    }
    return false
  }
  return (update) => {
    for (const [client, to] of Y.parseUpdateMeta(update).to) if ((present.get(client) ?? 0) < to) return false
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients)
      for (const { clock, len } of ranges) if (!isDeleted(client, clock, clock + len)) return false
    return true
  }
}

import * as Y from 'yjs'

/**
 * The clients whose changes are in an update; undefined when the bytes are no update, or one that no replica makes. Such
 * a one must not come near a document: Yjs takes in what it can read of it and stumbles over the rest when the
 * transaction ends, and from then on that document tells nobody of any change.
 */
export function clientsIn(update: Uint8Array): ReadonlySet<number> | undefined {
  try {
    const clients = new Set<number>()
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct.length > 0) || !Number.isSafeInteger(struct.id.clock + struct.length)) return undefined
      if (struct instanceof Y.Item || struct instanceof Y.GC) clients.add(struct.id.client)
    }
    return clients
  } catch {
    return undefined
  }
}

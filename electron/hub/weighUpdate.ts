import * as Y from 'yjs'

/** An update before it comes near a document. */
export interface WeighedUpdate {
  /** Whose changes are in it. */
  readonly clients: ReadonlySet<number>
  readonly structs: ReturnType<typeof Y.decodeUpdate>['structs']
  readonly deletions: ReturnType<typeof Y.decodeUpdate>['ds']['clients']
}

/**
 * What is in an update; undefined when the bytes are none, or one that no replica makes. Such a one must not come near a
 * document: Yjs takes in what it can read of it and stumbles over the rest when the transaction ends, and from then on
 * that document tells nobody of any change.
 */
export function weighUpdate(update: Uint8Array): WeighedUpdate | undefined {
  try {
    const clients = new Set<number>()
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (!(struct.length > 0) || !Number.isSafeInteger(struct.id.clock + struct.length)) return undefined
      if (struct instanceof Y.Item || struct instanceof Y.GC) clients.add(struct.id.client)
    }
    return { clients, structs, deletions: ds.clients }
  } catch {
    return undefined
  }
}

import * as Y from 'yjs'
import type { WeighedUpdate } from './weighUpdate'

/**
 * Whose each client of a document is. Whoever wrote under the client of somebody else would take the place of what they
 * write next, which would come to nothing everywhere but in their own window.
 */
export interface ClientOwners {
  /** Notes whose the clients are that the document has not seen before this update. */
  note(person: string, update: WeighedUpdate): void
  /** True when an update writes anything new under the client of somebody who is here, or of this hub. */
  isUnderOthers(person: string, update: WeighedUpdate): boolean
}

export function createClientOwners(doc: Y.Doc, isHere: (person: string) => boolean): ClientOwners {
  const owners = new Map<number, string>()
  const writesNews = (client: number, { structs }: WeighedUpdate) => {
    const known = Y.getState(doc.store, client)
    return structs.some(
      ({ id, length }) => id.client === client && id.clock + length > known && id.clock <= known,
    )
  }
  return {
    note(person, { clients }) {
      // What another hub tells is everybody's.
      if (person === '') return
      for (const client of clients) if (!doc.store.clients.has(client)) owners.set(client, person)
    },
    isUnderOthers: (person, update) =>
      [...update.clients].some((client) => {
        const owner = owners.get(client)
        const isOthers = client === doc.clientID || (owner !== undefined && owner !== person && isHere(owner))
        return isOthers && writesNews(client, update)
      }),
  }
}

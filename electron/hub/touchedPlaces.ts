import * as Y from 'yjs'
import { rootOf } from '#shared/board/records'
import { COLLECTION_NAMES, type Collection } from '#shared/board/schema'
import type { WeighedUpdate } from './weighUpdate'

/** Where an update writes or deletes: a whole record, or with `key` one value of a record that is there, or words in it. */
export interface TouchedPlace {
  readonly collection: Collection
  readonly id: string
  readonly key: string | null
}

/** The records of a document that an update touches. */
export interface TouchedPlaces {
  /** Where it writes; what it builds on in itself is left out, since that lies in the same place. */
  readonly written: readonly TouchedPlace[]
  /** Where it deletes what is not deleted yet. */
  readonly deleted: readonly TouchedPlace[]
}

type Shared = Y.AbstractType<unknown>

/**
 * Says what an update touches in a document before it is taken in; costs as much as the update is long, however large
 * the board.
 */
export function createPlaceFinder(doc: Y.Doc): (update: WeighedUpdate) => TouchedPlaces {
  const { store } = doc
  const names = new Map<unknown, Collection>(COLLECTION_NAMES.map((name) => [rootOf(doc, name), name]))
  const named = new Set<string>(COLLECTION_NAMES)

  const within = (parent: unknown, sub: string | null): TouchedPlace | undefined => {
    if (!(parent instanceof Y.AbstractType)) return undefined
    if (sub === null) {
      // Letters lie in a text, which lies in a record.
      const text = parent instanceof Y.Text ? (parent as Shared)._item : null
      return text && !text.deleted && text.parentSub !== null
        ? within(text.parent, text.parentSub)
        : undefined
    }
    const collection = names.get(parent)
    if (collection) return { collection, id: sub, key: null }
    const record = (parent as Shared)._item
    if (!record || record.deleted || record.parentSub === null) return undefined
    const around = names.get(record.parent)
    return around && { collection: around, id: record.parentSub, key: sub }
  }
  const itemAt = (id: Y.ID): Y.Item | undefined => {
    if (id.clock >= Y.getState(store, id.client)) return undefined
    const found: unknown = Y.getItem(store, id)
    return found instanceof Y.Item ? found : undefined
  }
  const placeOf = ({ parent, parentSub, origin, rightOrigin }: Y.Item): TouchedPlace | undefined => {
    // Before it is taken in, a struct names a root by its name, another parent by its id, or only a neighbour.
    const given: unknown = parent
    if (typeof given === 'string')
      return named.has(given) && parentSub !== null
        ? { collection: given as Collection, id: parentSub, key: null }
        : undefined
    if (given instanceof Y.ID) {
      const content = itemAt(given)?.content
      return content instanceof Y.ContentType ? within(content.type, parentSub) : undefined
    }
    const beside = origin ?? rightOrigin
    const neighbour = beside && itemAt(beside)
    return neighbour ? within(neighbour.parent, neighbour.parentSub) : undefined
  }

  function* written({ structs }: WeighedUpdate): Generator<TouchedPlace> {
    for (const struct of structs) {
      const { client, clock } = struct.id
      if (!(struct instanceof Y.Item) || clock + struct.length <= Y.getState(store, client)) continue
      const place = placeOf(struct)
      if (place) yield place
    }
  }
  function* deleted({ deletions }: WeighedUpdate): Generator<TouchedPlace> {
    for (const [client, ranges] of deletions) {
      const structs = store.clients.get(client)
      if (!structs) continue
      const known = Y.getState(store, client)
      for (const { clock, len } of ranges) {
        if (clock >= known) continue
        for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
          const struct = structs[at]
          if (!struct || struct.id.clock >= clock + len) break
          if (!(struct instanceof Y.Item) || struct.deleted) continue
          const place = within(struct.parent, struct.parentSub)
          if (place) yield place
        }
      }
    }
  }
  return (update) => ({ written: [...written(update)], deleted: [...deleted(update)] })
}

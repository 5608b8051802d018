import { isEmptyPlan, planPurge, purgeRecords } from '#shared/board/actions/purge'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type Result, success } from '#shared/failure'
import type { BoardFile } from './boardFile'
import { packDocument, unpackDocument } from './document'
import type { VersionRow } from './rows'
import type { Generation } from './writeGeneration'

export interface FilePurge {
  /** Whose words have been taken out of this board so far, with every record that went, and how often. */
  readonly orders: readonly PurgeOrder[]
  readonly count: number
  /** The names that went. */
  readonly names: readonly string[]
}

export interface PurgedFile {
  /** How many versions lost something. */
  readonly versions: number
  /** The file named one of these people as who hosted last, and does so no more. */
  readonly wasHost: boolean
}

/**
 * Writes a file afresh without the words of these orders: in the document, which must have lost them before, and
 * in every version. The picture of the wall goes, the devices of the people are forgotten, and the earlier
 * generations that lie beside the file are deleted.
 */
export function purgeFile(file: BoardFile, purge: FilePurge): Result<PurgedFile> {
  let versions = 0
  const host = file.readMeta('host')
  const wasHost = host.ok && host.value !== null && purge.names.includes(new TextDecoder().decode(host.value))
  const change = (generation: Generation): Generation => {
    const meta = new Map(generation.meta)
    meta.delete('thumbnail')
    if (wasHost) meta.delete('host')
    meta.set('purges', String(purge.count))
    meta.set('purged', JSON.stringify(purge.orders))
    return {
      ...generation,
      meta,
      packed: purgePacked(generation.packed, purge.orders)?.packed ?? generation.packed,
      versions: withoutWords(generation.versions, purge.orders, () => versions++),
      devices: notOf(generation.devices, purge.orders),
    }
  }
  const done = file.rewrite(change, { previous: null })
  return done.ok ? success({ versions, wasHost }) : done
}

function* withoutWords(
  versions: Iterable<VersionRow>,
  orders: readonly PurgeOrder[],
  changed: () => void,
): Generator<VersionRow> {
  for (const version of versions) {
    const purged = purgePacked(version.packed, orders)
    // A version that cannot be read cannot be shown to be clean either.
    if (purged?.isChanged) changed()
    if (purged) yield { ...version, packed: purged.packed }
  }
}

function* notOf<T extends { readonly person: string }>(
  devices: Iterable<T>,
  orders: readonly PurgeOrder[],
): Generator<T> {
  const people = new Set(orders.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])))
  for (const device of devices) if (!people.has(device.person)) yield device
}

/** A packed document without what these orders name, packed again; undefined when the bytes are none. */
function purgePacked(
  packed: Uint8Array,
  orders: readonly PurgeOrder[],
): { readonly packed: Uint8Array; readonly isChanged: boolean } | undefined {
  const opened = unpackDocument({ packed, updates: [] })
  if (!opened.ok) return undefined
  const doc = opened.value
  let isChanged = false
  // What waits for updates that never came may hold anybody's words.
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  for (const order of orders) {
    const plan = planPurge(doc, order)
    if (isEmptyPlan(plan)) continue
    isChanged = true
    purgeRecords(doc, plan)
  }
  const again = packDocument(doc)
  doc.destroy()
  return { packed: again, isChanged }
}

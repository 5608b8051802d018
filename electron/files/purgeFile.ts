import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type Result, success } from '#shared/failure'
import type { BoardFile } from './boardFile'
import type { State } from './document'
import type { PurgedState } from './purgeState'
import { inTurns } from './steps'
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

/** See `purgeState`; may be done elsewhere, as it takes long. */
export type PurgeState = (state: State, orders: readonly PurgeOrder[]) => Promise<Result<PurgedState>>

/**
 * Writes a file afresh without the words of these orders: in the document, which must have lost them before, and
 * in every version. The picture of the wall goes, the devices of the people are forgotten, and the earlier
 * generations that lie beside the file are deleted. Meanwhile the file may be appended to, and nothing else.
 */
export async function purgeFile(
  file: BoardFile,
  { orders, count, names }: FilePurge,
  purge: PurgeState,
): Promise<Result<PurgedFile>> {
  const host = file.readMeta('host')
  const wasHost = host.ok && host.value !== null && names.includes(new TextDecoder().decode(host.value))
  const state = file.read()
  if (!state.ok) return state
  const document = await purge(state.value, orders)
  if (!document.ok) return document
  const versions = await purgeVersions(file, orders, purge)
  if (!versions.ok) return versions
  const change = (generation: Generation): Generation => {
    const meta = new Map(generation.meta)
    meta.delete('thumbnail')
    if (wasHost) meta.delete('host')
    meta.set('purges', String(count))
    meta.set('purged', JSON.stringify(orders))
    return {
      ...generation,
      meta,
      versions: withDocuments(generation.versions, versions.value),
      devices: notOf(generation.devices, orders),
    }
  }
  const folded = { packed: document.value.packed, through: state.value.last }
  const done = await inTurns(file.rewrite(folded, { change, previous: null }))
  if (!done.ok) return done
  const changed = [...versions.value.values()].filter(({ isChanged }) => isChanged)
  return success({ versions: changed.length, wasHost })
}

/** The documents of all versions that can be read, by number. */
async function purgeVersions(
  file: BoardFile,
  orders: readonly PurgeOrder[],
  purge: PurgeState,
): Promise<Result<ReadonlyMap<number, PurgedState>>> {
  const listed = file.versions.list()
  if (!listed.ok) return listed
  const purged = new Map<number, PurgedState>()
  for (const { id } of listed.value.versions) {
    const version = file.versions.read(id)
    if (!version.ok) return version
    const document = await purge({ packed: version.value.packed, updates: [] }, orders)
    if (document.ok) purged.set(id, document.value)
    else if (document.failure.code !== 'corrupt') return document
  }
  return success(purged)
}

/** A version that cannot be read cannot be shown to be clean either, and goes. */
function* withDocuments<T extends { readonly id: number; readonly packed: Uint8Array }>(
  versions: Iterable<T>,
  documents: ReadonlyMap<number, PurgedState>,
): Generator<T> {
  for (const version of versions) {
    const document = documents.get(version.id)
    if (document) yield { ...version, packed: document.packed }
  }
}

function* notOf<T extends { readonly person: string }>(
  devices: Iterable<T>,
  orders: readonly PurgeOrder[],
): Generator<T> {
  const people = new Set(orders.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])))
  for (const device of devices) if (!people.has(device.person)) yield device
}

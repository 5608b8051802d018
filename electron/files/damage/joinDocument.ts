import * as Y from 'yjs'
import { readAll, rootOf } from '#shared/board/records'
import { COLLECTION_NAMES } from '#shared/board/schema'
import type { DamageReport } from '#shared/damageReport'
import { type Base, type Material, openVersion } from './material'

/** The best document that several files of one board give. */
export interface Joined {
  readonly doc: Y.Doc
  readonly source: DamageReport['source']
  /** The number of the last update in the state that it began with. */
  readonly through: number
  /** The number of the newest update that is known of. */
  readonly last: number
  /** Updates that are missing, or that build on missing ones. */
  readonly lostChanges: number
  /** ms since 1970 until which nothing is missing. */
  readonly until: number
}

export interface Source {
  readonly kind: Exclude<DamageReport['source'], 'version' | 'pieces'>
  readonly material: Material
}

/** Versions that are looked into for what is missing. */
const MOST_VERSIONS = 8

/**
 * Joins what the files of one board hold, the damaged one first: the state that leaves fewest updates missing, every
 * update after it, and when some are missing or `mayLackUpdates`, every other state that there is. All are parts of
 * one history, so that they may be joined in any order. Without any state the newest version is taken, or the updates
 * that stand alone; undefined when there is not a card among them.
 */
export function joinDocument(sources: readonly Source[], mayLackUpdates: boolean): Joined | undefined {
  const updates = new Map<number, () => Uint8Array | undefined>()
  for (const { material } of [...sources].reverse())
    for (const [id, read] of material.updates) updates.set(id, read)
  const own = newestOf(sources[0])
  const last = mayLackUpdates || own === 0 ? Math.max(0, ...sources.map(newestOf)) : own

  const candidates = sources
    .flatMap(({ kind, material }) =>
      material.bases.map((base) => ({ kind, base, missing: missingAfter(base) })),
    )
    .sort((a, b) => a.missing - b.missing)
  for (const { kind, base, missing } of candidates) {
    const doc = base.open()
    if (!doc) continue
    return finish(doc, kind, base.made, base.through, missing)
  }
  for (const { material } of sources) {
    for (const version of material.versions) {
      const row = version.read()
      const doc = row && openVersion(row)
      if (row && doc) return finish(doc, 'version', row.made, undefined, 0)
    }
  }
  const pieces = finish(new Y.Doc(), 'pieces', 0, undefined, 0)
  return readAll(pieces.doc, 'cards').length > 0 ? pieces : undefined

  function missingAfter({ through }: Base): number {
    let there = 0
    for (const id of updates.keys()) if (id > through && id <= last) there++
    return Math.max(0, last - through - there)
  }

  function finish(
    doc: Y.Doc,
    kind: Joined['source'],
    made: number,
    through: number | undefined,
    missing: number,
  ): Joined {
    const apply = (id: number) => tryUpdate(doc, updates.get(id)?.())
    const later = [...updates.keys()].filter((id) => id > (through ?? 0)).sort((a, b) => a - b)
    // A version does not say which update it was made after.
    const gap = through === undefined ? 0 : later.findIndex((id, at) => id !== through + 1 + at)
    const prefix = gap < 0 ? later : later.slice(0, gap)
    const rest = later.slice(prefix.length)
    let failed = prefix.filter((id) => !apply(id)).length
    const until = Math.max(made, newestMade(doc))
    failed += rest.filter((id) => !apply(id)).length
    if (missing > 0 || mayLackUpdates || through === undefined) joinStates(doc, sources)
    const dependent = rest.filter((id) => isPending(doc, updates.get(id)?.())).length
    // What waits for something that is lost would wait in every copy for ever.
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    return {
      doc,
      source: kind,
      through: through ?? 0,
      last,
      until,
      lostChanges: missing + failed + dependent,
    }
  }
}

function newestOf(source: Source | undefined): number {
  if (!source) return 0
  let newest = 0
  for (const id of source.material.updates.keys()) newest = Math.max(newest, id)
  for (const { through } of source.material.bases) newest = Math.max(newest, through)
  return newest
}

function joinStates(doc: Y.Doc, sources: readonly Source[]): void {
  for (const { material } of sources) {
    const versions = material.versions.slice(0, MOST_VERSIONS).map((version) => () => {
      const row = version.read()
      return row && openVersion(row)
    })
    for (const open of [...material.bases.map((base) => base.open), ...versions]) {
      const other = open()
      if (!other) continue
      tryUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
      other.destroy()
    }
  }
}

function tryUpdate(doc: Y.Doc, update: Uint8Array | undefined): boolean {
  if (!update) return false
  try {
    Y.applyUpdate(doc, update)
    return true
  } catch {
    return false
  }
}

/** Whether some of this update could not be put in its place. */
function isPending(doc: Y.Doc, update: Uint8Array | undefined): boolean {
  const { pendingStructs } = doc.store
  if (!pendingStructs || !update) return false
  const waiting = Y.decodeUpdateV2(pendingStructs.update).structs.filter(
    (struct) => !(struct instanceof Y.Skip),
  )
  return Y.decodeUpdate(update).structs.some((struct) =>
    waiting.some(
      ({ id, length }) =>
        !(struct instanceof Y.Skip) &&
        id.client === struct.id.client &&
        id.clock < struct.id.clock + struct.length &&
        struct.id.clock < id.clock + length,
    ),
  )
}

/** When the newest record of the document was made, ms since 1970. */
function newestMade(doc: Y.Doc): number {
  let newest = 0
  for (const name of COLLECTION_NAMES) {
    for (const record of rootOf(doc, name).values()) {
      const made: unknown = record instanceof Y.Map ? record.get('made') : undefined
      const at: unknown = Array.isArray(made) ? made[1] : undefined
      if (typeof at === 'number' && at > newest) newest = at
    }
  }
  return newest
}

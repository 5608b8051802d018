import type { DamageReport } from '#shared/damageReport'
import { newId } from '#shared/id'
import { packDocument } from '../document'
import type { MetaKey } from '../rows'
import type { Generation } from '../writeGeneration'
import type { Carved, Table } from './carve'
import type { Joined, Source } from './joinDocument'
import type { Kept, Material } from './material'

/** Everything for the repaired file, and what is not in it. */
export function gather(
  { tables, version }: Carved,
  own: Material,
  others: readonly Source[],
  joined: Joined,
): { generation: Generation; lost: DamageReport['lost'] } {
  const from = <T>(table: Table, pick: (material: Material) => readonly Kept<T>[]) =>
    fill(
      table,
      pick(own),
      others.map(({ material }) => pick(material)),
    )
  const versions = from(tables.versions, ({ versions }) => versions)
  const assets = from(tables.assets, ({ assets }) => assets)
  const devices = from(tables.devices, ({ devices }) => devices)
  const exports = from(tables.exports, ({ exports }) => exports)
  const sealed = from(tables.sealed, ({ sealed }) => sealed)
  const isVersion1 = tables.snapshots.rows.some(({ version }) => version === 1)
  return {
    generation: {
      meta: metaOf([own, ...others.map(({ material }) => material)]),
      packed: packDocument(joined.doc),
      through: joined.last,
      versions: each(versions.kept),
      assets: each(assets.kept),
      devices: each(devices.kept),
      exports: each(exports.kept),
      sealed: each(sealed.kept),
      updates: [],
    },
    lost: {
      changes: lostChanges(tables.updates, joined),
      perhapsNewest: tables.updates.mayMissRows || (joined.source !== 'file' && !continues(own, joined)),
      versions: versions.lost,
      pictures: assets.lost,
      people: devices.lost,
      exports: exports.lost,
      sealed: sealed.lost,
      perhapsMore:
        tables.assets.mayMissRows ||
        tables.devices.mayMissRows ||
        (!isVersion1 && (tables.versions.mayMissRows || tables.exports.mayMissRows)) ||
        (version !== 1 && version !== 2 && tables.sealed.mayMissRows),
    },
  }
}

/** Rows of the damaged file, and in the place of those that are lost there, what the others have of them. */
function fill<T>(table: Table, own: readonly Kept<T>[], others: readonly (readonly Kept<T>[])[]) {
  const kept = new Map(own.map((row) => [row.key, row]))
  const damaged = new Set(table.damaged)
  let found = 0
  for (const row of others.flat()) {
    // Whatever was removed on purpose stays away, as long as it is known what is lost.
    if (kept.has(row.key) || !(table.mayMissRows || damaged.has(row.id))) continue
    kept.set(row.key, row)
    found++
  }
  return {
    kept: [...kept.values()].sort((a, b) => a.id - b.id),
    lost: Math.max(0, table.damaged.length - found),
  }
}

function* each<T>(rows: readonly Kept<T>[]): Generator<T> {
  for (const row of rows) {
    const read = row.read()
    if (read) yield read
  }
}

function metaOf(materials: readonly Material[]): Map<MetaKey, string | Uint8Array> {
  const meta = new Map<MetaKey, string | Uint8Array>([
    ['id', newId()],
    ['created', ''],
    ['host', ''],
  ])
  for (const material of [...materials].reverse())
    for (const [key, value] of material.meta) meta.set(key, value)
  // The key belongs to how the file is sealed, and comes from there.
  meta.delete('key')
  meta.set('format', 'Common Ground board')
  return meta
}

/** Updates that are not in the document, as far as their numbers tell. */
function lostChanges({ isSound, damaged }: Table, { last, lostChanges }: Joined): number {
  // Where rows are out of order a damaged number may be any number.
  return isSound
    ? lostChanges + damaged.filter((id) => id > last).length
    : Math.max(lostChanges, damaged.length)
}

/** True when the file's own updates go on where the state from elsewhere ends. */
function continues(own: Material, { source, through, lostChanges }: Joined): boolean {
  if (source === 'version' || source === 'pieces') return false
  return lostChanges === 0 && [...own.updates.keys()].some((id) => id > through)
}

import { z } from 'zod'
import { allCalled, type Called, type CalledOrder, eraserOf } from '#shared/board/called'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import { type Result, success } from '#shared/failure'
import type { BoardFile } from './boardFile'
import type { State } from './document'
import type { PurgedState } from './purgeState'
import type { VersionRow } from './rows'
import { inTurns } from './steps'
import type { Generation } from './writeGeneration'

export interface FilePurge {
  /** Whose words have been taken out of this board so far, with every record that went, and how often. */
  readonly orders: readonly PurgeOrder[]
  readonly count: number
  /** What the document lost just now, with what those persons and stories were called. */
  readonly taken: readonly CalledOrder[]
  /** Pictures that came just now, and whose cards may still be on their way. */
  readonly fresh: readonly string[]
}

export interface PurgedFile {
  /** How many versions lost something. */
  readonly versions: number
  /** How many still call them by name, or by title, where others wrote it. */
  readonly mentioning: number
  /** The file named one of these people as who hosted last, and does so no more. */
  readonly wasHost: boolean
}

/** See `purgeState.ts`; may be done elsewhere, as it takes long. */
export interface PurgeWork {
  called(state: State, orders: readonly PurgeOrder[]): Promise<Result<Called[]>>
  purge(state: State, orders: readonly CalledOrder[]): Promise<Result<PurgedState>>
}

/**
 * Writes a file afresh without the words of these orders: in the document, which must have lost them before, and
 * in every version, down to its name. Pictures that no card shows any more go, as do the picture of the wall, the
 * devices of the people, what they wrote in rounds and the earlier generations that lie beside the file. Meanwhile the file may be appended to,
 * and nothing else.
 */
export async function purgeFile(
  file: BoardFile,
  { orders, count, taken, fresh }: FilePurge,
  work: PurgeWork,
): Promise<Result<PurgedFile>> {
  const host = file.readMeta('host')
  const names = taken.flatMap(({ called }) => called.names)
  const wasHost = host.ok && host.value !== null && names.includes(new TextDecoder().decode(host.value))
  const called = await calledEverywhere(file, orders, taken, work)
  if (!called.ok) return called
  const state = file.read()
  if (!state.ok) return state
  const document = await work.purge(state.value, called.value)
  if (!document.ok) return document
  const versions = await purgeVersions(file, called.value, work)
  if (!versions.ok) return versions
  const people = new Set(orders.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])))
  const shown = new Set(fresh)
  for (const { assets } of [document.value, ...versions.value.values()]) {
    for (const asset of assets) shown.add(asset)
  }
  const change = (generation: Generation): Generation => {
    const meta = new Map(generation.meta)
    meta.delete('thumbnail')
    if (wasHost) meta.delete('host')
    meta.set('purges', String(count))
    meta.set('purged', JSON.stringify(orders))
    return {
      ...generation,
      meta,
      versions: inTheirPlace(generation.versions, versions.value),
      assets: those(generation.assets, ({ hash }) => shown.has(hash)),
      devices: those(generation.devices, ({ person }) => !people.has(person)),
      sealed: those(generation.sealed, ({ person }) => !people.has(person)),
    }
  }
  const folded = { packed: document.value.packed, through: state.value.last }
  const done = await inTurns(file.rewrite(folded, { change, previous: null }))
  if (!done.ok) return done
  const purged = [...versions.value.values()]
  return success({
    versions: purged.filter(({ isChanged }) => isChanged).length,
    mentioning: purged.filter(({ isMentioning }) => isMentioning).length,
    wasHost,
  })
}

/** The orders with what their persons and stories were called, now and in any version: names change. */
async function calledEverywhere(
  file: BoardFile,
  orders: readonly PurgeOrder[],
  taken: readonly CalledOrder[],
  work: PurgeWork,
): Promise<Result<CalledOrder[]>> {
  const versions = await eachVersion(file, ({ packed }) => work.called({ packed, updates: [] }, orders))
  if (!versions.ok) return versions
  return success(
    orders.map((order, at) => {
      const now = taken.filter((one) => isSame(one.order, order)).map(({ called }) => called)
      const before = [...versions.value.values()].flatMap((called) => called[at] ?? [])
      return { order, called: allCalled([...now, ...before]) }
    }),
  )
}

const isSame = (one: PurgeOrder, other: PurgeOrder): boolean => one.kind === other.kind && one.id === other.id

interface PurgedVersion extends PurgedState {
  readonly about: unknown
}

async function purgeVersions(
  file: BoardFile,
  orders: readonly CalledOrder[],
  work: PurgeWork,
): Promise<Result<ReadonlyMap<number, PurgedVersion>>> {
  const erase = eraserOf(allCalled(orders.map(({ called }) => called)))
  return eachVersion(file, async ({ packed, about: before }) => {
    const done = await work.purge({ packed, updates: [] }, orders)
    if (!done.ok) return done
    const about = withoutNames(before, erase)
    return success({ ...done.value, about, isChanged: done.value.isChanged || about !== before })
  })
}

/** The outcome for every version that can be read, by its number. */
async function eachVersion<T>(
  file: BoardFile,
  work: (version: VersionRow) => Promise<Result<T>>,
): Promise<Result<ReadonlyMap<number, T>>> {
  const listed = file.versions.list()
  if (!listed.ok) return listed
  const outcomes = new Map<number, T>()
  for (const { id } of listed.value.versions) {
    const version = file.versions.read(id)
    if (!version.ok) return version
    const done = await work(version.value)
    if (done.ok) outcomes.set(id, done.value)
    else if (done.failure.code !== 'corrupt') return done
  }
  return success(outcomes)
}

/** A version that cannot be read cannot be shown to be clean either, and goes. */
function* inTheirPlace(
  versions: Iterable<VersionRow>,
  purged: ReadonlyMap<number, PurgedVersion>,
): Generator<VersionRow> {
  for (const version of versions) {
    const without = purged.get(version.id)
    if (without) yield { ...version, about: without.about, packed: without.packed }
  }
}

const named = z.looseObject({ name: z.string() })

/** What is said about a version, with names and titles taken out of the name that somebody typed. */
function withoutNames(about: unknown, erase: (text: string) => string): unknown {
  const said = named.safeParse(about)
  if (!said.success) return about
  const name = erase(said.data.name)
  return name === said.data.name ? about : { ...said.data, name }
}

function* those<T>(rows: Iterable<T>, isKept: (row: T) => boolean): Generator<T> {
  for (const row of rows) if (isKept(row)) yield row
}

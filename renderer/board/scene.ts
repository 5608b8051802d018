import type * as Y from 'yjs'
import type { Dispose } from '#shared/board/observe'
import type { Box } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { toDrawable } from '#shared/cards/kinds'
import { createCardDetails, SHOWN_COLLECTIONS } from './cardDetails'
import { createGrouping } from './grouping'
import type { Records } from './records'
import { createSpatialIndex } from './spatialIndex'

export interface SceneChange {
  readonly ids: ReadonlySet<string>
  /** Where something was or is now; world units. */
  readonly dirty: readonly Box[]
}

/** The wall as it is painted: one frozen drawable per card, found by place, in painting order. */
export interface Scene {
  readonly size: number
  get(id: string): Drawable | undefined
  /** Everything, lowest first. */
  all(): Drawable[]
  /** What touches a box, lowest first. */
  within(box: Box): Drawable[]
  /** What touches a box, in no particular order; cheaper than `within`. */
  near(box: Box): Drawable[]
  /** How many touch a box; cheaper than `within`. */
  countWithin(box: Box): number
  /** The box around everything; undefined when the wall is empty. */
  bounds(): Box | undefined
  /** The cards that lie in a theme or a frame, but not those deeper within. */
  membersOf(theme: string): ReadonlySet<string>
  /** The connectors that end on a card. */
  connectorsOf(card: string): readonly string[]
  /** The cards of the same group as this one, itself among them. */
  groupedWith(card: string): ReadonlySet<string>
  /** These cards, lowest first; unknown ones are left out. */
  pick(ids: Iterable<string>): Drawable[]
  /** The cards with this picture, in no particular order. */
  showing(asset: string): Drawable[]
  /** Called once after each transaction that changed something to be seen. */
  subscribe(listener: (change: SceneChange) => void): Dispose
  dispose(): void
}

interface Entry {
  readonly drawable: Drawable
  rank: number
}

/** Builds the scene of a document and follows it. */
export function createScene(doc: Y.Doc, records: Records): Scene {
  const details = createCardDetails(doc, records)
  const index = createSpatialIndex()
  const entries = new Map<string, Entry>()
  const assetOf = createGrouping()
  const listeners = new Set<(change: SceneChange) => void>()
  const stale = new Set<string>()
  let isRanked = false
  let top: Entry | undefined

  for (const card of records.all('cards')) {
    entries.set(card.id, { drawable: toDrawable(card, details.of(card.id)), rank: 0 })
    if (card.asset !== '') assetOf.put(card.id, card.asset)
  }
  index.load([...entries].map(([id, { drawable }]) => [id, drawable.bounds]))

  const rank = () => {
    if (isRanked) return
    let last = 0
    for (const entry of [...entries.values()].sort(byHeight)) {
      entry.rank = last++
      top = entry
    }
    isRanked = true
  }

  const replace = (id: string, dirty: Box[], changed: Set<string>) => {
    const before = entries.get(id)
    const card = records.get('cards', id)
    assetOf.put(id, card?.asset || null)
    if (!card) {
      if (!before) return
      entries.delete(id)
      index.remove(id)
      dirty.push(before.drawable.bounds)
      if (top === before) isRanked = false
    } else {
      const entry: Entry = { drawable: toDrawable(card, details.of(id)), rank: before?.rank ?? 0 }
      entries.set(id, entry)
      index.put(id, entry.drawable.bounds)
      if (before) dirty.push(before.drawable.bounds)
      dirty.push(entry.drawable.bounds)
      const keepsHeight =
        before &&
        before.drawable.card.z === card.z &&
        before.drawable.kind.isField === entry.drawable.kind.isField
      if (keepsHeight) {
        if (top === before) top = entry
      } else if (!before && isRanked && top && byHeight(top, entry) < 0) {
        // The usual new card: on top of all others, so nothing needs sorting.
        entry.rank = top.rank + 1
        top = entry
      } else isRanked = false
    }
    changed.add(id)
  }

  const flush = () => {
    if (stale.size === 0) return
    const dirty: Box[] = []
    const changed = new Set<string>()
    for (const id of stale) replace(id, dirty, changed)
    stale.clear()
    if (changed.size === 0) return
    const change = { ids: changed, dirty }
    for (const listener of [...listeners]) listener(change)
  }

  const disposals = SHOWN_COLLECTIONS.map((collection) =>
    records.watch(collection, (ids) => {
      for (const id of details.follow(collection, ids)) stale.add(id)
    }),
  )
  // Records of several collections may change in one transaction: cards are made anew once, after all of them.
  doc.on('afterTransaction', flush)

  const inPaintingOrder = (found: Entry[]): Drawable[] => {
    rank()
    return found.sort((a, b) => a.rank - b.rank).map(({ drawable }) => drawable)
  }

  return {
    get size() {
      return entries.size
    },
    get: (id) => entries.get(id)?.drawable,
    all: () => inPaintingOrder([...entries.values()]),
    within: (box) => inPaintingOrder(index.search(box).flatMap((id) => entries.get(id) ?? [])),
    near: (box) => index.search(box).flatMap((id) => entries.get(id)?.drawable ?? []),
    countWithin: (box) => index.search(box).length,
    bounds: index.bounds,
    membersOf: details.membersOf,
    connectorsOf: details.connectorsOf,
    groupedWith: details.groupedWith,
    pick: (ids) => inPaintingOrder([...ids].flatMap((id) => entries.get(id) ?? [])),
    showing: (asset) => [...assetOf.membersOf(asset)].flatMap((id) => entries.get(id)?.drawable ?? []),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose() {
      doc.off('afterTransaction', flush)
      for (const dispose of disposals) dispose()
      listeners.clear()
    },
  }
}

function byHeight({ drawable: a }: Entry, { drawable: b }: Entry): number {
  const isLow = Number(b.kind.isField ?? false) - Number(a.kind.isField ?? false)
  if (isLow !== 0) return isLow
  const [below, above] = [a.details.on ?? a.card.z, b.details.on ?? b.card.z]
  if (below !== above) return below < above ? -1 : 1
  const isStuck = Number(a.details.on !== null) - Number(b.details.on !== null)
  if (isStuck !== 0) return isStuck
  if (a.card.z !== b.card.z) return a.card.z < b.card.z ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

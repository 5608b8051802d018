import { generateKeyBetween } from 'fractional-indexing'

export interface Ordered {
  readonly id: string
  readonly order: string
}

/** Sorts by fractional index, ids breaking ties: the same on every replica. */
export function inOrder<T extends Ordered>(records: Iterable<T>): T[] {
  return [...records].sort(byOrder)
}

/** Compares by fractional index, then by id. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * A fractional index between two others; null or empty means the end of the list. Two people may have
 * given the same index at once, and damaged indexes exist: then the key lands right after `before`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const low = before === null || before === '' ? null : before
  const high = after === null || after === '' ? null : after
  try {
    return generateKeyBetween(low, low !== null && high !== null && low >= high ? null : high)
  } catch {
    try {
      return generateKeyBetween(low, null)
    } catch {
      return generateKeyBetween(null, null)
    }
  }
}

/** The index for a record placed at the end of these. */
export function orderAtEnd(records: Iterable<{ readonly order: string }>): string {
  let last = ''
  for (const { order } of records) if (order > last) last = order
  return orderBetween(last, null)
}

/** The index for a record dropped right after `after` (null: first) in a list already in order. */
export function orderAfter(sorted: readonly Ordered[], after: string | null): string {
  const place = after === null ? -1 : sorted.findIndex(({ id }) => id === after)
  return orderBetween(sorted[place]?.order ?? null, sorted[place + 1]?.order ?? null)
}

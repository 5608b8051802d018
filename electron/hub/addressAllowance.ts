/**
 * What guests from one address may bring into a board at once, and how fast that fills up again: clients of Yjs, of which
 * every page that is opened is one and whoever comes back brings those that the hub has lost, and new people.
 */
const LIMITS = { most: 500, perSecond: 0.5 }
/** Addresses above which those that have brought nothing for long are forgotten. */
const MANY = 1_000

/** Keeps the number of things small that stay in a document for good. */
export interface AddressAllowance {
  /** Counts this many new ones; false when they are too many. */
  take(address: string, many: number): boolean
}

export function createAddressAllowance(now: () => number = () => performance.now()): AddressAllowance {
  const left = new Map<string, { many: number; at: number }>()
  const fill = (address: string) => {
    const known = left.get(address)
    if (!known) return LIMITS.most
    return Math.min(LIMITS.most, known.many + ((now() - known.at) / 1_000) * LIMITS.perSecond)
  }
  return {
    take(address, many) {
      if (many === 0) return true
      const before = fill(address)
      if (many > before) return false
      left.set(address, { many: before - many, at: now() })
      if (left.size > MANY)
        for (const each of [...left.keys()]) if (fill(each) >= LIMITS.most) left.delete(each)
      return true
    },
  }
}

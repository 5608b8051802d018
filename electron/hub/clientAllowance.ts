/**
 * Clients that guests from one address may bring into a board, and how fast that fills up again. Every page that is
 * opened is one of them, and whoever comes back brings those that the hub has lost.
 */
const CLIENTS = { most: 500, perSecond: 0.5 }
/** Addresses above which those that have brought nothing for long are forgotten. */
const MANY = 1_000

/** Keeps the number of clients small of which every change of a document has to be asked. */
export interface ClientAllowance {
  /** Counts this many new clients; false when they are too many. */
  take(address: string, clients: number): boolean
}

export function createClientAllowance(now: () => number = () => performance.now()): ClientAllowance {
  const left = new Map<string, { clients: number; at: number }>()
  const fill = (address: string) => {
    const known = left.get(address)
    if (!known) return CLIENTS.most
    return Math.min(CLIENTS.most, known.clients + ((now() - known.at) / 1_000) * CLIENTS.perSecond)
  }
  return {
    take(address, clients) {
      if (clients === 0) return true
      const before = fill(address)
      if (clients > before) return false
      left.set(address, { clients: before - clients, at: now() })
      if (left.size > MANY)
        for (const each of [...left.keys()]) if (fill(each) >= CLIENTS.most) left.delete(each)
      return true
    },
  }
}

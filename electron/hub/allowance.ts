/** How much one connection may send in a moment, and how fast that fills up again. */
const MESSAGES = { most: 1_000, perSecond: 300 }
const BYTES = { most: 32 * 1024 * 1024, perSecond: 4 * 1024 * 1024 }

export interface Allowance {
  /** Counts a message of this many bytes; returns how long to stop listening, ms, 0 when all is well. */
  take(bytes: number): number
}

/** Starts full. */
export function createAllowance(now: () => number = () => performance.now()): Allowance {
  let messages = MESSAGES.most
  let bytes = BYTES.most
  let at = now()
  return {
    take(length) {
      const seconds = (now() - at) / 1_000
      at = now()
      messages = Math.min(MESSAGES.most, messages + seconds * MESSAGES.perSecond) - 1
      bytes = Math.min(BYTES.most, bytes + seconds * BYTES.perSecond) - length
      const short = Math.max(-messages / MESSAGES.perSecond, -bytes / BYTES.perSecond)
      return short > 0 ? Math.ceil(short * 1_000) : 0
    },
  }
}

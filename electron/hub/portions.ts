/** Bytes of edits that one guest, and all together, may send while a board is open: a day of work is a few million. */
const MOST_EACH = 32 * 1024 * 1024
const MOST = 256 * 1024 * 1024

/** How much of what guests send is taken in: whoever knows the code could fill the host's memory and disk. */
export interface Portions {
  /** Counts what somebody sends; false when it is too much. */
  take(person: string, amount: number): boolean
  /** What was counted came to nothing. */
  giveBack(person: string, amount: number): void
}

/** Nobody has sent anything at first. */
export function createPortions({ each = MOST_EACH, all = MOST } = {}): Portions {
  const taken = new Map<string, number>()
  let whole = 0
  return {
    take(person, amount) {
      const own = (taken.get(person) ?? 0) + amount
      if (own > each || whole + amount > all) return false
      taken.set(person, own)
      whole += amount
      return true
    },
    giveBack(person, amount) {
      taken.set(person, (taken.get(person) ?? 0) - amount)
      whole -= amount
    },
  }
}

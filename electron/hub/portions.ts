/** Bytes of edits that one guest, and all together, may send while a board is open: a day of work is a few million. */
const MOST_EACH = 32 * 1024 * 1024
const MOST = 256 * 1024 * 1024

/** How much of what guests send is taken in: whoever knows the code could fill the host's memory and disk. */
export interface Portions {
  /** Counts an edit; false when it is too much. */
  take(person: string, bytes: number): boolean
}

/** Nobody has sent anything at first. */
export function createPortions({ each = MOST_EACH, all = MOST } = {}): Portions {
  const taken = new Map<string, number>()
  let whole = 0
  return {
    take(person, bytes) {
      const own = (taken.get(person) ?? 0) + bytes
      if (own > each || whole + bytes > all) return false
      taken.set(person, own)
      whole += bytes
      return true
    },
  }
}

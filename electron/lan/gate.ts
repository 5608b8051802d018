/** Lets only so many in at once; the others wait their turn. */
export interface Gate {
  /**
   * Resolves when there is room, to what lets go of it again; to undefined at once when `who` has too many under way,
   * or too many wait.
   */
  enter(who: string): Promise<(() => void) | undefined>
}

export interface GateLimits {
  readonly most: number
  /** Of one `who`, waiting or not. */
  readonly mostEach: number
  readonly mostWaiting: number
}

/** Makes an open gate. */
export function createGate({ most, mostEach, mostWaiting }: GateLimits): Gate {
  const each = new Map<string, number>()
  const waiting: (() => void)[] = []
  let inside = 0
  const leave = (who: string) => {
    const left = (each.get(who) ?? 1) - 1
    if (left === 0) each.delete(who)
    else each.set(who, left)
    const next = waiting.shift()
    // The place goes straight to the next one.
    if (next) next()
    else inside--
  }
  return {
    async enter(who) {
      const own = each.get(who) ?? 0
      if (own >= mostEach || (inside >= most && waiting.length >= mostWaiting)) return undefined
      each.set(who, own + 1)
      if (inside < most) inside++
      else await new Promise<void>((resolve) => waiting.push(resolve))
      let isOut = false
      return () => {
        if (!isOut) leave(who)
        isOut = true
      }
    },
  }
}

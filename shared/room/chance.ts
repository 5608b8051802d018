/** Choices that look like chance and are the same again for the same seed. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  under(below: number): number
  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[]
}

/** Begins a row of choices; `seed` is a whole number. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  // A counter and a mixer of 32 bits: enough for seats, too little for secrets.
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const under = (below: number) => Math.floor(next() * below)
  return {
    under,
    shuffled(items) {
      const rest = [...items]
      for (let at = rest.length - 1; at > 0; at--) {
        const other = under(at + 1)
        const [here, there] = [rest[at], rest[other]]
        if (here === undefined || there === undefined) continue
        rest[at] = there
        rest[other] = here
      }
      return rest
    },
  }
}

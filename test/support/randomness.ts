/** Random choices that a seed repeats. */
export interface Randomness {
  /** A whole number from 0 to `below` - 1. */
  under(below: number): number
  /** One of these; undefined for none. */
  of<T>(items: readonly T[]): T | undefined
  some<T>(items: readonly T[]): T[]
  words(): string
}

const WORDS = ['ramp', 'late', 'بطيء', 'door', '🚪', 'her name', 'नमस्ते', 'line\nbreak', '', 'اسمي Sam']

/** Makes a repeatable source of randomness. */
export function seeded(seed: number): Randomness {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const under = (below: number) => Math.floor(next() * below)
  const of = <T>(items: readonly T[]) => items[under(items.length)]
  return {
    under,
    of,
    some: (items) => items.filter(() => next() < 0.4),
    words: () => Array.from({ length: 1 + under(3) }, () => of(WORDS) ?? '').join(' '),
  }
}

import { randomInt } from 'node:crypto'

/** Without 0 O 1 I L 2 Z 5 S 8 B U V: what is misread from the back of a room or misheard. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
const LENGTH = 6

const MOST_MISSES = 10
const MISSES_LAST = 60_000

/** A code of six characters (about 148 million) without look-alikes. */
export function newRoomCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Whether somebody typed this code, in whatever case and with whatever spaces and hyphens. */
export function isSameCode(typed: string, code: string): boolean {
  return typed.replace(/[\s-]/gu, '').toUpperCase() === code
}

/** Wrong codes by address. Times are ms. */
export interface Tries {
  /** True after more than ten wrong codes within a minute. */
  isBarred(address: string, now: number): boolean
  miss(address: string, now: number): void
}

/** Starts with a clean slate for everybody. */
export function createTries(): Tries {
  const misses = new Map<string, number[]>()
  const recent = (address: string, now: number) =>
    (misses.get(address) ?? []).filter((at) => now - at < MISSES_LAST)
  return {
    isBarred: (address, now) => recent(address, now).length >= MOST_MISSES,
    miss(address, now) {
      for (const known of misses.keys()) if (recent(known, now).length === 0) misses.delete(known)
      misses.set(address, [...recent(address, now), now])
    },
  }
}

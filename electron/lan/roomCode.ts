import { randomInt } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** Without 0 O 1 I L 2 Z 5 S 8 B U V: what is misread from the back of a room or misheard. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
const LENGTH = 6

const MOST_MISSES = 10
/** Milliseconds. */
const MISSES_LAST = 60_000
/** Addresses whose misses are remembered; the one that missed longest ago makes room. */
const MOST_ADDRESSES = 4_096

/** A code of six characters (about 148 million) without look-alikes. */
export function newRoomCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Whether somebody typed this code, in whatever case and with whatever spaces and hyphens. */
export function isSameCode(typed: string, code: string): boolean {
  return typed.replace(/[\s-]/gu, '').toUpperCase() === code
}

/** Wrong codes by address, however it is written. Times are ms. Takes a bounded amount of memory. */
export interface Tries {
  /** True after more than ten wrong codes within a minute. */
  isBarred(address: string, now: number): boolean
  miss(address: string, now: number): void
}

/** Starts with a clean slate for everybody. */
export function createTries(): Tries {
  /** The address that missed last is at the end. */
  const misses = new Map<string, readonly number[]>()
  const recent = (caller: string, now: number) =>
    (misses.get(caller) ?? []).filter((at) => now - at < MISSES_LAST)
  return {
    isBarred: (address, now) => recent(callerOf(address), now).length >= MOST_MISSES,
    miss(address, now) {
      const caller = callerOf(address)
      const all = [...recent(caller, now), now].slice(-MOST_MISSES)
      misses.delete(caller)
      for (const [known, times] of misses) {
        const last = times.at(-1) ?? 0
        if (now - last < MISSES_LAST && misses.size < MOST_ADDRESSES) break
        misses.delete(known)
      }
      misses.set(caller, all)
    },
  }
}

/**
 * Who stands behind an address. A server that listens on both protocols writes IPv4 addresses as IPv6 ones; and of
 * IPv6 addresses a device has as many as it likes within its network, which are the first 64 bits.
 */
function callerOf(address: string): string {
  const [bare = ''] = address.toLowerCase().split('%')
  if (!isIPv6(bare)) return bare
  const groups = groupsOf(bare)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (!isMapped) return groups.slice(0, 4).join(':')
  const [high = 0, low = 0] = groups.slice(6)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const whole = address.replace(/[\d.]+$/, (end) => {
    if (!end.includes('.')) return end
    const [a = 0, b = 0, c = 0, d = 0] = end.split('.').map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
  const [before = '', after] = whole.split('::')
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const head = read(before)
  const tail = read(after ?? '')
  return [...head, ...Array<number>(Math.max(0, 8 - head.length - tail.length)).fill(0), ...tail]
}

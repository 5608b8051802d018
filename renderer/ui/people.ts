import type { PeerInfo } from '#shared/sync/protocol'

/** One person in the room, with however many devices. */
export interface Present extends PeerInfo {
  readonly devices: number
}

/**
 * The people behind the windows in the room: this one first, then by name; the nameless last. A window that is nobody's,
 * such as the big screen, is left out unless it is this one.
 */
export function presentPeople(peers: readonly PeerInfo[], me: string | undefined): Present[] {
  const byPerson = new Map<string, Present>()
  for (const peer of peers) {
    if (peer.person === '' && me !== '') continue
    const known = byPerson.get(peer.person)
    // Someone who watches on a second screen still takes part.
    const takesPart = known && known.role !== 'observer' ? known : peer
    byPerson.set(peer.person, { ...takesPart, devices: (known?.devices ?? 0) + 1 })
  }
  return [...byPerson.values()].sort(
    (a, b) =>
      Number(b.person === me) - Number(a.person === me) ||
      Number(a.name === '') - Number(b.name === '') ||
      a.name.localeCompare(b.name),
  )
}

/** One or two letters that stand for a name; empty for the nameless. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const letter = (word: string) => [...word][0] ?? ''
  // Joined Arabic letters would read as a word.
  const between = /\p{Script=Arabic}/u.test(first) && last !== '' ? '\u200c' : ''
  return `${letter(first)}${between}${letter(last)}`.toLocaleUpperCase()
}

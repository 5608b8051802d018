/** UTF-16 units. */
const LONGEST = 2_000

/** The only addresses that a card may lead to: pages of the web, and nobody's name or password in them. */
const ADDRESS = /^https?:\/\/(?<host>(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+)(?::\d{1,5})?)(?:[/?#]\S*)?$/iu

/**
 * Where a link leads, as people read it: the host without `www.`. Null for everything that a card must not open,
 * whatever a peer has stored there.
 */
export function hostOf(link: string): string | null {
  if (link.length > LONGEST) return null
  const host = ADDRESS.exec(link)?.groups?.host
  return host === undefined ? null : host.replace(/^www\./i, '')
}

/** What stands behind the host, for people to read; empty when there is nothing, or nothing to be read. */
export function pathOf(link: string): string {
  const path = link.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^\/|\/$/g, '')
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

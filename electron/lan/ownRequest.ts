import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'

/** The origin of the desktop app's own windows. */
export const APP_ORIGIN = 'app://ground'

/** A page elsewhere that had its own name point here (DNS rebinding) still sends that name. */
export function isOwnHost(request: IncomingMessage): boolean {
  const name = hostName(request.headers.host)
  if (name === undefined) return false
  const own = hostname().toLowerCase()
  return isIP(name) !== 0 || name === 'localhost' || name === own || name === `${own}.local`
}

/**
 * Programs that are no browser send no Origin. `others` are the pages of hosts before this one, which stay open when a
 * room is taken over.
 */
export function isOwnOrigin(request: IncomingMessage, others: readonly string[] = []): boolean {
  const { origin, host } = request.headers
  return (
    origin === undefined || origin === APP_ORIGIN || origin === `http://${host}` || others.includes(origin)
  )
}

function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !/^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host)) return undefined
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
  return name.startsWith('[') ? name.slice(1, -1) : name
}

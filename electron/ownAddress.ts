export const SCHEME = 'app'
export const HOST = 'ground'

/** Where every window of the app begins. */
export const START_ADDRESS = `${SCHEME}://${HOST}/index.html`

/** True for addresses that the app itself serves. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}

/** The app's own files, what a page made itself, and the hub on loopback. */
export function isAllowedRequest(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  if (['blob:', 'data:', 'devtools:', 'about:'].includes(protocol)) return true
  if (protocol === `${SCHEME}:`) return isOwnAddress(address)
  return (protocol === 'ws:' || protocol === 'http:') && hostname === '127.0.0.1'
}

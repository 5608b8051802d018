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

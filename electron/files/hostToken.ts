import { createHash } from 'node:crypto'
import { hostname, userInfo } from 'node:os'

/** Only hashes of tokens are kept, so that a copied board file lets nobody in. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** What a board file remembers of the person who hosts the board of this id from this computer. */
export const hostToken = (board: string): string => hashOf(`host:${board}:${hostname()}:${userName()}`)

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // Some containers know no user.
    return ''
  }
}

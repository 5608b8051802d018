import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { wrap } from '../wrap'

/**
 * From now on this process makes the key of a passphrase and its salt only once: that takes long on purpose,
 * and the same file is opened a thousand times.
 */
export function rememberKeys(): void {
  const known = new Map<string, unknown>()
  wrap(crypto, 'scryptSync', (call, [passphrase, salt, ...rest]) => {
    const asked = JSON.stringify([String(passphrase), Buffer.from(salt as Uint8Array).toString('hex'), rest])
    if (!known.has(asked)) known.set(asked, call())
    return Buffer.from(known.get(asked) as Uint8Array)
  })
  syncBuiltinESMExports()
}

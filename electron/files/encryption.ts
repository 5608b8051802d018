import { createCipheriv, createDecipheriv, randomBytes, scrypt, scryptSync } from 'node:crypto'
import { z } from 'zod'
import type { Codec } from './codec'

/*
 * A board with a passphrase: every record with words in it is sealed with AES-256-GCM under a random key of the
 * board; the key itself is sealed under one that scrypt makes from the passphrase, and stands in `meta`. So a new
 * passphrase seals one key again, and without the passphrase nobody, we included, can open the board.
 * Cipher and key derivation are Node's own (OpenSSL, BoringSSL in Electron).
 */

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
/** OWASP's recommendation for scrypt (Password Storage Cheat Sheet): 128 MiB, about half a second. */
const COST = { N: 2 ** 17, r: 8, p: 1 }
/** A file may not ask for more memory than this, bytes. */
const MOST_MEMORY = 512 * 1024 * 1024

const wrappedKey = z.object({
  kdf: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  salt: z.string(),
  sealed: z.string(),
})

export interface Encryption {
  readonly codec: Codec
  /** What `meta` keeps of the key: useless without the passphrase. */
  readonly wrapped: string
}

/** A new key, sealed with this passphrase. Takes about half a second, in which other things can be done. */
export async function newEncryption(passphrase: string): Promise<Encryption> {
  const key = randomBytes(32)
  const salt = randomBytes(16)
  const outer = await new Promise<Uint8Array>((resolve, reject) =>
    scrypt(normal(passphrase), salt, 32, options(COST), (error, derived) =>
      error ? reject(error) : resolve(derived),
    ),
  )
  const sealed = sealWith(outer, 'key', key)
  const wrapped = JSON.stringify({
    kdf: 'scrypt',
    ...COST,
    salt: salt.toString('base64'),
    sealed: Buffer.from(sealed).toString('base64'),
  })
  return { codec: codecOf(key), wrapped }
}

/** Opens the key that `meta` keeps; undefined when it is another passphrase's, or damaged. */
export function openEncryption(wrapped: string, passphrase: string): Encryption | undefined {
  const parsed = wrappedKey.safeParse(parseJson(wrapped))
  if (!parsed.success) return undefined
  const { salt, sealed, ...cost } = parsed.data
  if (128 * cost.N * cost.r > MOST_MEMORY) return undefined
  const key = unsealWith(
    scryptSync(normal(passphrase), Buffer.from(salt, 'base64'), 32, options(cost)),
    'key',
    Buffer.from(sealed, 'base64'),
  )
  return key && { codec: codecOf(key), wrapped }
}

function codecOf(key: Uint8Array): Codec {
  return {
    seal: (place, bytes) => sealWith(key, place, bytes),
    unseal: (place, bytes) => unsealWith(key, place, bytes),
  }
}

/** The same words typed on another keyboard are the same passphrase. */
const normal = (passphrase: string): string => passphrase.normalize('NFKC')

const options = ({ N, r, p }: typeof COST) => ({ N, r, p, maxmem: MOST_MEMORY + 1024 * 1024 })

function sealWith(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function unsealWith(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < NONCE + TAG) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(sealed.length - TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()])
  } catch {
    // The tag does not fit: another key, another place, or changed bytes.
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Identity, newIdentity } from './certificate'

const kept = z.object({ key: z.string(), certificate: z.string() })

/**
 * The identity of this installation, the same every time, kept in `folder` where nobody else may read it. Without a
 * folder, or where nothing can be kept, it lasts as long as the program: whoever comes back has to be told anew.
 */
export async function openIdentity(folder: string | undefined): Promise<Identity> {
  if (folder === undefined) return newIdentity()
  const path = join(folder, 'identity.json')
  try {
    const identity = kept.parse(JSON.parse(await readFile(path, 'utf8')))
    if (isWhole(identity)) return identity
  } catch {
    // None yet, or one that cannot be read.
  }
  const fresh = newIdentity()
  await mkdir(folder, { recursive: true }).catch(() => {})
  await writeFile(path, JSON.stringify(fresh), { mode: 0o600 }).catch(() => {})
  return fresh
}

function isWhole({ key, certificate }: Identity): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
}

import { resolve, sep } from 'node:path'
import { isOwnAddress } from './ownAddress'

/** The file under `root` that an address names, or null for every address that could lead anywhere else. */
export function assetPath(root: string, address: string): string | null {
  if (!isOwnAddress(address)) return null
  let name: string
  try {
    name = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (/[\\\0:]/.test(name)) return null
  const folder = resolve(root)
  const path = resolve(folder, `.${name === '/' ? '/index.html' : name}`)
  return path.startsWith(folder + sep) ? path : null
}

import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from './generation'

/**
 * Deletes the generations that a board file has left beside itself (`NAME.bak`, `NAME.v1.bak`). Throws what the
 * disk throws.
 */
export function removeEarlier(path: string): void {
  const name = basename(path)
  const isEarlier = (entry: string) =>
    entry.startsWith(`${name}.`) && /^\.(v\d+\.)?bak(\.new)?$/.test(entry.slice(name.length))
  const earlier = readdirSync(dirname(path)).filter(isEarlier)
  for (const entry of earlier) rmSync(join(dirname(path), entry), { force: true })
  if (earlier.length > 0) syncFolder(path)
}

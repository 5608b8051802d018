import { realpathSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** The one spelling of the path to a file: absolute, with links followed; for a file that is not there, its folder's. */
export function onePath(path: string): string {
  const whole = resolve(path)
  try {
    // The native one also gives the letters their case on disks that do not tell “A” from “a”.
    return realpathSync.native(whole)
  } catch {
    try {
      return resolve(realpathSync.native(dirname(whole)), basename(whole))
    } catch {
      return whole
    }
  }
}

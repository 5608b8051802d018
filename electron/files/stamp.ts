import { statSync } from 'node:fs'

/** Says whether a file is still the one it was: its time, size and number on the disk. Empty when it is not there. */
export function stampOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return ''
  }
}

import { readFileSync } from 'node:fs'

/** How many bytes a living process has read, its own code among them; undefined where the system does not say. */
export function bytesReadBy(pid: number): number | undefined {
  try {
    const read = /^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]
    return read === undefined ? undefined : Number(read)
  } catch {
    return undefined
  }
}

import type { Log } from '../../electron/log'

/** A log that tests can read. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  return { lines, failure: (what) => void lines.push(what) }
}

import { readdirSync, readFileSync } from 'node:fs'

/** ms for which each thread of a process was ready to run while others had the processors, by its number. */
export interface Waits {
  /** The first thread. */
  readonly main: number
  readonly others: Readonly<Record<string, number>>
}

/** What is known of a process that is gone, and where the system does not say. */
export const NO_WAITS: Waits = { main: 0, others: {} }

/** How long the threads of a process have waited for a processor since they began. */
export function waitsOf(pid: number): Waits {
  try {
    const others: Record<string, number> = {}
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [, waited] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
      others[thread] = Number(waited) / 1e6
    }
    const main = others[pid] ?? 0
    delete others[pid]
    return { main, others }
  } catch {
    return NO_WAITS
  }
}

/**
 * ms for which the machine held a process up between two moments, and not its own doing. An edit passes from the
 * first thread to one other at most; a thread that has ended meanwhile is not counted.
 */
export function heldUp(before: Waits, after: Waits): number {
  const others = Object.entries(after.others).map(([thread, waited]) => waited - (before.others[thread] ?? 0))
  return Math.max(0, after.main - before.main) + Math.max(0, ...others)
}

import { readdirSync, readFileSync } from 'node:fs'

/**
 * ms for which the threads of a process were ready to run while others had the processors: how much the
 * machine held it up, and not its own doing. 0 where the system does not say.
 */
export function waitedForProcessor(pid: number | 'self'): number {
  try {
    const waits = readdirSync(`/proc/${pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[1]),
    )
    const [main = 0, ...others] = waits
    // An edit passes from the first thread to one other at most.
    return (main + Math.max(0, ...others)) / 1e6
  } catch {
    return 0
  }
}

import { monitorEventLoopDelay } from 'node:perf_hooks'

/** What a server's process took since it was told to begin. */
export interface Spent {
  /** % of a core. */
  readonly core: number
  /** MB, at the highest. */
  readonly memory: number
  /** ms for which it did nothing else, at the longest. */
  readonly stall: number
}

/** ms between two looks, as far apart as they can be: what they cost counts as the server's. */
const LOOKS = 500
const STALL_LOOKS = 20

/** Answers `begin` and `figures` of the process that started this one; with `end` it calls `end`. */
export function meter(end: () => void, other: (asked: unknown) => void = () => {}): void {
  let since = { cpu: process.cpuUsage(), at: performance.now() }
  let memory = 0
  const look = () => {
    memory = Math.max(memory, process.memoryUsage.rss() / 1e6)
  }
  setInterval(look, LOOKS).unref()
  const delay = monitorEventLoopDelay({ resolution: STALL_LOOKS })
  delay.enable()
  const answers: Readonly<Record<string, () => void>> = {
    begin() {
      since = { cpu: process.cpuUsage(), at: performance.now() }
      memory = 0
      delay.reset()
    },
    figures() {
      look()
      const { user, system } = process.cpuUsage(since.cpu)
      const core = (user + system) / 10 / (performance.now() - since.at)
      process.send?.({ core, memory, stall: delay.max / 1e6 } satisfies Spent)
    },
    end,
  }
  process.on('message', (asked) => {
    const answer = typeof asked === 'string' ? answers[asked] : undefined
    if (answer) answer()
    else other(asked)
  })
}

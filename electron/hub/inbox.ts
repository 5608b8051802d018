import type { Allowance } from './allowance'

/** What came over one line, read at the pace that its allowance has. */
export interface Inbox<M> {
  /** Reads a message that costs so many bytes, now or after those before it. */
  put(message: M, cost: number): void
  /** Reads nothing more. */
  stop(): void
}

/**
 * Slows a flood down at its source, which harms nobody who pastes a hundred cards. What had arrived by then waits too: one
 * packet holds more than a thousand small messages.
 */
export function createInbox<M>(
  line: { pause(): void; resume(): void },
  allowance: Allowance,
  read: (message: M) => void,
): Inbox<M> {
  let waiting: { readonly message: M; readonly cost: number }[] = []
  let resting: NodeJS.Timeout | undefined
  const work = () => {
    while (resting === undefined) {
      const next = waiting.shift()
      if (!next) return
      const wait = allowance.take(next.cost)
      if (wait > 0) {
        line.pause()
        resting = setTimeout(() => {
          resting = undefined
          work()
          if (resting === undefined) line.resume()
        }, wait)
      }
      read(next.message)
    }
  }
  return {
    put(message, cost) {
      waiting.push({ message, cost })
      work()
    },
    stop() {
      waiting = []
      clearTimeout(resting)
    },
  }
}

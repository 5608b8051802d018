import { LONGEST_TIMER, type TimerOrder } from '#shared/sync/protocol'

/** How long a timer whose time is up is still shown, ms. */
export const LINGERS = 60_000

/** One clock for everybody in a room. Times are ms. */
export interface Timer {
  order(order: TimerOrder): void
  /** Null when there is none. */
  shown(): { readonly left: number; readonly whole: number; readonly silent?: boolean } | null
  dispose(): void
}

/** Shows no time at first; `changed` is called for everything but the passing of time. */
export function createTimer(changed: () => void, now: () => number = () => performance.now()): Timer {
  let running: { readonly endsAt: number; readonly whole: number; readonly silent: boolean } | null = null
  let goes: NodeJS.Timeout | undefined

  const set = (next: typeof running) => {
    running = next
    clearTimeout(goes)
    if (next) goes = setTimeout(() => set(null), next.endsAt - now() + LINGERS)
    changed()
  }
  const start = (ms: number, silent = false) => set({ endsAt: now() + ms, whole: ms, silent })
  const left = () => (running ? Math.max(0, running.endsAt - now()) : 0)

  return {
    order(order) {
      if (order.do === 'stop') set(null)
      else if (order.do === 'start') start(order.ms, order.silent)
      else if (running) {
        const more = Math.min(left() + order.ms, LONGEST_TIMER)
        const whole = left() === 0 ? more : running.whole + order.ms
        set({ endsAt: now() + more, whole, silent: running.silent })
      }
    },
    shown: () =>
      running && { left: left(), whole: running.whole, ...(running.silent ? { silent: true } : {}) },
    dispose: () => clearTimeout(goes),
  }
}

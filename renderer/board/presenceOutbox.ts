import { bounded, NO_PRESENCE, type Presence, type PresenceStep, presenceStep } from '#shared/sync/presence'

/** Milliseconds between two presences. */
const EVERY = 50

/** Sends what this window shows of itself at most 20 times a second; the latest wins. */
export interface PresenceOutbox {
  show(presence: Presence): void
  /** The line is up: everything is shown anew. */
  start(): void
  /** The line is down: what is shown waits. */
  stop(): void
}

/** Starts stopped, showing nothing. */
export function createPresenceOutbox(send: (step: PresenceStep) => void): PresenceOutbox {
  let wanted: Presence = NO_PRESENCE
  let shown: Presence | null = null
  let told: Presence | null = null
  let isUp = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const soon = () => {
    if (!isUp || wanted === told) return
    timer ??= setTimeout(() => {
      timer = undefined
      const next = bounded(wanted)
      send(presenceStep(next, shown))
      shown = next
      told = wanted
    }, EVERY)
  }
  return {
    show(presence) {
      wanted = presence
      soon()
    },
    start() {
      isUp = true
      shown = null
      told = null
      soon()
    },
    stop() {
      isUp = false
      clearTimeout(timer)
      timer = undefined
    },
  }
}

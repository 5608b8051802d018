/** Milliseconds between two rounds of what windows show of themselves; one that goes with edits may be a little early. */
const EVERY = 66
const SOONEST = 50

/**
 * When it is time for `round`: with a round of edits where there is one anyway, since a window is sent two messages at once
 * for little more than one; by itself while nobody edits.
 */
export interface ShownRounds {
  /** A round of edits is being sent. */
  withEdits(): void
  stop(): void
}

/** Begins with the rounds; `isEditDue` says that a round of edits comes soon. */
export function startShownRounds(round: () => void, isEditDue: () => boolean): ShownRounds {
  let last = performance.now()
  const go = () => {
    const now = performance.now()
    if (now - last < SOONEST) return
    last = now
    round()
  }
  const timer = setInterval(() => {
    if (!isEditDue()) go()
  }, EVERY)
  return { withEdits: go, stop: () => clearInterval(timer) }
}

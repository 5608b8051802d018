// Safari has no idle callbacks.
const hasIdle = typeof window !== 'undefined' && 'requestIdleCallback' in window

/** Does a piece of work when nothing else is waiting, or soon anyway; returns what `dropSoon` needs. */
export const soon = (work: () => void): number =>
  hasIdle ? window.requestIdleCallback(work, { timeout: 60 }) : window.setTimeout(work, 4)

/** Leaves a piece of work undone. */
export const dropSoon = (id: number): void =>
  hasIdle ? window.cancelIdleCallback(id) : window.clearTimeout(id)

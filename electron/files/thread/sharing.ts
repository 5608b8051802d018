/** Lets work on one file go on together, or alone: in the order asked for, so that neither waits for ever. */
export interface Sharing {
  together<T>(work: () => T | Promise<T>): Promise<T>
  /** After everything asked for before, and before everything asked for later. */
  alone<T>(work: () => T | Promise<T>): Promise<T>
}

export function createSharing(): Sharing {
  /** What goes on together, or waits to. */
  const running = new Set<Promise<unknown>>()
  /** The last work that goes on alone. */
  let last: Promise<unknown> = Promise.resolve()
  return {
    together(work) {
      const done = last.then(work)
      running.add(done)
      const end = () => void running.delete(done)
      done.then(end, end)
      return done
    },
    alone(work) {
      const done = Promise.allSettled([last, ...running]).then(work)
      last = done.catch(() => {})
      return done
    },
  }
}

/** Does one thing at a time with each board, in the order asked for; different boards do not wait for each other. */
export interface Turns {
  take<T>(path: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing that was asked for by now is still being done. */
  over(): Promise<void>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(path, work) {
      const turn = (last.get(path) ?? Promise.resolve()).then(work, work)
      const over = turn.catch(() => undefined)
      last.set(path, over)
      void over.then(() => {
        if (last.get(path) === over) last.delete(path)
      })
      return turn
    },
    async over() {
      await Promise.all(last.values())
    },
  }
}

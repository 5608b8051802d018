/** A value that tells its listeners when it is replaced. Setting an identical value tells nobody. */
export interface Signal<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export interface WritableSignal<T> extends Signal<T> {
  set(value: T): void
}

/** Makes a signal. Listeners run at once, in the order they subscribed. */
export function signal<T>(initial: T): WritableSignal<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

import { type Signal, signal } from './signal'

/** The cards a person has selected, in the order they selected them. */
export interface Selection {
  readonly ids: Signal<ReadonlySet<string>>
  has(id: string): boolean
  set(ids: Iterable<string>): void
  toggle(id: string): void
  clear(): void
  /** Lets go of cards that are gone. */
  forget(isGone: (id: string) => boolean): void
}

/** Makes an empty selection. */
export function createSelection(): Selection {
  const ids = signal<ReadonlySet<string>>(new Set())
  const set = (next: Iterable<string>) => {
    const fresh = new Set(next)
    const now = ids.get()
    if (fresh.size !== now.size || [...fresh].some((id) => !now.has(id))) ids.set(fresh)
  }
  return {
    ids,
    set,
    has: (id) => ids.get().has(id),
    toggle(id) {
      const next = new Set(ids.get())
      if (!next.delete(id)) next.add(id)
      set(next)
    },
    clear: () => set([]),
    forget: (isGone) => set([...ids.get()].filter((id) => !isGone(id))),
  }
}

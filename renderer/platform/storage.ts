/** Small things kept in this browser. A browser may forbid it: then they last as long as the page. */
export interface Storage {
  remember(key: string, value: string | null): void
  recall(key: string): string | null
}

const PREFIX = 'common-ground.'

/** Opens this browser's storage. */
export function openStorage(): Storage {
  const here = new Map<string, string>()
  return {
    remember(key, value) {
      if (value === null) here.delete(key)
      else here.set(key, value)
      try {
        if (value === null) localStorage.removeItem(PREFIX + key)
        else localStorage.setItem(PREFIX + key, value)
      } catch {
        // Private windows and full disks refuse; `here` still knows it.
      }
    },
    recall(key) {
      try {
        return localStorage.getItem(PREFIX + key) ?? here.get(key) ?? null
      } catch {
        return here.get(key) ?? null
      }
    },
  }
}

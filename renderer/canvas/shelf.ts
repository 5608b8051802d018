/** Things that may be made again, as many as there is room for. */
export interface Shelf<T> {
  /** The thing, which counts as used now. */
  get(key: string): T | undefined
  /** Puts it up; what was used longest ago makes room. The newest stays, however large it is. */
  put(key: string, thing: T, bytes: number): void
}

/** Makes an empty shelf for so many bytes; `letGo` is called with what leaves it. */
export function createShelf<T>(room: number, letGo: (thing: T) => void = () => {}): Shelf<T> {
  // A Map keeps the order in which keys came: the first is the one used longest ago.
  const things = new Map<string, { readonly thing: T; readonly bytes: number }>()
  let taken = 0
  const remove = (key: string) => {
    const known = things.get(key)
    if (!known) return
    things.delete(key)
    taken -= known.bytes
    letGo(known.thing)
  }
  return {
    get(key) {
      const known = things.get(key)
      if (!known) return undefined
      things.delete(key)
      things.set(key, known)
      return known.thing
    },
    put(key, thing, bytes) {
      remove(key)
      things.set(key, { thing, bytes })
      taken += bytes
      for (const old of things.keys()) {
        if (taken <= room || old === key) break
        remove(old)
      }
    },
  }
}

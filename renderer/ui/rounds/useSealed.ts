import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

/** What `read` makes of a document that only this person has, `none` without one; renders again when it changes. */
export function useSealed<T>(doc: Y.Doc | null, read: (doc: Y.Doc) => T, none: T): T {
  const store = useMemo(() => {
    let now = doc ? read(doc) : none
    return {
      get: () => now,
      subscribe(listener: () => void) {
        if (!doc) return () => {}
        const changed = () => {
          now = read(doc)
          listener()
        }
        doc.on('update', changed)
        return () => doc.off('update', changed)
      },
    }
  }, [doc, read, none])
  return useSyncExternalStore(store.subscribe, store.get)
}

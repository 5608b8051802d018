import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { readWritten, type WrittenCard } from '#shared/room/writtenCards'

const NONE: readonly WrittenCard[] = []

/** The cards in a person's document, the newest last; renders again when it changes. */
export function useHiddenCards(doc: Y.Doc | null): readonly WrittenCard[] {
  const store = useMemo(() => {
    let cards = doc ? readWritten(doc) : NONE
    return {
      get: () => cards,
      subscribe(listener: () => void) {
        if (!doc) return () => {}
        const changed = () => {
          cards = readWritten(doc)
          listener()
        }
        doc.on('update', changed)
        return () => doc.off('update', changed)
      },
    }
  }, [doc])
  return useSyncExternalStore(store.subscribe, store.get)
}

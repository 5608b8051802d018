import { useSyncExternalStore } from 'react'

const QUERY = '(width < 760px)'

function subscribe(listener: () => void): () => void {
  const query = matchMedia(QUERY)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** True in a window as narrow as a phone; `board.css` uses the same width. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isPhoneWide)
}

/** The same at this moment. */
export function isPhoneWide(): boolean {
  return matchMedia(QUERY).matches
}

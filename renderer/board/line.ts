/** The part of a WebSocket that is used here; that of browsers and that of Node's `ws` both fit. */
export interface Line {
  binaryType: string
  readonly readyState: number
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  onerror: (() => void) | null
  send(data: Uint8Array): void
  close(): void
}

/** A browser's WebSocket. */
export function browserLine(url: string): Line {
  return new WebSocket(url) as unknown as Line
}

/** A tab that wakes up, or a network that is back, need not wait for the next try. */
export function listenForReturn(callNow: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const onVisible = () => {
    if (document.visibilityState === 'visible') callNow()
  }
  window.addEventListener('online', callNow)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    window.removeEventListener('online', callNow)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

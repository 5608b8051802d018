import { BEAT_EVERY } from '#shared/sync/protocol'
import { type Line, listenForReturn } from './line'

/** A line that is opened again whenever it breaks. */
export interface SteadyLine {
  /** Does nothing while the line is broken: whoever comes back exchanges what each side lacks. */
  send(message: Uint8Array): void
  /** The other side answered as it should: the next break is met with a short wait again. */
  settle(): void
  /** This is not who was called: hangs up, and calls again later. */
  drop(): void
  /** Ends it for good. */
  stop(): void
}

export interface SteadyLineOptions {
  /** Where the other side may be found when it is not at the address that was given. */
  readonly elsewhere?: () => readonly string[]
  readonly openLine: (url: string) => Line
  /** Milliseconds before the first try to come back. */
  readonly firstRetry: number
  /** A connection begins, to this address; `send` works. */
  opened(url: string): void
  /** Bytes came, or something that is none. What it throws breaks the connection. */
  heard(bytes: Uint8Array | undefined): void
  /** The connection is gone, with its WebSocket close code if it had one. */
  lost(closeCode?: number): void
}

const OPENING = 0
const OPEN = 1
const LONGEST_RETRY = 5_000
/** Without a beat for this long the line is dead, whatever the network says. */
const SILENCE = BEAT_EVERY * 3
/** ms after which somebody else is asked, where there is somebody: a computer that is off does not even refuse. */
const ANSWERS_WITHIN = 4_000

/**
 * Opens a line to `url`, again and again until it is stopped: later each time, and at once when the network returns.
 * Where nobody answers, every other address is asked in the same go.
 */
export function keepLine(url: string, options: SteadyLineOptions): SteadyLine {
  /** Where it was reached last. */
  let home = url
  let trying = url
  let line: Line | undefined
  let retry = options.firstRetry
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let watchTimer: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let isOver = false
  /** This connection answered as it should. */
  let isSettled = false

  const hangUp = () => {
    clearTimeout(retryTimer)
    clearTimeout(watchTimer)
    const old = line
    line = undefined
    if (!old) return
    old.onopen = old.onmessage = old.onclose = null
    // `ws` throws when a line that is still opening is closed and nobody listens.
    old.onerror = () => {}
    old.close()
  }

  const addresses = () => [...new Set([home, ...(options.elsewhere?.() ?? []), url])]
  const next = () => {
    const all = addresses()
    trying = all[(all.indexOf(trying) + 1) % all.length] ?? url
  }

  const lose = (closeCode?: number) => {
    hangUp()
    if (isSettled) trying = home
    else next()
    isSettled = false
    options.lost(closeCode)
    if (isOver) return
    if (trying !== home) {
      retryTimer = setTimeout(call)
      return
    }
    // Spread out, so that forty guests do not come back in the same instant.
    retryTimer = setTimeout(call, retry * (0.5 + Math.random()))
    retry = Math.min(LONGEST_RETRY, retry * 2)
  }

  const watch = () => {
    const isOpening = line?.readyState === OPENING && addresses().length > 1
    const left = heardAt + (isOpening ? ANSWERS_WITHIN : SILENCE) - Date.now()
    if (left <= 0) lose()
    else watchTimer = setTimeout(watch, left)
  }

  function call(): void {
    hangUp()
    const fresh = options.openLine(trying)
    line = fresh
    fresh.binaryType = 'arraybuffer'
    heardAt = Date.now()
    watch()
    fresh.onopen = () => options.opened(trying)
    fresh.onmessage = ({ data }) => {
      heardAt = Date.now()
      try {
        options.heard(data instanceof ArrayBuffer ? new Uint8Array(data) : undefined)
      } catch {
        // The other side's bytes do not fit ours; a new connection starts from the state vectors.
        lose()
      }
    }
    fresh.onerror = () => {}
    fresh.onclose = ({ code }) => lose(code)
  }

  const stopListening = listenForReturn(() => {
    if (line || isOver) return
    retry = options.firstRetry
    call()
  })

  call()
  return {
    send(message) {
      if (line?.readyState === OPEN) line.send(message)
    },
    settle() {
      retry = options.firstRetry
      home = trying
      isSettled = true
    },
    drop: () => lose(),
    stop() {
      isOver = true
      stopListening()
      hangUp()
    },
  }
}

import { LONGEST_ROUND, type TimeLeft } from '#shared/room/time'

/** As the file keeps it: the moment of the end, ms since 1970. */
export interface KeptTime {
  readonly endsAt: number
  readonly whole: number
}

/** The time of one round, ms. It is not cut off when it is up. */
export interface Clock {
  /** Null without an end. */
  shown(): TimeLeft | null
  set(ms: number | null): void
  /** Lengthens the time, or begins it again when it is up or had no end. */
  add(ms: number): void
  kept(): KeptTime | null
  dispose(): void
}

/**
 * Runs from `kept` on; `up` is called each time the time is up, and `gone` after it was up for `lingers` ms.
 * Time goes on while no hub runs.
 */
export function createClock(
  kept: KeptTime | null,
  { up, gone, lingers }: { up: () => void; gone: () => void; lingers: number | null },
  now: () => number = () => performance.now(),
): Clock {
  let running: { readonly endsAt: number; readonly whole: number } | null = null
  let timers: NodeJS.Timeout[] = []
  const left = () => (running ? Math.max(0, running.endsAt - now()) : 0)

  const run = (next: typeof running) => {
    running = next
    for (const timer of timers) clearTimeout(timer)
    timers = []
    if (!next) return
    const ends = next.endsAt - now()
    if (ends > 0) timers.push(setTimeout(up, ends))
    if (lingers !== null) timers.push(setTimeout(gone, Math.max(0, ends + lingers)))
  }
  // The clock of the computer may have been set meanwhile: no more is left than there ever was.
  if (kept) run({ endsAt: now() + Math.min(kept.whole, kept.endsAt - Date.now()), whole: kept.whole })

  return {
    shown: () => running && { left: left(), whole: running.whole },
    set: (ms) => run(ms === null ? null : { endsAt: now() + ms, whole: ms }),
    add(ms) {
      const more = Math.min(left() + ms, LONGEST_ROUND)
      run({ endsAt: now() + more, whole: running && left() > 0 ? running.whole + ms : more })
    },
    kept: () => running && { endsAt: Date.now() + running.endsAt - now(), whole: running.whole },
    dispose: () => run(null),
  }
}

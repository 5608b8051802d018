import { useEffect, useState } from 'react'
import { useSession, useSignal } from '../hooks'

export interface TimeLeft {
  /** Whole seconds, rounded up: 0 only when the time is up. */
  readonly seconds: number
  /** Of the whole time, as it was set. */
  readonly minutes: number
}

/** What is left of the time of the round that runs, second by second; null without an end, or without a round. */
export function useTimer(): TimeLeft | null {
  const { replica } = useSession()
  const timer = useSignal(replica.rounds.running)?.time ?? null
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (!timer) return
    let next: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const time = performance.now()
      setNow(time)
      const left = timer.endsAt - time
      // Just after the next whole second.
      if (left > 0) next = setTimeout(tick, (left % 1_000) + 5)
    }
    tick()
    return () => clearTimeout(next)
  }, [timer])
  if (!timer) return null
  const left = Math.min(timer.whole, timer.endsAt - now)
  return {
    seconds: Math.max(0, Math.ceil(left / 1_000)),
    minutes: Math.max(1, Math.round(timer.whole / 60_000)),
  }
}

/** As a clock writes it: minutes, and seconds in two digits. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

import type { Dispose } from '#shared/board/observe'
import type { RunningRound } from './roundLine'
import { type Signal, signal } from './signal'

/**
 * Whether nobody is to see who does what: while the room sorts in silence, until the time is up or whoever leads the
 * room ends it, and while everybody writes in silence, until it is revealed.
 */
export function followSilence(
  running: Signal<RunningRound | null>,
  now: () => number = () => performance.now(),
): { readonly isSilent: Signal<boolean>; dispose: Dispose } {
  const isSilent = signal(false)
  let ends: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    clearTimeout(ends)
    const round = running.get()
    if (round?.shown.kind === 'writing') return isSilent.set(true)
    const left = round && isSilentSort(round) ? (round.time?.endsAt ?? 0) - now() : 0
    isSilent.set(left > 0)
    if (left > 0) ends = setTimeout(follow, left + 1)
  }
  const stop = running.subscribe(follow)
  follow()
  return {
    isSilent,
    dispose() {
      clearTimeout(ends)
      stop()
    },
  }
}

/** True for a timer that was set to sort cards without a word. */
export const isSilentSort = ({ shown }: RunningRound): boolean => shown.kind === 'timer' && shown.silent

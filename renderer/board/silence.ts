import type { Dispose } from '#shared/board/observe'
import type { RunningTimer } from './replica'
import { type Signal, signal } from './signal'

/** Whether the room sorts in silence now, until the time is up or whoever leads the room ends it. */
export function followSilence(
  timer: Signal<RunningTimer | null>,
  now: () => number = () => performance.now(),
): { readonly isSilent: Signal<boolean>; dispose: Dispose } {
  const isSilent = signal(false)
  let ends: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    clearTimeout(ends)
    const running = timer.get()
    const left = running?.isSilent ? running.endsAt - now() : 0
    isSilent.set(left > 0)
    if (left > 0) ends = setTimeout(follow, left + 1)
  }
  const stop = timer.subscribe(follow)
  follow()
  return {
    isSilent,
    dispose() {
      clearTimeout(ends)
      stop()
    },
  }
}

import { useCallback, useMemo } from 'react'
import { rehearse } from '#shared/board/actions/scripts'
import { type Place, placeIn } from '#shared/script/place'
import { useSession, useSingleton } from '../../ui/hooks'
import type { WholeScript } from './useScript'

/** The running of one script: where it stands, and how to move it for every window. */
export interface Run {
  readonly isRunning: boolean
  readonly isFrozen: boolean
  readonly place: Place
  start(line?: string): void
  stop(): void
  /** One line on; nothing after the last. */
  forward(): void
  back(): void
  freeze(isFrozen: boolean): void
}

/** Follows and moves the rehearsal of a script. */
export function useRun({ script, lines }: WholeScript): Run {
  const { writer } = useSession()
  const live = useSingleton('live')
  const isRunning = live.script === script.id
  const place = useMemo(() => placeIn(lines, live.line), [lines, live.line])
  const to = useCallback(
    (line: string | null) => rehearse(writer, { script: script.id, line, frozen: false }),
    [writer, script.id],
  )
  return {
    isRunning,
    isFrozen: isRunning && live.frozen,
    place,
    start: (line) => to(line ?? lines[0]?.id ?? null),
    stop: () => rehearse(writer, { script: null, line: null, frozen: false }),
    forward: () => {
      // A frozen scene goes on where it stopped.
      if (live.frozen) to(place.present?.id ?? null)
      else if (place.next) to(place.next.id)
    },
    back: () => {
      if (place.previous) to(place.previous.id)
    },
    freeze: (isFrozen) => rehearse(writer, { frozen: isFrozen }),
  }
}

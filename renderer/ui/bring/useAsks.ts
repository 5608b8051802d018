import { useEffect, useEffectEvent } from 'react'
import type { Ask } from '../../board/session'
import { useSession } from '../hooks'

/** Does what gestures and commands ask of the page, at once: a browser opens nothing after the press is over. */
export function useAsks(answer: (ask: Ask) => void): void {
  const { asked } = useSession()
  const onAsk = useEffectEvent(answer)
  useEffect(
    () =>
      asked.subscribe(() => {
        const ask = asked.get()
        if (ask) onAsk(ask)
      }),
    [asked],
  )
}

import { useEffect, useEffectEvent } from 'react'
import { useSession } from '../hooks'

/** Shows the wall when the room is asked to look at it; never from under what somebody is writing in a form. */
export function useArrivals(showWall: () => void): void {
  const { guided } = useSession()
  const onArrival = useEffectEvent(() => {
    if (!document.activeElement?.matches('input:not([type=checkbox]), textarea, [contenteditable=true]'))
      showWall()
  })
  useEffect(() => guided.arrivals.subscribe(() => onArrival()), [guided])
}

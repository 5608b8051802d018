import { useEffect, useEffectEvent } from 'react'
import { useSession } from '../hooks'
import { isWriting } from '../isWriting'

/** Shows the wall when the room is asked to look at it; never from under what somebody is writing in a form. */
export function useArrivals(showWall: () => void): void {
  const { guided } = useSession()
  const onArrival = useEffectEvent(() => {
    if (!isWriting()) showWall()
  })
  useEffect(() => guided.arrivals.subscribe(() => onArrival()), [guided])
}

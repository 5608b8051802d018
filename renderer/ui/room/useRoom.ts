import { useEffect, useState } from 'react'
import type { HostedRoom } from '#shared/ipc/contract'
import { usePlatform } from '../hooks'

/** The room that is open on this window's board, in the app that hosts it; null for guests and while it is closed. */
export function useRoom(path: string | null): HostedRoom | null {
  const { desktop } = usePlatform()
  const [room, setRoom] = useState<HostedRoom | null>(null)
  useEffect(() => {
    if (!desktop || path === null) return
    // What is told meanwhile is newer than the answer.
    let isTold = false
    const stop = desktop.onRoomChanged((next) => {
      isTold = true
      setRoom(next)
    })
    void desktop.roomState(path).then((now) => {
      if (!isTold) setRoom(now)
    })
    return () => {
      isTold = true
      stop()
      setRoom(null)
    }
  }, [desktop, path])
  return room
}

import { useEffect, useState } from 'react'
import type { NearbyRoom } from '#shared/ipc/contract'
import type { Desktop } from '../../platform/platform'

/** ms */
const ASK_EVERY = 1_500
/** ms after which rooms that nobody sees are worth a word. */
const LONG_ENOUGH = 6_000

/** The rooms nearby as they come and go, while somebody looks; `isLong` once none has come for a while. */
export function useNearby(desktop: Pick<Desktop, 'listNearby'>): {
  readonly rooms: readonly NearbyRoom[]
  readonly isLong: boolean
} {
  const [rooms, setRooms] = useState<readonly NearbyRoom[]>([])
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const found = await desktop.listNearby()
      if (!isOver) setRooms((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    }
    void ask()
    const timer = setInterval(() => void ask(), ASK_EVERY)
    const late = setTimeout(setLong, LONG_ENOUGH, true)
    return () => {
      isOver = true
      clearInterval(timer)
      clearTimeout(late)
    }
  }, [desktop])
  return { rooms, isLong: isLong && rooms.length === 0 }
}

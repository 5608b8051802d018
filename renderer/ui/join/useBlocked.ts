import { useEffect, useState } from 'react'

/** ms of waiting for the room after which it is looked what is in the way. */
const LONG_WAIT = 3_000

/**
 * True while the room does not answer although the computer that hosts it does: something between lets pages through
 * and no live connection.
 */
export function useBlocked(isWaiting: boolean): boolean {
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    if (!isWaiting) {
      setBlocked(false)
      return
    }
    let isOver = false
    const look = async () => {
      const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
      if (!isOver) setBlocked(answer?.ok ?? false)
    }
    const timer = setInterval(() => void look(), LONG_WAIT)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [isWaiting])
  return isBlocked
}

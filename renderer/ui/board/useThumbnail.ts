import { useCallback, useEffect, useRef } from 'react'
import { paintThumbnail } from '../../canvas/thumbnail'
import { usePlatform, useSession } from '../hooks'

/** Pixels; twice what Home shows, for sharp screens. */
const WIDTH = 480
const HEIGHT = 300

/** ms without a change after which a new picture is worth its time */
const IDLE = 15_000

/**
 * Keeps the picture of the wall that Home shows: whenever the wall has rested for a while, and when asked.
 * A picture that cannot be made is no reason to hold anything up.
 */
export function useThumbnail(path: string | null): () => Promise<void> {
  const session = useSession()
  const { desktop } = usePlatform()
  const isStale = useRef(true)
  const keeping = useRef<Promise<void>>(Promise.resolve())
  const pictured = useRef(session)

  const keep = useCallback((): Promise<void> => {
    const paint = async () => {
      if (!desktop || path === null || !isStale.current) return
      isStale.current = false
      const { title, place } = session.records.singleton('meta')
      try {
        const image = await paintThumbnail(session, WIDTH, HEIGHT)
        await desktop.keepThumbnail(path, title, place, image)
      } catch {
        isStale.current = true
      }
    }
    // Whoever leaves waits for the picture that is being painted: the board may not be let go before it is kept.
    keeping.current = keeping.current.then(paint)
    return keeping.current
  }, [desktop, path, session])

  useEffect(() => {
    if (!desktop || path === null) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      isStale.current = true
      clearTimeout(waiting)
      waiting = setTimeout(() => void keep(), IDLE)
    }
    // A fresh session takes the place of one whose words were removed; the picture may still show them.
    if (pictured.current !== session) later()
    pictured.current = session
    const stops = [session.records.watch('cards', later), session.records.subscribe('meta', later)]
    return () => {
      clearTimeout(waiting)
      for (const stop of stops) stop()
    }
  }, [desktop, path, session, keep])
  return keep
}

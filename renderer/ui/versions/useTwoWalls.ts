import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { type Differences, differences, showingOf } from '#shared/board/differences'
import { unionOf } from '#shared/cards/box'
import { linkCameras } from '../../board/linkCameras'
import { createLookingSession } from '../../board/lookingSession'
import type { Session } from '../../board/session'
import { useSession } from '../hooks'

/** ms between a change and the next comparison of the walls: others go on working meanwhile. */
const PAUSE = 500

export interface TwoWalls {
  readonly past: Session
  readonly present: Session
}

/** The wall of a version and the present one to look at, both showing everything at first. */
export function useTwoWalls(version: Y.Doc, isTogether: boolean): TwoWalls | null {
  const { doc, pictures } = useSession().replica
  const [walls, setWalls] = useState<TwoWalls | null>(null)
  useEffect(() => {
    const past = createLookingSession(version, pictures)
    const present = createLookingSession(doc, pictures)
    const whole = unionOf([past.scene.bounds(), present.scene.bounds()].flatMap((box) => box ?? []))
    const stops = [past, present].map(({ camera }) => {
      const stop = camera.viewport.subscribe(() => {
        stop()
        if (whole) camera.fit(whole)
      })
      return stop
    })
    setWalls({ past, present })
    return () => {
      for (const stop of stops) stop()
      past.dispose()
      present.dispose()
      setWalls(null)
    }
  }, [version, doc, pictures])
  useEffect(() => {
    if (walls && isTogether) return linkCameras(walls.past.camera, walls.present.camera)
    return undefined
  }, [walls, isTogether])
  return walls
}

/** How the present wall differs from that of a version; null until they have been compared. */
export function useDifferences(version: Y.Doc): Differences | null {
  const { records, replica } = useSession()
  const [found, setFound] = useState<Differences | null>(null)
  useEffect(() => {
    const then = showingOf(version)
    let waiting: ReturnType<typeof setTimeout> | undefined
    const compare = () => {
      waiting = undefined
      setFound(differences(showingOf(replica.doc), then))
    }
    const later = () => {
      waiting ??= setTimeout(compare, PAUSE)
    }
    compare()
    const stops = (['cards', 'frames', 'strokes'] as const).map((name) => records.subscribe(name, later))
    return () => {
      clearTimeout(waiting)
      for (const stop of stops) stop()
    }
  }, [version, records, replica])
  return found
}

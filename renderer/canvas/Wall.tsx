import type Konva from 'konva'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Layer, Shape, Stage } from 'react-konva'
import { zoomToFit } from '../board/commands/viewing'
import type { Session } from '../board/session'
import { listenToWall } from './listen'
import { TextEditor } from './TextEditor'
import { animateCamera } from './travel'
import { useLook } from './useLook'
import { useSpoken } from './useSpoken'
import { createWallView, type Surface, type WallView } from './wallView'
import './wall.css'

const SURFACES: readonly Surface[] = ['cards', 'over']

/**
 * The wall of a board; fills its parent. `quiet` is for the projector: no handles, no editing, nothing
 * that only the person at this window needs.
 */
export function Wall({
  session,
  quiet = false,
  label,
}: {
  session: Session
  quiet?: boolean
  /** What it is called, and what can be done on it, where there is more than one wall. */
  label?: { readonly name: string; readonly hint: string }
}) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const layers = useRef(new Map<Surface, Konva.Layer>())
  const view = useRef<WallView | null>(null)
  const look = useLook(quiet)
  const latestLook = useRef(look)
  const size = useWallSize(root, session)
  const cursor = useSyncExternalStore(session.tools.cursor.subscribe, session.tools.cursor.get)
  const spoken = useSpoken(session)

  useLayoutEffect(() => {
    const made = createWallView(session, latestLook.current, quiet, (surface) =>
      layers.current.get(surface)?.draw(),
    )
    view.current = made
    return made.dispose
  }, [session, quiet])

  useLayoutEffect(() => {
    latestLook.current = look
    view.current?.restyle(look)
  }, [look])

  useEffect(() => {
    const element = root.current
    if (!element || quiet) return
    return listenToWall(element, session.tools.handle, session.tools.isBesideWriter)
  }, [session, quiet])
  useFirstFit(session, size !== null)

  // React paints these two shapes once; what is on them changes without React.
  const surfaces = useMemo(
    () =>
      SURFACES.map((surface) => (
        <Layer
          key={surface}
          listening={false}
          ref={(layer) => {
            if (layer) layers.current.set(surface, layer)
            else layers.current.delete(surface)
          }}
        >
          <Shape
            listening={false}
            perfectDrawEnabled={false}
            sceneFunc={(context) => view.current?.paint(surface, context._context)}
          />
        </Layer>
      )),
    [],
  )

  return (
    <div
      ref={root}
      className="wall"
      role="application"
      aria-label={label?.name ?? t('wall.name')}
      aria-description={quiet ? undefined : (label?.hint ?? t('wall.hint'))}
      tabIndex={quiet ? -1 : 0}
      style={{ cursor: quiet ? 'none' : cursor }}
    >
      {size && (
        <Stage className="wall-surface" width={size.width} height={size.height} listening={false}>
          {surfaces}
        </Stage>
      )}
      {!quiet && <TextEditor session={session} look={look} />}
      <div className="wall-spoken" aria-live="polite">
        {spoken}
      </div>
    </div>
  )
}

interface Size {
  readonly width: number
  readonly height: number
}

function useWallSize(root: { readonly current: HTMLDivElement | null }, session: Session): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const take = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      session.camera.resize(width, height)
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }))
    }
    const observer = new ResizeObserver(take)
    observer.observe(element)
    take()
    return () => observer.disconnect()
  }, [root, session])
  return size
}

/** The sessions that have been shown whole once: coming back to the wall keeps the view. */
const fitted = new WeakSet<Session>()

/** Shows the whole wall once it has loaded; afterwards the camera travels smoothly. */
function useFirstFit(session: Session, isSized: boolean): void {
  useEffect(() => {
    if (!isSized) return
    let isHere = true
    let restore: (() => void) | undefined
    void session.replica.loaded.then(() => {
      if (!isHere) return
      const { x, y, zoom } = session.camera.view.get()
      // A view that is no longer the first one was chosen by somebody.
      if (!fitted.has(session) && x === 0 && y === 0 && zoom === 1) zoomToFit(session)
      fitted.add(session)
      restore = animateCamera(session.camera)
    })
    return () => {
      isHere = false
      restore?.()
    }
  }, [session, isSized])
}

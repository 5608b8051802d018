import { Map as MapIcon } from 'lucide-react'
import { type PointerEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { createMinimap, type Minimap as Drawn } from '../../canvas/minimap'
import { boxOnMap, worldOfMap } from '../../canvas/minimapLayout'
import { pageColours, watchColours } from '../../canvas/useLook'
import { usePlatform, useSession } from '../hooks'
import { IconButton } from '../kit/Button'
import './minimap.css'

/** CSS pixels of the map. */
const WIDTH = 200
const HEIGHT = 128
/** The picture has more, for screens with fine pixels. */
const FINE = 2
const KEY = 'minimap'
/** In a narrower window the map would lie on the wall one works on, until somebody asks for it; CSS pixels. */
const ROOMY = 1500

/** Shows and hides the map; this device remembers it. */
export function MinimapToggle({ isOpen, onOpen }: { isOpen: boolean; onOpen: (isOpen: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <IconButton
      icon={MapIcon}
      className="minimap-toggle"
      label={t(isOpen ? 'minimap.hide' : 'minimap.show')}
      hint="above"
      aria-expanded={isOpen}
      onClick={() => onOpen(!isOpen)}
    />
  )
}

/** Whether the map is shown on this device. */
export function useMinimap(): readonly [boolean, (isOpen: boolean) => void] {
  const platform = usePlatform()
  const [isOpen, setOpen] = useState(() => {
    const kept = platform.recall(KEY)
    return kept === null ? window.innerWidth >= ROOMY : kept === 'shown'
  })
  return [
    isOpen,
    (next) => {
      platform.remember(KEY, next ? 'shown' : 'hidden')
      setOpen(next)
    },
  ]
}

/** The whole wall in small with the view on it, which can be dragged; a press elsewhere goes there. */
export function Minimap() {
  const session = useSession()
  const { camera } = session
  const colours = useSyncExternalStore(watchColours, pageColours)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const map = useRef<Drawn | null>(null)
  const latest = useRef(colours)
  const held = useRef<readonly [dx: number, dy: number] | null>(null)

  useEffect(() => {
    const drawing = canvas.current
    if (!drawing) return
    const place = () => {
      const layout = map.current?.layout()
      if (!frame.current) return
      frame.current.hidden = !layout
      if (!layout) return
      const box = boxOnMap(layout, camera.visible(), WIDTH * FINE, HEIGHT * FINE)
      const { style } = frame.current
      // Straight to the style: the camera moves at every frame, and nothing else changes.
      style.transform = `translate(${box.x / FINE}px, ${box.y / FINE}px)`
      style.width = `${box.width / FINE}px`
      style.height = `${box.height / FINE}px`
    }
    const made = createMinimap(session, drawing, latest.current, place)
    map.current = made
    place()
    const stops = [camera.view.subscribe(place), camera.viewport.subscribe(place), made.dispose]
    return () => {
      map.current = null
      for (const stop of stops) stop()
    }
  }, [session, camera])

  useEffect(() => {
    latest.current = colours
    map.current?.restyle(colours)
  }, [colours])

  const worldAt = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const layout = map.current?.layout()
    const { left, top } = currentTarget.getBoundingClientRect()
    return layout ? worldOfMap(layout, [(clientX - left) * FINE, (clientY - top) * FINE]) : null
  }
  const press = (event: PointerEvent<HTMLElement>) => {
    const point = worldAt(event)
    if (!point) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const view = camera.view.get()
    const isOnFrame = event.target === frame.current
    held.current = isOnFrame ? [view.x - point[0], view.y - point[1]] : [0, 0]
    if (!isOnFrame) camera.go({ ...view, x: point[0], y: point[1] })
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    const point = held.current && worldAt(event)
    if (!point || !held.current || event.buttons === 0) return
    const [dx, dy] = held.current
    camera.steer({ ...camera.view.get(), x: point[0] + dx, y: point[1] + dy })
  }
  return (
    // Whoever does not see it, or has no pointer, finds everything in the outline and with the arrow keys.
    <div
      className="minimap"
      aria-hidden="true"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null
      }}
      onPointerCancel={() => {
        held.current = null
      }}
    >
      <canvas ref={canvas} width={WIDTH * FINE} height={HEIGHT * FINE} className="minimap-picture" />
      <div ref={frame} className="minimap-view" hidden />
    </div>
  )
}

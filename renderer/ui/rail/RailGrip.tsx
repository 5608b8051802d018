import { GripHorizontal, GripVertical } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/ipc/contract'
import { usePlatform, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { placeAt, RAIL_PLACES } from './railPlace'

/** CSS pixels a hand may tremble before a press becomes a drag. */
const SLOP = 12

/** Takes the tools to the side where they are dragged; a press takes them to the next one. */
export function RailGrip() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const { rail } = useSignal(platform.settings)
  const pressed = useRef<{ readonly x: number; readonly y: number; hasMoved: boolean } | null>(null)
  const put = (place: Settings['rail']) => platform.changeSettings({ rail: place })

  const drag = (event: PointerEvent) => {
    const from = pressed.current
    if (!from) return
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLOP) from.hasMoved = true
    if (!from.hasMoved) return
    const isFromRight = document.documentElement.dir === 'rtl'
    const place = placeAt(event.clientX / window.innerWidth, event.clientY / window.innerHeight, isFromRight)
    if (place !== rail) put(place)
  }
  return (
    <IconButton
      icon={rail === 'bottom' ? GripVertical : GripHorizontal}
      label={t('tools.moveRail')}
      hint="beside"
      className="rail-grip"
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY, hasMoved: false }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerCancel={() => {
        pressed.current = null
      }}
      onClick={() => {
        const wasDragged = pressed.current?.hasMoved === true
        pressed.current = null
        const next = RAIL_PLACES[(RAIL_PLACES.indexOf(rail) + 1) % RAIL_PLACES.length]
        if (!wasDragged && next) put(next)
      }}
    />
  )
}

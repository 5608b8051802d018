import { type RefObject, useLayoutEffect } from 'react'
import { useSession } from '../hooks'
import { boundsOf } from './bounds'

/** CSS pixels between the bar and the cards, and the edges of the wall. */
const GAP = 16
/** Below them there are handles and dots. */
const GAP_BELOW = 40
const MARGIN = 8

/** Keeps an element above the selected cards, below them when there is no room, always in sight. */
export function usePlaceBeside(element: RefObject<HTMLElement | null>, isShown: boolean): void {
  const session = useSession()
  useLayoutEffect(() => {
    if (!isShown) return
    const { camera, selection, records } = session
    const place = () => {
      const bar = element.current
      const box = boundsOf(session, selection.ids.get())
      if (!bar || !box) return
      const { width, height } = camera.viewport.get()
      const [left, top] = camera.toScreen([box.x, box.y])
      const [right, bottom] = camera.toScreen([box.x + box.width, box.y + box.height])
      const x = clamp((left + right) / 2 - bar.offsetWidth / 2, MARGIN, width - bar.offsetWidth - MARGIN)
      const above = top - bar.offsetHeight - GAP
      const y = above >= MARGIN ? above : bottom + GAP_BELOW
      // Straight to the style: the camera moves at every frame, and nothing else changes.
      bar.style.translate = `${Math.round(x)}px ${Math.round(clamp(y, MARGIN, height - bar.offsetHeight - MARGIN))}px`
    }
    place()
    // Other cards bring other buttons, and the bar is as wide as they are only once they are drawn.
    const sized = new ResizeObserver(place)
    if (element.current) sized.observe(element.current)
    const stops = [
      camera.view.subscribe(place),
      camera.viewport.subscribe(place),
      selection.ids.subscribe(place),
      records.watch('cards', place),
      () => sized.disconnect(),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, element, isShown])
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}

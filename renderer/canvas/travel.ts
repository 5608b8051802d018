import type { Camera, View } from '../board/camera'

/** Matches --motion-camera in tokens.css. */
const DURATION = 320

/**
 * Lets the camera go to places smoothly: 320 ms, slowing down; at once when the person wants less motion.
 * Anything else that moves the camera meanwhile wins. Returns the way to undo this.
 */
export function animateCamera(camera: Camera): () => void {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const jump = camera.travel
  let frame = 0
  let shown: View | null = null
  const stop = () => {
    cancelAnimationFrame(frame)
    shown = null
  }
  camera.travel = (to) => {
    stop()
    const from = camera.view.get()
    if (still.matches) return camera.set(to)
    const begun = performance.now()
    shown = from
    const step = () => {
      if (shown !== camera.view.get()) return stop()
      const t = Math.min(1, (performance.now() - begun) / DURATION)
      const eased = 1 - (1 - t) ** 3
      const zoom = from.zoom * (to.zoom / from.zoom) ** eased
      // The point that stays put while the zoom changes keeps the way straight.
      const way =
        from.zoom === to.zoom ? eased : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom || 1)
      camera.set(
        t === 1 ? to : { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, zoom },
      )
      shown = camera.view.get()
      if (t < 1) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
  }
  return () => {
    stop()
    camera.travel = jump
  }
}

import type { Box } from '#shared/cards/box'
import { type Signal, signal } from './signal'

/** The world point at the viewport's centre, and CSS pixels per world unit. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export type { Box } from '#shared/cards/box'

export const MIN_ZOOM = 0.02
export const MAX_ZOOM = 6

/** Looks at the wall. Screen points are CSS pixels from the viewport's top left corner. */
export interface Camera {
  readonly view: Signal<View>
  /** CSS pixels. */
  readonly viewport: Signal<{ readonly width: number; readonly height: number }>
  /** Goes up whenever the person at this window chose where to look, rather than being led there. */
  readonly steered: Signal<number>
  set(view: View): void
  /** Looks where a hand moves the wall to, at once. */
  steer(view: View): void
  /** Goes where the person asked to look. */
  go(view: View): void
  /** Shows a whole box as `fit` does, because somebody else asked to look there. */
  lead(box: Box, margin?: number, most?: number): void
  /** How the camera goes to a place it was sent to: at once, unless the wall puts an animation here. */
  travel: (view: View) => void
  resize(width: number, height: number): void
  toWorld(point: readonly [number, number]): [number, number]
  toScreen(point: readonly [number, number]): [number, number]
  /** The part of the world in view. */
  visible(): Box
  /** Moves the paper with the hand: by CSS pixels. */
  panBy(dx: number, dy: number): void
  /** Keeps the world point under `point` where it is. */
  zoomAt(point: readonly [number, number], factor: number): void
  /** Shows a whole box with `margin` CSS pixels around it, never larger than `most` zoom. */
  fit(box: Box, margin?: number, most?: number): void
  /** Moves only as far as needed to bring a box into view; goes to it when the zoom is below `least`. */
  reveal(box: Box, margin?: number, least?: number): void
}

/** Makes a camera that looks at the world's origin at 100 %. */
export function createCamera(): Camera {
  const view = signal<View>({ x: 0, y: 0, zoom: 1 })
  const viewport = signal({ width: 0, height: 0 })
  const steered = signal(0)
  const chosen = () => steered.set(steered.get() + 1)
  const camera: Camera = {
    view,
    viewport,
    steered,
    set({ x, y, zoom }) {
      const bounded = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))
      if (![x, y, bounded].every(Number.isFinite)) return
      const now = view.get()
      if (now.x !== x || now.y !== y || now.zoom !== bounded) view.set({ x, y, zoom: bounded })
    },
    steer(next) {
      chosen()
      camera.set(next)
    },
    go(next) {
      chosen()
      camera.travel(next)
    },
    travel: (next) => camera.set(next),
    resize: (width, height) => viewport.set({ width, height }),
    toWorld([sx, sy]) {
      const { x, y, zoom } = view.get()
      const { width, height } = viewport.get()
      return [x + (sx - width / 2) / zoom, y + (sy - height / 2) / zoom]
    },
    toScreen([wx, wy]) {
      const { x, y, zoom } = view.get()
      const { width, height } = viewport.get()
      return [(wx - x) * zoom + width / 2, (wy - y) * zoom + height / 2]
    },
    visible() {
      const { x, y, zoom } = view.get()
      const { width, height } = viewport.get()
      return { x: x - width / 2 / zoom, y: y - height / 2 / zoom, width: width / zoom, height: height / zoom }
    },
    panBy(dx, dy) {
      const { x, y, zoom } = view.get()
      camera.steer({ x: x - dx / zoom, y: y - dy / zoom, zoom })
    },
    zoomAt(point, factor) {
      const [wx, wy] = camera.toWorld(point)
      const { width, height } = viewport.get()
      const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.get().zoom * factor))
      camera.steer({ x: wx - (point[0] - width / 2) / zoom, y: wy - (point[1] - height / 2) / zoom, zoom })
    },
    fit(box, margin, most) {
      chosen()
      camera.lead(box, margin, most)
    },
    lead(box, margin = 48, most = 1) {
      const { width, height } = viewport.get()
      if (width === 0 || height === 0) return
      const zoom = Math.min(
        most,
        Math.max(1, width - 2 * margin) / Math.max(1, box.width),
        Math.max(1, height - 2 * margin) / Math.max(1, box.height),
      )
      camera.travel({ x: box.x + box.width / 2, y: box.y + box.height / 2, zoom })
    },
    reveal(box, margin = 48, least = 0) {
      const seen = camera.visible()
      const { x, y, zoom } = view.get()
      if (zoom < least) return camera.fit(box, margin, least)
      const gap = margin / zoom
      camera.go({
        x: x + nudge(box.x - gap, box.x + box.width + gap, seen.x, seen.x + seen.width),
        y: y + nudge(box.y - gap, box.y + box.height + gap, seen.y, seen.y + seen.height),
        zoom,
      })
    },
  }
  return camera
}

/** How far a window from `low` to `high` must move to show `start` to `end`; centred when it cannot. */
function nudge(start: number, end: number, low: number, high: number): number {
  if (end - start > high - low) return (start + end) / 2 - (low + high) / 2
  if (start < low) return start - low
  if (end > high) return end - high
  return 0
}

import type { Colours } from '#shared/cards/colours'
import type { Drawable } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import type { Session } from '../board/session'
import { layOutMap, type MapLayout } from './minimapLayout'
import { dropSoon, soon } from './soon'

/** A changed wall is drawn again at most this often, ms. */
const EVERY = 500
/** One piece of drawing, ms. */
const PIECE = 4
/** Upright strips of the map, each drawn in one go. */
const STRIPS = 16

export interface Minimap {
  /** How the wall lies on the map now; null while it is empty. */
  readonly layout: () => MapLayout | null
  restyle(colours: Colours): void
  dispose(): void
}

/**
 * Keeps a small picture of the whole wall on a canvas: a block of its tint for each card, drawn in idle time and
 * in pieces, and never because the view moved. `tell` is called when it has been drawn anew.
 */
export function createMinimap(
  { scene }: Pick<Session, 'scene'>,
  canvas: HTMLCanvasElement,
  first: Colours,
  tell: () => void,
): Minimap {
  const { width, height } = canvas
  const draft = document.createElement('canvas')
  draft.width = width
  draft.height = height
  let colours = first
  let layout: MapLayout | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let work = 0

  const draw = () => {
    const bounds = scene.bounds()
    const context = draft.getContext('2d')
    if (!context) return
    const next = bounds ? layOutMap(bounds, width, height) : null
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    let strip = 0
    const piece = () => {
      work = 0
      const until = performance.now() + PIECE
      while (next && strip < STRIPS) {
        drawStrip(context, next, strip++)
        if (performance.now() >= until && strip < STRIPS) {
          work = soon(piece)
          return
        }
      }
      layout = next
      const shown = canvas.getContext('2d')
      shown?.clearRect(0, 0, width, height)
      shown?.drawImage(draft, 0, 0)
      tell()
    }
    piece()
  }

  const drawStrip = (context: CanvasRenderingContext2D, next: MapLayout, strip: number) => {
    const left = Math.floor((strip * width) / STRIPS)
    const right = Math.floor(((strip + 1) * width) / STRIPS)
    const { scale, originX, originY } = next
    const part = {
      x: (left - originX) / scale,
      y: -originY / scale,
      width: (right - left) / scale,
      height: height / scale,
    }
    context.save()
    context.beginPath()
    context.rect(left, 0, right - left, height)
    context.clip()
    context.setTransform(scale, 0, 0, scale, originX, originY)
    for (const drawable of scene.within(part)) drawBlock(context, drawable, 1.5 / scale)
    context.restore()
  }

  const drawBlock = (context: CanvasRenderingContext2D, drawable: Drawable, least: number) => {
    const { x, y, width: wide, height: high } = uprightBox(drawable.place)
    const tint = colours.tints[drawable.card.tint]
    context.globalAlpha = drawable.kind.isField ? 0.35 : 1
    context.fillStyle = tint.rim
    context.fillRect(x, y, Math.max(wide, least), Math.max(high, least))
    context.globalAlpha = 1
  }

  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (work !== 0) dropSoon(work)
      work = soon(draw)
    }, EVERY)
  }
  const stop = scene.subscribe(later)
  work = soon(draw)
  return {
    layout: () => layout,
    restyle(next) {
      if (next === colours) return
      colours = next
      later()
    },
    dispose() {
      clearTimeout(timer)
      if (work !== 0) dropSoon(work)
      stop()
    },
  }
}

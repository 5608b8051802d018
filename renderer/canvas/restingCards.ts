import type { Box } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { paintCard } from '#shared/cards/kinds'
import type { Session } from '../board/session'
import { picturesOf } from './boardPictures'
import { createCanvasBrush } from './canvasBrush'
import type { Look } from './paintContext'
import { createPictures } from './pictures'
import { dropSoon, soon } from './soon'
import { createTiles, type TileView } from './tiles'

/** So few cards are painted afresh in every frame: always sharp, even while the zoom changes. */
const FEW = 90
/** The zoom has come to rest after this long without a change, ms. */
const REST = 120
/** One piece of repainting, ms: input stays live between pieces. */
const PIECE = 7
/** While the wall is moving, what a frame spends on tiles that are not there yet, ms. */
const PIECE_IN_FRAME = 5
/** What a frame may spend to have few cards sharp and as tiles, ms. */
const CATCH_UP = 20
/** Device pixels around the view that are painted ahead. */
const AHEAD = 384

/** All cards that nobody is holding. */
export interface RestingCards {
  /** Paints them; the context is in device pixels. */
  paint(context: CanvasRenderingContext2D, ratio: number): void
  invalidate(parts: readonly Box[]): void
  /** Cards held now are left out. */
  hide(ids: ReadonlySet<string>): void
  restyle(look: Look): void
  dispose(): void
}

/** Paints through bitmaps where there are many cards; `redraw` asks for another frame. */
export function createRestingCards(
  session: Pick<Session, 'scene' | 'camera' | 'editing' | 'replica'>,
  first: Look,
  redraw: () => void,
): RestingCards {
  const { scene, camera, editing } = session
  const pictures = picturesOf(session.replica)
  let look = first
  let hidden: ReadonlySet<string> = new Set()
  let ratio = 1
  let zoomedAt = Number.NEGATIVE_INFINITY
  let lastZoom = 0
  let piece = 0
  let timer = 0

  const cardsIn = (part: Box): readonly Drawable[] => {
    const found = scene.within(part)
    return hidden.size === 0 ? found : found.filter(({ id }) => !hidden.has(id))
  }
  const paintCards = (context: CanvasRenderingContext2D, cards: readonly Drawable[], scale: number) => {
    const brush = createCanvasBrush(context, pictures)
    const paint = look.at(scale / ratio, editing.get())
    for (const drawable of cards) paintCard(brush, drawable, paint)
  }
  const tiles = createTiles(
    { cardsIn, paint: paintCards },
    createPictures(() => look.colours.paper),
  )

  const viewAt = (scale: number): TileView => {
    const { x, y } = camera.view.get()
    const { width, height } = camera.viewport.get()
    // Whole pixels keep letters crisp; half a pixel is not seen.
    return {
      scale,
      originX: Math.round((width * ratio) / 2 - x * scale),
      originY: Math.round((height * ratio) / 2 - y * scale),
      width: Math.ceil(width * ratio),
      height: Math.ceil(height * ratio),
    }
  }

  const workInPieces = () => {
    if (piece !== 0) return
    piece = soon(() => {
      piece = 0
      const view = viewAt(camera.view.get().zoom * ratio)
      const wasComplete = tiles.isComplete(view)
      const isMore = tiles.work(view, performance.now() + PIECE, AHEAD)
      if (!wasComplete) redraw()
      if (isMore) workInPieces()
    })
  }
  const restAfterZoom = () => {
    clearTimeout(timer)
    timer = window.setTimeout(redraw, REST)
  }

  return {
    paint(context, newRatio) {
      if (newRatio !== ratio) tiles.clear()
      ratio = newRatio
      const now = performance.now()
      const { zoom } = camera.view.get()
      if (zoom !== lastZoom) {
        // The first view is not a zoom: it should be sharp at once.
        if (lastZoom !== 0) zoomedAt = now
        lastZoom = zoom
      }
      const isZooming = now - zoomedAt < REST
      if (isZooming) restAfterZoom()
      const scale = zoom * ratio
      const view = viewAt(scale)
      if (!isZooming && tiles.isComplete(view)) {
        tiles.draw(context, view)
        workInPieces()
        return
      }
      if (scene.countWithin(camera.visible()) <= FEW) {
        // A pan uncovers a tile now and then: painting it is cheaper than painting everything.
        if (!isZooming && !tiles.work(view, now + CATCH_UP, 0)) {
          tiles.draw(context, view)
          workInPieces()
          return
        }
        context.save()
        context.setTransform(scale, 0, 0, scale, view.originX, view.originY)
        paintCards(context, cardsIn(camera.visible()), scale)
        context.restore()
        if (!isZooming) workInPieces()
        return
      }
      if (isZooming) {
        const near = 2 ** Math.round(Math.log2(scale))
        const nearView = { ...viewAt(near) }
        tiles.work(nearView, now + PIECE_IN_FRAME, 0)
        tiles.draw(context, { ...view, scale })
        return
      }
      tiles.draw(context, view)
      workInPieces()
    },
    invalidate(parts) {
      tiles.invalidate(parts)
    },
    hide(ids) {
      const changed = [...ids, ...hidden].filter((id) => ids.has(id) !== hidden.has(id))
      hidden = ids
      tiles.invalidate(changed.flatMap((id) => scene.get(id)?.bounds ?? []))
    },
    restyle(next) {
      look = next
      tiles.clear()
    },
    dispose() {
      clearTimeout(timer)
      if (piece !== 0) dropSoon(piece)
    },
  }
}

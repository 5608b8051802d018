import type { Box } from '#shared/cards/box'
import { uprightBox } from '#shared/cards/kinds'
import type { Session } from '../board/session'
import { createPictures } from './pictures'
import { createTiles, type TileSource } from './tiles'

/** With more selected cards than this, each outline is kept in a picture instead of being drawn in every frame. */
export const MANY_SELECTED = 60
/** What a frame may spend on pictures that are not there yet, ms. */
const CATCH_UP = 6
/** CSS pixels. */
const WIDTH = 2

/** The outlines of a selection too large to draw one by one. */
export interface ManySelected {
  /** Paints those in view; the context is in device pixels. True when some are not there yet. */
  paint(context: CanvasRenderingContext2D, ratio: number, colour: string): boolean
  /** Cards moved or went in these parts of the world. */
  invalidate(parts: readonly Box[]): void
  /** Other cards are selected or held. */
  clear(): void
}

/** Leaves out the cards that `isHeld` says are not where the board has them. */
export function createManySelected(
  { scene, selection, camera }: Pick<Session, 'scene' | 'selection' | 'camera'>,
  isHeld: (id: string) => boolean,
): ManySelected {
  let painted = ''
  let ratio = 1
  const source: TileSource = {
    cardsIn: (part) => scene.within(part).filter(({ id }) => selection.has(id) && !isHeld(id)),
    paint(context, cards, scale) {
      const width = Math.min((WIDTH * ratio) / scale, 24)
      context.strokeStyle = painted
      context.lineWidth = width
      for (const { place } of cards) {
        const { x, y, width: across, height: down } = uprightBox(place)
        context.strokeRect(x + width / 2, y + width / 2, across - width, down - width)
      }
    },
  }
  const tiles = createTiles(source, createPictures(null))
  return {
    paint(context, newRatio, colour) {
      if (newRatio !== ratio || colour !== painted) tiles.clear()
      ratio = newRatio
      painted = colour
      const { x, y, zoom } = camera.view.get()
      const { width, height } = camera.viewport.get()
      const scale = zoom * ratio
      const view = {
        scale,
        originX: Math.round((width * ratio) / 2 - x * scale),
        originY: Math.round((height * ratio) / 2 - y * scale),
        width: Math.ceil(width * ratio),
        height: Math.ceil(height * ratio),
      }
      const isMissing = tiles.work(view, performance.now() + CATCH_UP, 0)
      tiles.draw(context, view)
      return isMissing
    },
    invalidate: (parts) => tiles.invalidate(parts),
    clear: () => tiles.clear(),
  }
}

import { type Box, moved, touches } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { paintCard } from '#shared/cards/kinds'
import type { Lift } from '../board/preview'
import type { Session } from '../board/session'
import { createSpatialIndex } from '../board/spatialIndex'
import { picturesOf } from './boardPictures'
import { createCanvasBrush } from './canvasBrush'
import type { Look } from './paintContext'
import { createPictures } from './pictures'
import { createTiles, type TileSource, type Tiles, type TileView } from './tiles'

/** So few held cards in view are painted one by one: sharp in every frame, whatever the zoom does. */
const FEW = 40
/** What a frame may spend on pictures of a large lift that are not there yet, ms. */
const CATCH_UP = 8

/** The cards that somebody holds. */
export interface LiftedCards {
  /** Paints those in view where they are held; the context is in device pixels. */
  paint(context: CanvasRenderingContext2D, ratio: number, lifts: Iterable<Lift>): void
  /** Uses another look from the next frame on. */
  restyle(look: Look): void
}

/** A large lift: its cards found by place, and pictures of them that are only moved from frame to frame. */
interface Crowd {
  within(part: Box): readonly Drawable[]
  readonly tiles: Tiles
}

/** Paints few cards as they are and many through pictures, so that a frame costs pixels and not cards. */
export function createLiftedCards(
  session: Pick<Session, 'camera' | 'editing' | 'replica'>,
  first: Look,
): LiftedCards {
  const { camera, editing } = session
  const photographs = picturesOf(session.replica)
  let look = first
  // A drag holds the same list of cards from its beginning to its end; what changes the cards themselves makes a
  // new list in every frame, for which pictures would be made in vain.
  const seenBefore = new WeakSet<readonly Drawable[]>()
  const crowds = new Map<readonly Drawable[], Crowd>()
  const paper = createPictures(null)

  const paintCards = (context: CanvasRenderingContext2D, cards: readonly Drawable[], zoom: number) => {
    const brush = createCanvasBrush(context, photographs)
    const paint = look.at(zoom, editing.get())
    for (const drawable of cards) paintCard(brush, drawable, paint)
  }

  const crowdOf = (drawables: readonly Drawable[], ratio: number): Crowd => {
    const known = crowds.get(drawables)
    if (known) return known
    const places = new Map(drawables.map((drawable, at) => [drawable.id, at]))
    const index = createSpatialIndex()
    index.load(drawables.map(({ id, bounds }) => [id, bounds]))
    const within = (part: Box) =>
      index
        .search(part)
        .map((id) => places.get(id) ?? 0)
        .sort((a, b) => a - b)
        .flatMap((at) => drawables[at] ?? [])
    const source: TileSource = {
      cardsIn: within,
      paint: (context, cards, scale) => paintCards(context, cards, scale / ratio),
    }
    const tiles = createTiles(source, paper)
    const crowd = { within, tiles }
    crowds.set(drawables, crowd)
    return crowd
  }

  const paintLift = (context: CanvasRenderingContext2D, ratio: number, { drawables, delta }: Lift) => {
    const { x, y, zoom } = camera.view.get()
    const { width, height } = camera.viewport.get()
    const scale = zoom * ratio
    const seen = moved(camera.visible(), [-delta[0], -delta[1]])
    const originX = (width * ratio) / 2 - (x - delta[0]) * scale
    const originY = (height * ratio) / 2 - (y - delta[1]) * scale
    const isCrowd = drawables.length > FEW && seenBefore.has(drawables)
    seenBefore.add(drawables)
    const crowd = isCrowd ? crowdOf(drawables, ratio) : undefined
    const cards = crowd?.within(seen) ?? drawables.filter(({ bounds }) => touches(bounds, seen))
    if (crowd && cards.length > FEW) {
      const view: TileView = {
        scale,
        originX: Math.round(originX),
        originY: Math.round(originY),
        width: Math.ceil(width * ratio),
        height: Math.ceil(height * ratio),
      }
      const isMissing = crowd.tiles.work(view, performance.now() + CATCH_UP, 0)
      if (!isMissing) return crowd.tiles.draw(context, view)
    }
    context.save()
    context.setTransform(scale, 0, 0, scale, originX, originY)
    paintCards(context, cards, zoom)
    context.restore()
  }

  /** Gives the pictures back of what is no longer held. */
  const letGo = (held: ReadonlySet<readonly Drawable[]>) => {
    for (const [drawables, { tiles }] of crowds) {
      if (held.has(drawables)) continue
      tiles.clear()
      crowds.delete(drawables)
    }
  }

  return {
    paint(context, ratio, lifts) {
      const all = [...lifts]
      letGo(new Set(all.map(({ drawables }) => drawables)))
      for (const lift of all) paintLift(context, ratio, lift)
    },
    restyle(next) {
      look = next
      letGo(new Set())
    },
  }
}

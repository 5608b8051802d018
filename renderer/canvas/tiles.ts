import { type Box, touches, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { type Pictures, TILE_SIDE } from './pictures'

/** Cards painted between two looks at the clock. */
const BATCH = 24
/** So many changes on one tile are mended one by one; more of them as one spot. */
const FEW_SPOTS = 2
/** A stale spot with more cards than this is repainted in pieces, the old picture standing meanwhile. */
const AT_ONCE = 60

/** A part of the world at one scale as a bitmap. */
interface Tile {
  readonly column: number
  readonly row: number
  readonly world: Box
  /** What is shown; null until it has been painted once. */
  picture: HTMLCanvasElement | null
  /** Blank paper needs no bitmap. */
  isBlank: boolean
  /** The picture no longer shows what is there. */
  isStale: boolean
  work: { readonly canvas: HTMLCanvasElement; readonly cards: readonly Drawable[]; done: number } | null
  usedAt: number
}

interface Level {
  /** Device pixels per world unit. */
  readonly scale: number
  readonly tiles: Map<string, Tile>
}

/** What the tiles are made from. */
export interface TileSource {
  /** The cards in a part of the world, lowest first, without those that are lifted. */
  cardsIn(part: Box): readonly Drawable[]
  /** Paints cards; the context is in world units, `scale` is device pixels per unit. */
  paint(context: CanvasRenderingContext2D, cards: readonly Drawable[], scale: number): void
}

/** The view in device pixels: a world point is at `origin + point * scale`. */
export interface TileView {
  readonly scale: number
  readonly originX: number
  readonly originY: number
  readonly width: number
  readonly height: number
}

/** Pictures of the wall at a few scales, so that moving over it costs pixels and not cards. */
export interface Tiles {
  /** True when every tile in view is there and fresh at this scale. */
  isComplete(view: TileView): boolean
  /** Paints the best there is: tiles of this scale, and below them those of the nearest others. */
  draw(context: CanvasRenderingContext2D, view: TileView): void
  /** Paints missing and stale tiles in and around the view until `until` (ms); true when more is left. */
  work(view: TileView, until: number, margin: number): boolean
  /** Something changed in these parts of the world. */
  invalidate(parts: readonly Box[]): void
  clear(): void
}

/** Makes an empty cache; `pictures` are what its tiles are painted on. */
export function createTiles(source: TileSource, pictures: Pictures): Tiles {
  const { contextOf, giveBack } = pictures
  const levels = new Map<number, Level>()
  let clock = 0

  const levelOf = (scale: number): Level => {
    let level = levels.get(scale)
    if (!level) {
      level = { scale, tiles: new Map() }
      levels.set(scale, level)
    }
    return level
  }

  const tileOf = (level: Level, column: number, row: number): Tile => {
    const key = `${column} ${row}`
    let tile = level.tiles.get(key)
    if (!tile) {
      const side = TILE_SIDE / level.scale
      const world = { x: column * side, y: row * side, width: side, height: side }
      tile = { column, row, world, picture: null, isBlank: false, isStale: true, work: null, usedAt: 0 }
      level.tiles.set(key, tile)
    }
    tile.usedAt = ++clock
    return tile
  }

  /** The tiles of a view, those nearest to its middle first. */
  const tilesIn = (view: TileView, margin: number): Tile[] => {
    const level = levelOf(view.scale)
    const tiles: Tile[] = []
    const first = Math.floor((-view.originX - margin) / TILE_SIDE)
    const last = Math.floor((view.width - view.originX + margin - 1) / TILE_SIDE)
    const top = Math.floor((-view.originY - margin) / TILE_SIDE)
    const bottom = Math.floor((view.height - view.originY + margin - 1) / TILE_SIDE)
    for (let row = top; row <= bottom; row++)
      for (let column = first; column <= last; column++) tiles.push(tileOf(level, column, row))
    return tiles
  }

  const isShown = (tile: Tile): boolean => tile.isBlank || tile.picture !== null

  const begin = (tile: Tile, level: Level): void => {
    const cards = source.cardsIn(tile.world)
    if (cards.length === 0) {
      tile.isBlank = true
      giveBack(tile.picture)
      tile.picture = null
      tile.isStale = false
      return
    }
    const canvas = pictures.take()
    contextOf(canvas).setTransform(
      level.scale,
      0,
      0,
      level.scale,
      -tile.column * TILE_SIDE,
      -tile.row * TILE_SIDE,
    )
    tile.work = { canvas, cards, done: 0 }
  }

  /** Goes on with a tile until `until`; true when it is finished. */
  const finish = (tile: Tile, level: Level, until: number): boolean => {
    if (!tile.work) begin(tile, level)
    const { work } = tile
    if (!work) return true
    const context = contextOf(work.canvas)
    while (work.done < work.cards.length) {
      source.paint(context, work.cards.slice(work.done, work.done + BATCH), level.scale)
      work.done += BATCH
      if (performance.now() >= until && work.done < work.cards.length) return false
    }
    giveBack(tile.picture)
    tile.picture = work.canvas
    tile.isBlank = false
    tile.isStale = false
    tile.work = null
    return true
  }

  /** Repaints a small stale spot at once; false when there is too much on it. */
  const mend = (tile: Tile, level: Level, part: Box): boolean => {
    if (!tile.picture || tile.isStale) return false
    const cards = source.cardsIn(part)
    if (cards.length > AT_ONCE) return false
    const context = contextOf(tile.picture)
    // Whole pixels: a fraction would leave a seam of half-cleared ones.
    const left = Math.floor(part.x * level.scale) - 1 - tile.column * TILE_SIDE
    const top = Math.floor(part.y * level.scale) - 1 - tile.row * TILE_SIDE
    const width = Math.ceil(part.width * level.scale) + 3
    const height = Math.ceil(part.height * level.scale) + 3
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.beginPath()
    context.rect(left, top, width, height)
    context.clip()
    pictures.wipe(context, left, top, width, height)
    context.setTransform(level.scale, 0, 0, level.scale, -tile.column * TILE_SIDE, -tile.row * TILE_SIDE)
    source.paint(context, cards, level.scale)
    context.restore()
    return true
  }

  const drop = (level: Level, key: string): void => {
    const tile = level.tiles.get(key)
    level.tiles.delete(key)
    giveBack(tile?.picture)
    giveBack(tile?.work?.canvas)
  }

  /** Lets go of the tiles that were used longest ago. */
  const trim = (most: number): void => {
    const all = [...levels.values()].flatMap((level) =>
      [...level.tiles].map(([key, tile]) => ({ level, key, usedAt: tile.usedAt })),
    )
    if (all.length <= most) return
    all.sort((a, b) => a.usedAt - b.usedAt)
    for (const { level, key } of all.slice(0, all.length - most)) {
      drop(level, key)
      if (level.tiles.size === 0) levels.delete(level.scale)
    }
  }

  const drawLevel = (context: CanvasRenderingContext2D, level: Level, view: TileView): void => {
    const grow = view.scale / level.scale
    for (const tile of level.tiles.values()) {
      if (!tile.picture) continue
      const left = view.originX + tile.column * TILE_SIDE * grow
      const top = view.originY + tile.row * TILE_SIDE * grow
      const side = TILE_SIDE * grow
      if (left > view.width || top > view.height || left + side < 0 || top + side < 0) continue
      if (grow === 1) context.drawImage(tile.picture, left, top)
      else context.drawImage(tile.picture, left, top, side, side)
    }
  }

  return {
    isComplete: (view) => tilesIn(view, 0).every((tile) => isShown(tile) && !tile.isStale),
    draw(context, view) {
      const target = levels.get(view.scale)
      if (!target || !tilesIn(view, 0).every(isShown)) {
        const others = [...levels.values()]
          .filter((level) => level !== target && [...level.tiles.values()].some(({ picture }) => picture))
          .sort((a, b) => Math.abs(Math.log(b.scale / view.scale)) - Math.abs(Math.log(a.scale / view.scale)))
          .slice(-2)
        context.imageSmoothingQuality = 'low'
        for (const level of others) drawLevel(context, level, view)
      }
      if (target) drawLevel(context, target, view)
    },
    work(view, until, margin) {
      const level = levelOf(view.scale)
      const inView = tilesIn(view, 0)
      const around = margin > 0 ? tilesIn(view, margin) : inView
      trim(3 * around.length + 24)
      for (const tiles of [inView, around])
        for (const tile of tiles) {
          if (isShown(tile) && !tile.isStale) continue
          if (performance.now() >= until) return true
          if (!finish(tile, level, until)) return true
        }
      return false
    },
    invalidate(parts) {
      const around = unionOf(parts)
      if (!around) return
      const newest = Math.max(...[...levels.values()].map(newestUse), 0)
      for (const level of levels.values()) {
        const isPresent = newestUse(level) === newest
        for (const [key, tile] of level.tiles) {
          if (!touches(tile.world, around)) continue
          const touched = parts.filter((part) => touches(tile.world, part))
          if (touched.length === 0) continue
          giveBack(tile.work?.canvas)
          tile.work = null
          // Tiles of other scales are made again when they are needed.
          if (!isPresent) drop(level, key)
          else if (!spotsOn(tile, touched).every((spot) => mend(tile, level, spot))) {
            tile.isStale = true
            tile.isBlank = false
          }
        }
      }
    },
    clear() {
      for (const level of levels.values()) for (const key of [...level.tiles.keys()]) drop(level, key)
      levels.clear()
    },
  }
}

/** What is to be mended on a tile: each part, or of many the one spot that holds them all. */
function spotsOn({ world }: Tile, parts: readonly Box[]): readonly Box[] {
  const all = parts.length > FEW_SPOTS ? unionOf(parts) : undefined
  if (!all) return parts
  const x = Math.max(all.x, world.x)
  const y = Math.max(all.y, world.y)
  const right = Math.min(all.x + all.width, world.x + world.width)
  const bottom = Math.min(all.y + all.height, world.y + world.height)
  return [{ x, y, width: right - x, height: bottom - y }]
}

const newestUse = ({ tiles }: Level): number => {
  let newest = 0
  for (const { usedAt } of tiles.values()) newest = Math.max(newest, usedAt)
  return newest
}

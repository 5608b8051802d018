import { storyboardSize } from '../cards/storyboard'
import { THEME_HEADING, THEME_PADDING } from '../clustering/field'
import type { WorkshopCard } from './workshopSchema'

/** Position and size in world units. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const CARD_WIDTH = 260
const GAP = 20
const BLOCK_GAP = 72
/** What is left of a usual screen for the wall, beside the panel. */
const SCREEN = { width: 1520, height: 940 }

export interface WallOptions {
  /** How many cards stand side by side in a theme; as many as read best when left out. */
  readonly columns?: number | undefined
  /** The wall is read from right to left. */
  readonly mirrors?: boolean
}

interface Block {
  readonly width: number
  readonly height: number
  readonly places: ReadonlyMap<string, Place>
}

/**
 * Lays a workshop's cards out so that the whole wall reads well when it is zoomed to fit a screen: each
 * theme with its cards flowing inside, its how-might-we and ideas to the right, storyboards in a row below,
 * loose cards at the side. `quoteOf` gives the words that a card quotes, which make it taller.
 */
export function layOutWorkshop(
  cards: readonly WorkshopCard[],
  quoteOf: (card: WorkshopCard) => string,
  { columns: inTheme, mirrors = false }: WallOptions = {},
): Map<string, Place> {
  const heightOf = (card: WorkshopCard) => cardHeight(card, quoteOf(card))
  const themes = cards.filter(({ kind }) => kind === 'theme')
  const followers = followersByTheme(cards, themes)
  const attached = new Set([...followers.values()].flat().map(({ id }) => id))
  const storyboards = cards.filter(({ kind }) => kind === 'storyboard')
  const loose = cards.filter(
    ({ id, kind, theme }) => kind !== 'theme' && kind !== 'storyboard' && !theme && !attached.has(id),
  )

  let best: { readonly zoom: number; readonly places: Map<string, Place> } | undefined
  for (const columns of inTheme === undefined ? [2, 3, 4] : [inTheme]) {
    const blocks = themes.map((theme) =>
      themeBlock(
        theme,
        cards.filter(
          (card) => card.theme === theme.id && card.kind !== 'theme' && card.kind !== 'storyboard',
        ),
        followers.get(theme.id) ?? [],
        columns,
        heightOf,
      ),
    )
    const across = blocks.reduce((sum, { width }) => sum + width + BLOCK_GAP, 0)
    for (let rows = 1; rows <= Math.max(1, blocks.length); rows++) {
      for (const side of ['all', 'storyboards'] as const) {
        const wall = arrange(blocks, across / rows, storyboards, loose, side, heightOf)
        const zoom = Math.min(
          SCREEN.width / Math.max(1, wall.width),
          SCREEN.height / Math.max(1, wall.height),
        )
        if (!best || zoom > best.zoom) best = { zoom, places: new Map(wall.places) }
      }
    }
  }
  const places = best?.places ?? new Map<string, Place>()
  return mirrors ? mirrored(places) : places
}

function mirrored(places: ReadonlyMap<string, Place>): Map<string, Place> {
  const right = Math.max(...[...places.values()].map(({ x, width }) => x + width))
  return new Map([...places].map(([id, place]) => [id, { ...place, x: right - place.x - place.width }]))
}

/** The how-might-we questions and ideas outside the themes, each under the theme it came from, in thread order. */
function followersByTheme(
  cards: readonly WorkshopCard[],
  themes: readonly WorkshopCard[],
): Map<string, WorkshopCard[]> {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const themeOf = (card: WorkshopCard, seen: Set<string>): string | undefined => {
    if (card.kind === 'theme') return card.id
    if (card.theme) return card.theme
    if (seen.has(card.id)) return undefined
    seen.add(card.id)
    for (const id of card.from) {
      const source = byId.get(id)
      const theme = source && themeOf(source, seen)
      if (theme !== undefined) return theme
    }
    return undefined
  }
  const free = cards.filter(({ kind, theme }) => (kind === 'howMightWe' || kind === 'idea') && !theme)
  const followers = new Map<string, WorkshopCard[]>(themes.map(({ id }) => [id, []]))
  const placed = new Set<string>()
  const place = (card: WorkshopCard, theme: string) => {
    if (placed.has(card.id)) return
    placed.add(card.id)
    followers.get(theme)?.push(card)
    for (const next of free) if (next.from.includes(card.id)) place(next, theme)
  }
  for (const kind of ['howMightWe', 'idea']) {
    for (const card of free.filter((one) => one.kind === kind)) {
      const theme = themeOf(card, new Set())
      if (theme !== undefined && followers.has(theme)) place(card, theme)
    }
  }
  return followers
}

function themeBlock(
  theme: WorkshopCard,
  members: readonly WorkshopCard[],
  followers: readonly WorkshopCard[],
  most: number,
  heightOf: (card: WorkshopCard) => number,
): Block {
  const columns = Math.max(1, Math.min(most, members.length))
  const inside = flow(members, columns, heightOf)
  const width = inside.width + 2 * THEME_PADDING
  const height = Math.max(inside.height, 80) + 2 * THEME_PADDING + THEME_HEADING
  const places = new Map<string, Place>([[theme.id, { x: 0, y: 0, width, height }]])
  shiftInto(places, inside.places, THEME_PADDING, THEME_PADDING + THEME_HEADING)
  if (followers.length === 0) return { width, height, places }
  const total = followers.reduce((sum, card) => sum + heightOf(card) + GAP, 0)
  const beside = flow(followers, Math.max(1, Math.round(total / height)), heightOf)
  shiftInto(places, beside.places, width + GAP, 0)
  return { width: width + GAP + beside.width, height: Math.max(height, beside.height), places }
}

/** Cards in columns of equal width, read down each column, the columns about equally tall. */
function flow(
  cards: readonly WorkshopCard[],
  columns: number,
  heightOf: (card: WorkshopCard) => number,
): Block {
  const places = new Map<string, Place>()
  const bottoms = new Array<number>(columns).fill(0)
  for (const card of cards) {
    const column = bottoms.indexOf(Math.min(...bottoms))
    const y = bottoms[column] ?? 0
    const height = heightOf(card)
    places.set(card.id, { x: column * (CARD_WIDTH + GAP), y, width: CARD_WIDTH, height })
    bottoms[column] = y + height + GAP
  }
  return {
    width: columns * (CARD_WIDTH + GAP) - GAP,
    height: Math.max(0, Math.max(...bottoms) - GAP),
    places,
  }
}

function arrange(
  blocks: readonly Block[],
  target: number,
  storyboards: readonly WorkshopCard[],
  loose: readonly WorkshopCard[],
  /** What the loose cards stand beside. */
  side: 'all' | 'storyboards',
  heightOf: (card: WorkshopCard) => number,
): Block {
  const places = new Map<string, Place>()
  let x = 0
  let y = 0
  let rowHeight = 0
  let right = 0
  for (const block of blocks) {
    if (x > 0 && x + block.width / 2 > target) {
      y += rowHeight + BLOCK_GAP
      x = 0
      rowHeight = 0
    }
    shiftInto(places, block.places, x, y)
    x += block.width + BLOCK_GAP
    rowHeight = Math.max(rowHeight, block.height)
    right = Math.max(right, x - BLOCK_GAP)
  }
  let bottom = y + rowHeight

  x = 0
  y = bottom === 0 ? 0 : bottom + BLOCK_GAP
  rowHeight = 0
  const below = y
  let storyboardsRight = 0
  for (const storyboard of storyboards) {
    const [width, height] = storyboardSize(storyboard.frames?.length ?? 0)
    if (x > 0 && x + width > Math.max(right, target)) {
      y += rowHeight + 2 * GAP
      x = 0
      rowHeight = 0
    }
    places.set(storyboard.id, { x, y, width, height })
    x += width + BLOCK_GAP
    rowHeight = Math.max(rowHeight, height)
    storyboardsRight = Math.max(storyboardsRight, x - BLOCK_GAP)
    right = Math.max(right, storyboardsRight)
    bottom = Math.max(bottom, y + height)
  }

  if (loose.length === 0) return { width: right, height: bottom, places }
  const top = side === 'all' ? 0 : below
  const edge = side === 'all' ? right : storyboardsRight
  const start = edge === 0 ? 0 : edge + BLOCK_GAP
  const total = loose.reduce((sum, card) => sum + heightOf(card) + GAP, 0)
  const columns = Math.max(1, Math.ceil(total / Math.max(bottom - top, 600)))
  const placed = flow(loose, columns, heightOf)
  shiftInto(places, placed.places, start, top)
  return {
    width: Math.max(right, start + placed.width),
    height: Math.max(bottom, top + placed.height),
    places,
  }
}

function shiftInto(
  into: Map<string, Place>,
  places: ReadonlyMap<string, Place>,
  dx: number,
  dy: number,
): void {
  for (const [id, place] of places) into.set(id, { ...place, x: place.x + dx, y: place.y + dy })
}

// Widths of glyphs are not known here: these numbers of letters allow for wide ones, so that nothing has to
// shrink to fit. A quote may fill little more than half of its card.
function cardHeight(card: WorkshopCard, quote: string): number {
  const rows = (text: string, perLine: number) => Math.ceil(text.length / perLine)
  const words = rows(card.text, 25) * 23
  if (quote === '') return Math.max(120, 68 + words)
  const quoted = rows(quote, 29) * 21 + 12
  return 68 + Math.ceil(Math.max(quoted + words, quoted / 0.56))
}

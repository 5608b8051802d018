import { type Box, centreOf, unionOf } from '../../cards/box'
import { createArrangement } from '../../clustering/arrangement'
import { fieldAround, THEME_HEADING, THEME_PADDING } from '../../clustering/field'
import { flowRows } from '../../clustering/flow'
import { freePlace } from '../../clustering/freePlace'
import {
  homeOf,
  homesAround,
  isClusterable,
  isHolder,
  mayLieIn,
  outermost,
  withContents,
} from '../../clustering/home'
import { readClusterWall } from '../clusterWall'
import { byOrder, orderAfter } from '../order'
import { readAll, readEach } from '../records'
import { addCard, moveCards, raiseCards } from './cards'
import { type Joining, keepingRows } from './rows'
import { change, type Writer, write } from './writer'

/** World units that a theme without cards is wide. */
const WIDTH = 520

const NEW_THEME = { type: 'theme', tint: 'sand', stage: 'insights' } as const

/** Cards dropped on a theme or a frame, after which of its cards; with null they come to lie in none. */
export interface Drop {
  readonly home: string | null
  readonly cards: readonly string[]
  /** Null for the first place, undefined for the last. */
  readonly after?: string | null | undefined
}

/**
 * Groups cards into a theme named by `sentence`, in the given order and around the first of them where there is
 * room, and returns its id. Cards that were in another theme leave it; themes become themes within the new one,
 * which itself lies where all of the cards lay.
 */
export function makeTheme(writer: Writer, ids: Iterable<string>, sentence: string): string {
  return write(writer, () => {
    const wall = readClusterWall(writer.doc)
    const cards = outermost(
      wall.cardOf,
      [...ids].filter((id) => isClusterable(wall.cardOf(id)?.type ?? 'connector')),
    )
    const [first] = cards
    const home = first === undefined ? null : homeOf(wall.cardOf, first)
    const isShared = cards.every((id) => homeOf(wall.cardOf, id) === home)
    const start = first === undefined ? undefined : createArrangement(wall).boxOf(first)
    const theme = addCard(writer, {
      ...NEW_THEME,
      text: sentence,
      size: [WIDTH, 320, 0],
      ...(start
        ? {
            pos: [
              wall.mirrors ? start.x + start.width + THEME_PADDING - WIDTH : start.x - THEME_PADDING,
              start.y - THEME_PADDING - THEME_HEADING,
            ],
          }
        : {}),
    })
    const outer = isShared ? home : null
    dropCards(
      writer,
      [],
      [0, 0],
      [...(outer === null ? [] : [{ home: outer, cards: [theme], after: first }]), { home: theme, cards }],
    )
    if (outer === null) settle(writer, theme)
    return theme
  })
}

/** Cards that become one theme, and what they have in common. */
export interface Gathered {
  readonly cards: readonly string[]
  readonly sentence: string
}

/**
 * Makes many themes at once, each as near to the middle of its cards as there is room, and returns their ids. Their
 * cards keep their order; those that are gone are passed over, and no theme is made of fewer than two.
 */
export function makeThemes(writer: Writer, gathered: readonly Gathered[]): string[] {
  const wall = readClusterWall(writer.doc)
  const { boxOf } = createArrangement(wall)
  const groups = gathered
    .map(({ cards, sentence }) => ({
      sentence,
      cards: cards
        .flatMap((id) => wall.cardOf(id) ?? [])
        .filter(({ type, locked }) => isClusterable(type) && type !== 'theme' && !locked)
        .sort(byOrder),
    }))
    .filter(({ cards }) => cards.length > 1)
  const leaving = new Set(groups.flatMap(({ cards }) => cards.map(({ id }) => id)))
  const taken = placesOnWall(writer, leaving)
  return keepingRows(writer, leaving, () =>
    groups.map(({ cards, sentence }) => {
      const boxes = cards.map(({ id }) => boxOf(id) ?? { x: 0, y: 0, width: 0, height: 0 })
      const rows = flowRows(boxes, [0, 0], wall.mirrors)
      const inner = unionOf(rows.map(([x, y], at) => ({ ...boxes[at], x, y }) as Box))
      const [x, y] = centreOf(unionOf(boxes) ?? { x: 0, y: 0, width: 0, height: 0 })
      const field = fieldAround(inner ?? { x: 0, y: 0, width: 0, height: 0 })
      const { width, height } = field
      const pos = freePlace({ x: x - width / 2, y: y - height / 2, width, height }, taken)
      taken.push({ x: pos[0], y: pos[1], width, height })
      const theme = addCard(writer, { ...NEW_THEME, text: sentence, pos, size: [width, height, 0] })
      for (const [at, card] of cards.entries()) {
        const [across = 0, down = 0] = rows[at] ?? []
        const box = boxes[at] ?? { x: 0, y: 0 }
        const dx = Math.round(pos[0] - field.x + across - box.x)
        const dy = Math.round(pos[1] - field.y + down - box.y)
        change(writer, 'cards', card.id, { theme, pos: [card.pos[0] + dx, card.pos[1] + dy] })
      }
      return theme
    }),
  )
}

/** Moves a theme with its cards to the nearest place where it covers nothing. */
function settle(writer: Writer, theme: string): void {
  const wall = readClusterWall(writer.doc)
  const { boxOf } = createArrangement(wall)
  const field = boxOf(theme)
  if (!field) return
  const [x, y] = freePlace(field, placesOnWall(writer, new Set([theme])))
  const contents = withContents(wall.membersOf, [theme])
  if (x !== field.x || y !== field.y) moveCards(writer, contents, [x - field.x, y - field.y])
}

/** The boxes of everything that lies in no theme, but for some cards. */
function placesOnWall({ doc }: Writer, without: ReadonlySet<string>): Box[] {
  const wall = readClusterWall(doc)
  const { boxOf } = createArrangement(wall)
  const places: Box[] = []
  for (const [id] of readEach(doc, 'cards', 'type')) {
    if (without.has(id) || homeOf(wall.cardOf, id) !== null) continue
    const box = boxOf(id)
    if (box) places.push(box)
  }
  return places
}

/**
 * Puts cards into a theme or a frame after one of its cards (null: first; left out: last), in the given order; with
 * a theme of null they leave theirs and come to lie beside it. The other cards make room or close up. A theme never
 * comes into itself or into what lies in it.
 */
export function joinTheme(
  writer: Writer,
  ids: Iterable<string>,
  theme: string | null,
  after?: string | null,
): void {
  const cards = [...ids]
  if (theme !== null) dropCards(writer, [], [0, 0], [{ home: theme, cards, after }])
  else putBeside(writer, cards)
}

function putBeside(writer: Writer, ids: readonly string[]): void {
  write(writer, () => {
    const wall = readClusterWall(writer.doc)
    const leaving = outermost(wall.cardOf, ids).filter((id) => homeOf(wall.cardOf, id) !== null)
    const outer = new Map(leaving.map((id) => [id, homesAround(wall.cardOf, id).at(-1) ?? '']))
    dropCards(writer, [], [0, 0], [{ home: null, cards: leaving }])
    for (const [id, home] of outer) {
      const now = readClusterWall(writer.doc)
      const { boxOf } = createArrangement(now)
      const card = boxOf(id)
      const field = boxOf(home)
      if (!card || !field) continue
      const x = now.mirrors ? field.x - THEME_PADDING - card.width : field.x + field.width + THEME_PADDING
      const contents = withContents(now.membersOf, [id])
      const place = freePlace({ ...card, x, y: field.y }, placesOnWall(writer, contents))
      moveCards(writer, contents, [place[0] - card.x, place[1] - card.y])
    }
  })
}

/**
 * Moves cards by `delta` world units and puts some of them where they were dropped, as one step: into themes, whose
 * cards flow around them, or out of them.
 */
export function dropCards(
  writer: Writer,
  carried: Iterable<string>,
  delta: readonly [number, number],
  drops: readonly Drop[],
): void {
  write(writer, () => {
    const wall = readClusterWall(writer.doc)
    const possible = drops.map((drop) => ({
      ...drop,
      cards: outermost(wall.cardOf, drop.cards).filter((id) => mayLieIn(wall.cardOf, id, drop.home)),
    }))
    const isTheme = ({ home }: Drop) => home !== null && wall.cardOf(home)?.type === 'theme'
    const moving = [...carried]
    const act = () => {
      if (delta[0] !== 0 || delta[1] !== 0) moveCards(writer, moving, delta)
      for (const drop of possible)
        if (!isTheme(drop)) for (const id of drop.cards) change(writer, 'cards', id, { theme: drop.home })
      // A field within a field is painted after it.
      const inner = possible.flatMap(({ home, cards }) => (home === null ? [] : cards))
      const fields = [...withContents(wall.membersOf, inner)].filter((id) =>
        isHolder(wall.cardOf(id)?.type ?? ''),
      )
      if (fields.length > 0) raiseCards(writer, fields)
    }
    const touched = [...outermost(wall.cardOf, moving), ...possible.flatMap(({ cards }) => cards)]
    const joinings = possible.flatMap(({ home, cards, after }): Joining[] =>
      home !== null && cards.length > 0 && wall.cardOf(home)?.type === 'theme'
        ? [{ theme: home, cards, after }]
        : [],
    )
    keepingRows(writer, touched, act, joinings)
  })
}

/**
 * Moves a card in the outline: into the group of `theme` (null: not in a theme), right after the card `after` (null:
 * first). Where the theme's cards stand in rows they follow.
 */
export function reorderCard(writer: Writer, id: string, theme: string | null, after: string | null): void {
  write(writer, () => {
    const { cardOf } = readClusterWall(writer.doc)
    const isNew = homeOf(cardOf, id) !== theme
    if (isNew) joinTheme(writer, [id], theme, after)
    if (isNew && theme !== null) return
    const group = readAll(writer.doc, 'cards')
      .filter((card) => homeOf(cardOf, card.id) === theme && card.id !== id)
      .sort(byOrder)
    keepingRows(writer, [id], () => change(writer, 'cards', id, { order: orderAfter(group, after) }))
  })
}

/** The next link of the thread after a card of this kind; undefined when nothing follows from it. */
export function followingKind(type: string): 'howMightWe' | 'idea' | 'storyboard' | undefined {
  if (type === 'theme' || type === 'insight') return 'howMightWe'
  if (type === 'howMightWe') return 'idea'
  if (type === 'idea') return 'storyboard'
  return undefined
}

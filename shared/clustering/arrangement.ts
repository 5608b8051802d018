import { byOrder } from '../board/order'
import type { Card } from '../board/schema'
import { type Box, moved, type Point, unionOf } from '../cards/box'
import { cornerIn, fieldAround } from './field'
import { flowRows, inReadingOrder } from './flow'
import { withContents } from './home'

/** What an arrangement needs to know of a wall. */
export interface ClusterWall {
  /** A card that is there. */
  cardOf(id: string): Card | undefined
  /** The cards whose home is this theme or frame. */
  membersOf(holder: string): Iterable<string>
  /** The upright box of a card that is no theme. */
  boxOf(card: Card): Box
  /** People read this wall from right to left. */
  readonly mirrors: boolean
}

/** How the cards of themes lie, and how they would lie if they were moved; nothing is written. */
export interface Arrangement {
  /** Where a card stands now; the field of a theme. */
  boxOf(id: string): Box | undefined
  /** Where the first card of a theme goes. */
  cornerOf(theme: string): Point
  /** Whether the cards of a theme stand in rows by their order, as `flow` leaves them. */
  isInRows(theme: string): boolean
  /** The cards of a theme in their order, or as they lie when people laid them freely. */
  sequenceOf(theme: string): string[]
  /** Where these cards would stand in rows that begin at `corner`; a locked one stands where it is. */
  rowsOf(sequence: readonly string[], corner: Point): Point[]
  /** Puts the cards of one theme into rows that begin at `corner`. */
  flow(sequence: readonly string[], corner: Point): void
  /** By how much each card was moved so far, world units. */
  shifts(): ReadonlyMap<string, Point>
}

/** Begins with the cards where they stand. */
export function createArrangement(wall: ClusterWall): Arrangement {
  const shifts = new Map<string, Point>()

  const isLocked = (id: string): boolean => wall.cardOf(id)?.locked === true

  const membersBox = (theme: string) => unionOf([...wall.membersOf(theme)].flatMap((id) => boxOf(id) ?? []))

  const boxOf = (id: string): Box | undefined => {
    const card = wall.cardOf(id)
    if (!card) return undefined
    const members = card.type === 'theme' ? membersBox(id) : undefined
    return members ? fieldAround(members) : moved(wall.boxOf(card), shifts.get(id) ?? [0, 0])
  }

  const shift = (id: string, [dx, dy]: Point) => {
    if (dx === 0 && dy === 0) return
    for (const each of withContents(wall.membersOf, [id])) {
      // A locked card stays where it is until somebody unlocks it, in a theme within a theme too.
      if (isLocked(each)) continue
      const [x, y] = shifts.get(each) ?? [0, 0]
      shifts.set(each, [x + dx, y + dy])
    }
  }

  const ordered = (theme: string): string[] =>
    [...wall.membersOf(theme)]
      .flatMap((id) => wall.cardOf(id) ?? [])
      .sort(byOrder)
      .map(({ id }) => id)

  const boxesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const box = boxOf(id)
      return box ? [{ id, box }] : []
    })

  const cornerOf = (theme: string): Point => {
    const box = membersBox(theme)
    if (box) return [wall.mirrors ? box.x + box.width : box.x, box.y]
    const field = boxOf(theme)
    if (!field) return [0, 0]
    const [x, y] = cornerIn([field.x, field.y])
    // The same distance from the other edge.
    return [wall.mirrors ? field.x + field.width - (x - field.x) : x, y]
  }

  const rowsOf = (cards: readonly { id: string; box: Box }[], corner: Point): Point[] => {
    const free = cards.filter(({ id }) => !isLocked(id))
    const kept = cards.filter(({ id }) => isLocked(id))
    const rows = flowRows(
      free.map(({ box }) => box),
      corner,
      wall.mirrors,
      kept.map(({ box }) => box),
    ).values()
    return cards.map(({ id, box: { x, y } }) => (isLocked(id) ? [x, y] : (rows.next().value ?? [x, y])))
  }

  const isInRows = (theme: string): boolean => {
    const cards = boxesOf(ordered(theme))
    const rows = rowsOf(cards, cornerOf(theme))
    return cards.every(({ box }, at) => {
      const [x = 0, y = 0] = rows[at] ?? []
      return Math.abs(box.x - x) <= 1 && Math.abs(box.y - y) <= 1
    })
  }

  return {
    boxOf,
    cornerOf,
    isInRows,
    rowsOf: (sequence, corner) => rowsOf(boxesOf(sequence), corner),
    sequenceOf: (theme) =>
      isInRows(theme)
        ? ordered(theme)
        : inReadingOrder(boxesOf(ordered(theme)), wall.mirrors).map(({ id }) => id),
    flow(sequence, corner) {
      const cards = boxesOf(sequence)
      const rows = rowsOf(cards, corner)
      for (const [at, { id, box }] of cards.entries()) {
        const [x, y] = rows[at] ?? [box.x, box.y]
        shift(id, [Math.round(x - box.x), Math.round(y - box.y)])
      }
    },
    shifts: () => shifts,
  }
}

import { createArrangement } from '../../clustering/arrangement'
import { flowThemes, inOrderOf, type Rows, rowsAround, withEntering } from '../../clustering/rows'
import { readClusterWall } from '../clusterWall'
import { byOrder, orderBetween } from '../order'
import { change, present, type Writer, write } from './writer'

/** Cards that come into a theme and after which of its cards; null for the first place, undefined for the last. */
export interface Joining {
  readonly theme: string
  readonly cards: readonly string[]
  readonly after: string | null | undefined
}

/**
 * Does something to cards and then lets the cards of their themes close up or make room, all in one transaction.
 * Themes whose cards people laid freely are left as they lie, but for those that cards come into: they get rows.
 */
export function keepingRows<T>(
  writer: Writer,
  cards: Iterable<string>,
  act: () => T,
  joinings: readonly Joining[] = [],
): T {
  return write(writer, () => {
    const before = rowsAround(
      readClusterWall(writer.doc),
      [...cards, ...joinings.flatMap(({ cards: joining }) => joining)],
      joinings.map(({ theme }) => theme),
    )
    const result = act()
    for (const joining of joinings) enter(writer, joining, before.get(joining.theme)?.sequence ?? [])
    const entered = new Set(joinings.map(({ theme }) => theme))
    flow(
      writer,
      [...before.values()].filter(({ theme, isInRows }) => isInRows || entered.has(theme)),
    )
    return result
  })
}

/** Puts cards into a theme at their place in its order. */
function enter(writer: Writer, { theme, cards, after }: Joining, sequence: readonly string[]): void {
  const staying = sequence.filter((id) => present(writer, 'cards', id)?.theme === theme)
  const next = withEntering(staying, cards, after)
  for (const id of cards) change(writer, 'cards', id, { theme })
  for (const [id, order] of ordersOf(writer, next, new Set(cards))) change(writer, 'cards', id, { order })
}

/** The orders that put these cards into this sequence, leaving those that do already. */
function ordersOf(
  writer: Writer,
  sequence: readonly string[],
  joining: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const orders = new Map<string, string>()
  let last = { id: '', order: '' }
  for (const [at, id] of sequence.entries()) {
    const order = present(writer, 'cards', id)?.order ?? ''
    if (joining.has(id) || byOrder(last, { id, order }) >= 0) {
      const next = sequence.slice(at + 1).find((each) => !joining.has(each))
      const bound = next === undefined ? null : (present(writer, 'cards', next)?.order ?? null)
      orders.set(id, orderBetween(last.order, bound))
    }
    last = { id, order: orders.get(id) ?? order }
  }
  return orders
}

function flow(writer: Writer, rows: readonly Rows[]): void {
  if (rows.length === 0) return
  const wall = readClusterWall(writer.doc)
  const arrangement = createArrangement(wall)
  const there = rows.filter(({ theme }) => wall.cardOf(theme) !== undefined)
  flowThemes(arrangement, wall, there, (theme) => inOrderOf(wall, theme))
  for (const [id, [dx, dy]] of arrangement.shifts()) {
    const card = present(writer, 'cards', id)
    if (card) change(writer, 'cards', id, { pos: [card.pos[0] + dx, card.pos[1] + dy] })
  }
  for (const { theme } of there) {
    const field = arrangement.boxOf(theme)
    // Where it stands once its last card has gone.
    if (field)
      change(writer, 'cards', theme, { pos: [field.x, field.y], size: [field.width, field.height, 0] })
  }
}

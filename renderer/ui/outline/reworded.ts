import type { Card } from '#shared/board/schema'
import { isHolder } from '#shared/clustering/home'
import type { OutlineArea, OutlineGroup, OutlineRow } from './outlineOrder'

/** More cards changed at once than these: the outline is built anew. */
const MOST = 8

/**
 * The rows of an outline after changes that moved nothing in it, such as a letter in a card: only the rows of those
 * cards are new. Undefined when the outline has to be built anew.
 */
export function reworded(
  rows: readonly OutlineRow[],
  before: readonly Card[],
  after: readonly Card[],
): readonly OutlineRow[] | undefined {
  if (before.length !== after.length) return undefined
  const changed = new Map<string, Card>()
  for (const [at, card] of after.entries()) {
    const was = before[at]
    if (was === card) continue
    if (!was || !keepsItsPlace(was, card) || changed.size === MOST) return undefined
    changed.set(card.id, card)
  }
  return rows.map((row) => {
    const card = row.kind === 'card' ? changed.get(row.key) : undefined
    return card && row.kind === 'card' ? rowWith(row, card) : row
  })
}

function keepsItsPlace(was: Card, card: Card): boolean {
  return (
    was.id === card.id &&
    was.type === card.type &&
    was.theme === card.theme &&
    was.stage === card.stage &&
    was.order === card.order &&
    // The words of a theme are the name of a group with rows of its own.
    !isHolder(card.type)
  )
}

/** The row with another snapshot of its card, in a group and an area that know it. */
function rowWith(row: Extract<OutlineRow, { kind: 'card' }>, card: Card): OutlineRow {
  const items = row.group.items.map((item) => (item === row.card ? card : item))
  const group: OutlineGroup = { ...row.group, items }
  const groups = row.area.groups.map((each) => (each === row.group ? group : each))
  const area: OutlineArea = { ...row.area, groups }
  return { ...row, card, group, area }
}

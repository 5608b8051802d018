import type { Card } from '#shared/board/schema'
import { STAGES, type Stage } from '#shared/board/vocabulary'
import { homesAround, isHolder } from '#shared/clustering/home'

/** A theme or frame with what lies in it, or the cards of an area that lie in none. */
export interface OutlineGroup {
  readonly key: string
  /** Null for the cards that lie in no theme. */
  readonly theme: Card | null
  /** The group that this one lies in. */
  readonly parent: OutlineGroup | null
  /** Cards and groups, in people's order. */
  readonly items: readonly OutlineThing[]
}

export type OutlineThing = Card | OutlineGroup

export interface OutlineArea {
  readonly key: string
  readonly stage: Stage
  readonly groups: readonly OutlineGroup[]
}

interface Placed {
  readonly key: string
  /** From 1: the areas. */
  readonly level: number
  /** From 1, among its siblings. */
  readonly position: number
  readonly siblings: number
}

export type OutlineRow = Placed &
  (
    | { readonly kind: 'area'; readonly area: OutlineArea; readonly isOpen: boolean }
    | {
        readonly kind: 'group'
        readonly area: OutlineArea
        readonly group: OutlineGroup
        readonly isOpen: boolean
      }
    | { readonly kind: 'card'; readonly area: OutlineArea; readonly group: OutlineGroup; readonly card: Card }
  )

/** Whether a thing in a group is a group itself. */
export const isGroup = (thing: OutlineThing): thing is OutlineGroup => 'items' in thing

/** The id of the card or theme that a thing in a group stands for. */
const idOf = (thing: OutlineThing): string => (isGroup(thing) ? thing.key : thing.id)

/** How many cards there are in these, however deep. */
export function countCards(things: readonly OutlineThing[]): number {
  return things.reduce((sum, thing) => sum + (isGroup(thing) ? countCards(thing.items) : 1), 0)
}

/**
 * The wall as a list: stages in their order, in each its themes with the themes in them, and last the cards in no
 * theme, all in people's order. `cards` come in order. A card whose theme is gone counts as in no theme.
 */
export function buildOutline(cards: readonly Card[]): OutlineArea[] {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const cardOf = (id: string) => byId.get(id)
  const members = new Map<string, Card[]>()
  const outer: Card[] = []
  for (const card of cards) {
    // A stamp stands in the list beside the card it is stuck on.
    const home = homesAround(cardOf, card.id).find((each) => isHolder(cardOf(each)?.type ?? '')) ?? null
    if (home === null && isHolder(card.type)) {
      outer.push(card)
      continue
    }
    const key = home ?? looseKey(card.stage)
    const group = members.get(key)
    if (group) group.push(card)
    else members.set(key, [card])
  }
  const groupOf = (theme: Card, parent: OutlineGroup | null): OutlineGroup => {
    const items: OutlineThing[] = []
    const group = { key: theme.id, theme, parent, items }
    for (const card of members.get(theme.id) ?? [])
      items.push(isHolder(card.type) ? groupOf(card, group) : card)
    return group
  }
  return STAGES.flatMap((stage) => {
    const groups = outer.filter((theme) => theme.stage === stage).map((theme) => groupOf(theme, null))
    const loose = members.get(looseKey(stage))
    if (loose) groups.push({ key: looseKey(stage), theme: null, parent: null, items: loose })
    return groups.length > 0 ? [{ key: `area:${stage}`, stage, groups }] : []
  })
}

const looseKey = (stage: Stage): string => `loose:${stage}`

/** The rows to show, one under the other; what is in a closed row is left out. */
export function outlineRows(areas: readonly OutlineArea[], closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = []
  const addGroup = (area: OutlineArea, group: OutlineGroup, placed: Omit<Placed, 'key'>) => {
    const isOpen = !closed.has(group.key)
    rows.push({ kind: 'group', key: group.key, ...placed, area, group, isOpen })
    if (!isOpen) return
    for (const [at, thing] of group.items.entries()) {
      const within = { level: placed.level + 1, position: at + 1, siblings: group.items.length }
      if (isGroup(thing)) addGroup(area, thing, within)
      else rows.push({ kind: 'card', key: thing.id, ...within, area, group, card: thing })
    }
  }
  for (const [a, area] of areas.entries()) {
    const isOpen = !closed.has(area.key)
    const placed = { level: 1, position: a + 1, siblings: areas.length }
    rows.push({ kind: 'area', key: area.key, ...placed, area, isOpen })
    if (!isOpen) continue
    for (const [g, group] of area.groups.entries())
      addGroup(area, group, { level: 2, position: g + 1, siblings: area.groups.length })
  }
  return rows
}

/** Where a record goes in the outline: into a theme (null: none), right after another (null: first). */
export interface Step {
  readonly theme: string | null
  readonly after: string | null
}

/**
 * Where a card or a theme goes when it is put one place up (-1) or down (1). A card goes into a theme that it meets,
 * and at the edge of its own out of it, or into the neighbouring one of its area; a theme goes past what it meets.
 * Undefined when it can go no further.
 */
export function stepFrom(row: OutlineRow, direction: -1 | 1): Step | undefined {
  if (row.kind === 'area') return undefined
  if (row.kind === 'card') return stepOfCard(row.area, row.group, row.card, direction)
  const { group, area } = row
  if (group.theme === null) return undefined
  if (group.parent) return stepIn(group.parent, group.parent.items.indexOf(group), direction)
  const themes = area.groups.filter(({ theme }) => theme !== null)
  return stepPast(null, themes, themes.indexOf(group), direction)
}

function stepOfCard(area: OutlineArea, group: OutlineGroup, card: Card, direction: -1 | 1): Step | undefined {
  const at = group.items.indexOf(card)
  const met = group.items[at + direction]
  if (met) return isGroup(met) ? stepInto(met, direction) : stepIn(group, at, direction)
  if (group.parent) return stepIn(group, at, direction)
  const neighbour = area.groups[area.groups.indexOf(group) + direction]
  return neighbour && stepInto(neighbour, direction)
}

/** To the edge of a group at which one comes in. */
function stepInto({ theme, items }: OutlineGroup, direction: -1 | 1): Step {
  const last = items.at(-1)
  return { theme: theme?.id ?? null, after: direction === -1 && last ? idOf(last) : null }
}

/** Past a neighbour in a group, or out of the group into the one around it. */
function stepIn(group: OutlineGroup, at: number, direction: -1 | 1): Step | undefined {
  const theme = group.theme?.id ?? null
  const past = stepPast(theme, group.items, at, direction)
  if (past || group.theme === null) return past
  const { parent } = group
  if (!parent) return { theme: null, after: direction === 1 ? group.key : null }
  const place = parent.items.indexOf(group)
  const before = parent.items[place - 1]
  return {
    theme: parent.theme?.id ?? null,
    after: direction === 1 ? group.key : before ? idOf(before) : null,
  }
}

function stepPast(
  theme: string | null,
  things: readonly OutlineThing[],
  at: number,
  direction: -1 | 1,
): Step | undefined {
  const target = at + direction
  if (target < 0 || target >= things.length) return undefined
  const after = things[direction === 1 ? target : target - 1]
  return { theme, after: after ? idOf(after) : null }
}

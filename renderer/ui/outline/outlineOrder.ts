import { type Card, STAGES, type Stage } from '#shared/board/schema'

/** A theme with its cards, or the cards of an area that are in no theme. */
export interface OutlineGroup {
  readonly key: string
  readonly theme: Card | null
  readonly cards: readonly Card[]
}

export interface OutlineArea {
  readonly key: string
  readonly stage: Stage
  readonly groups: readonly OutlineGroup[]
}

interface Placed {
  readonly key: string
  readonly level: 1 | 2 | 3
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

/**
 * The wall as a list: stages in their order, in each its themes and last the cards in no theme, all in
 * people's order. `cards` come in order. A card whose theme is gone counts as in no theme.
 */
export function buildOutline(cards: readonly Card[]): OutlineArea[] {
  const themes = new Map(cards.filter(({ type }) => type === 'theme').map((theme) => [theme.id, theme]))
  const members = new Map<string, Card[]>()
  for (const card of cards) {
    if (card.type === 'theme') continue
    const key = card.theme !== null && themes.has(card.theme) ? card.theme : looseKey(card.stage)
    const group = members.get(key)
    if (group) group.push(card)
    else members.set(key, [card])
  }
  return STAGES.flatMap((stage) => {
    const groups: OutlineGroup[] = []
    for (const theme of themes.values()) {
      if (theme.stage === stage) groups.push({ key: theme.id, theme, cards: members.get(theme.id) ?? [] })
    }
    const loose = members.get(looseKey(stage))
    if (loose) groups.push({ key: looseKey(stage), theme: null, cards: loose })
    return groups.length > 0 ? [{ key: `area:${stage}`, stage, groups }] : []
  })
}

const looseKey = (stage: Stage): string => `loose:${stage}`

/** The rows to show, one under the other; what is in a closed row is left out. */
export function outlineRows(areas: readonly OutlineArea[], closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = []
  for (const [a, area] of areas.entries()) {
    const isOpen = !closed.has(area.key)
    rows.push({
      kind: 'area',
      key: area.key,
      level: 1,
      position: a + 1,
      siblings: areas.length,
      area,
      isOpen,
    })
    if (!isOpen) continue
    for (const [g, group] of area.groups.entries()) {
      const isGroupOpen = !closed.has(group.key)
      rows.push({
        kind: 'group',
        key: group.key,
        level: 2,
        position: g + 1,
        siblings: area.groups.length,
        area,
        group,
        isOpen: isGroupOpen,
      })
      if (!isGroupOpen) continue
      for (const [c, card] of group.cards.entries())
        rows.push({
          kind: 'card',
          key: card.id,
          level: 3,
          position: c + 1,
          siblings: group.cards.length,
          area,
          group,
          card,
        })
    }
  }
  return rows
}

/** Where a record goes in the outline: into a theme (null: none), right after another (null: first). */
export interface Step {
  readonly theme: string | null
  readonly after: string | null
}

/**
 * Where a card or a theme goes when it is put one place up (-1) or down (1). A card at the edge of its
 * group goes into the neighbouring group of its area; undefined when it can go no further.
 */
export function stepFrom(row: OutlineRow, direction: -1 | 1): Step | undefined {
  if (row.kind === 'area') return undefined
  const groups = row.area.groups
  const g = groups.indexOf(row.group)
  if (row.kind === 'group') {
    if (row.group.theme === null) return undefined
    const themes = groups.filter(({ theme }) => theme !== null)
    const target = g + direction
    if (target < 0 || target >= themes.length) return undefined
    return { theme: null, after: themes[direction === 1 ? target : target - 1]?.key ?? null }
  }
  const { cards } = row.group
  const target = row.position - 1 + direction
  if (target >= 0 && target < cards.length)
    return {
      theme: row.group.theme?.id ?? null,
      after: cards[direction === 1 ? target : target - 1]?.id ?? null,
    }
  const neighbour = groups[g + direction]
  if (!neighbour) return undefined
  return {
    theme: neighbour.theme?.id ?? null,
    after: direction === -1 ? (neighbour.cards.at(-1)?.id ?? null) : null,
  }
}

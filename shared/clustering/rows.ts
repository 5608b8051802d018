import { byOrder } from '../board/order'
import type { Point } from '../cards/box'
import { type Arrangement, type ClusterWall, createArrangement } from './arrangement'
import { homesAround } from './home'

/** How the cards of a theme lie before something changes. */
export interface Rows {
  readonly theme: string
  /** Where its first card is and will be. */
  readonly corner: Point
  /** False where people laid the cards freely. */
  readonly isInRows: boolean
  readonly sequence: readonly string[]
}

/** The themes around these cards and the targets with the themes around them, as they are. */
export function rowsAround(
  wall: ClusterWall,
  cards: Iterable<string>,
  targets: Iterable<string>,
): ReadonlyMap<string, Rows> {
  const arrangement = createArrangement(wall)
  const around = (id: string) => homesAround(wall.cardOf, id)
  const themes = new Set([
    ...[...cards].flatMap(around),
    ...[...targets].flatMap((target) => [target, ...around(target)]),
  ])
  const rows = new Map<string, Rows>()
  for (const theme of themes) {
    if (wall.cardOf(theme)?.type !== 'theme') continue
    rows.set(theme, {
      theme,
      corner: arrangement.cornerOf(theme),
      isInRows: arrangement.isInRows(theme),
      sequence: arrangement.sequenceOf(theme),
    })
  }
  return rows
}

/** A sequence with cards put in after one of them: null for the first place, undefined for the last. */
export function withEntering(
  sequence: readonly string[],
  cards: readonly string[],
  after: string | null | undefined,
): string[] {
  const entering = new Set(cards)
  const staying = sequence.filter((id) => !entering.has(id))
  const known = after === null ? 0 : staying.indexOf(after ?? '') + 1
  // A card that a peer took away meanwhile counts as the last.
  const at = known === 0 && after !== null ? staying.length : known
  return [...staying.slice(0, at), ...cards, ...staying.slice(at)]
}

/** Puts the cards of these themes into rows, inner themes first: the outer ones make room for what they became. */
export function flowThemes(
  arrangement: Arrangement,
  wall: ClusterWall,
  rows: readonly Rows[],
  sequenceOf: (theme: string) => readonly string[],
): void {
  const depth = ({ theme }: Rows) => homesAround(wall.cardOf, theme).length
  for (const { theme, corner } of [...rows].sort((a, b) => depth(b) - depth(a)))
    arrangement.flow(sequenceOf(theme), corner)
}

/** The cards of a theme by their order. */
export function inOrderOf(wall: Pick<ClusterWall, 'cardOf' | 'membersOf'>, theme: string): string[] {
  return [...wall.membersOf(theme)]
    .flatMap((id) => wall.cardOf(id) ?? [])
    .sort(byOrder)
    .map(({ id }) => id)
}

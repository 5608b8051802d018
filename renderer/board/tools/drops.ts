import type { Drop } from '#shared/board/actions/themes'
import { type Box, centreOf, contains, moved, type Point, unionOf } from '#shared/cards/box'
import type { Drawable } from '#shared/cards/kind'
import { uprightBox } from '#shared/cards/kinds'
import { type ClusterWall, createArrangement } from '#shared/clustering/arrangement'
import { homeOf, isHolder, mayLieIn, outermost } from '#shared/clustering/home'
import { flowThemes, rowsAround, withEntering } from '#shared/clustering/rows'
import { directionOf } from '#shared/language'
import type { Bench } from './tool'

type Wall = Pick<Bench, 'scene' | 'records'>

/**
 * Where carried cards would come to lie if they were let go `delta` away: for each theme or frame those that land in
 * it, in the order in which they are read there, and those that leave theirs. Cards that stay where they belong
 * are left out.
 */
export function dropsAt(bench: Wall, held: readonly Drawable[], delta: Point): Drop[] {
  const wall = wallOf(bench)
  const ids = held.map(({ id }) => id)
  const carried = new Set(ids)
  const landing = new Map<string | null, Drawable[]>()
  for (const id of outermost(wall.cardOf, ids)) {
    const drawable = bench.scene.get(id)
    if (!drawable || !mayLieIn(wall.cardOf, id, null)) continue
    const home = homeAt(bench, wall, drawable, centreOf(moved(drawable.place, delta)), carried)
    const isTheme = home !== null && wall.cardOf(home)?.type === 'theme'
    if (!isTheme && home === homeOf(wall.cardOf, id)) continue
    landing.set(home, [...(landing.get(home) ?? []), drawable])
  }
  return [...landing].map(([home, cards]) => {
    const sorted = cards.sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x)
    const after = home === null ? undefined : afterAt(wall, home, sorted[0], delta, carried)
    return { home, cards: sorted.map(({ id }) => id), after }
  })
}

/** The innermost theme or frame at a point, as it would be without the carried cards. */
function homeAt(
  { scene }: Wall,
  wall: ClusterWall,
  { id }: Drawable,
  at: Point,
  carried: ReadonlySet<string>,
): string | null {
  const found = scene.within({ x: at[0], y: at[1], width: 0, height: 0 })
  for (const holder of found.reverse()) {
    if (!isHolder(holder.card.type) || carried.has(holder.id)) continue
    if (contains(fieldWithout(scene, holder, carried), at) && mayLieIn(wall.cardOf, id, holder.id))
      return holder.id
  }
  return null
}

function fieldWithout(scene: Bench['scene'], holder: Drawable, carried: ReadonlySet<string>): Box {
  const members = scene.membersOf(holder.id)
  const staying = [...members].filter((id) => !carried.has(id))
  if (holder.card.type !== 'theme' || staying.length === members.size) return holder.place
  const box = unionOf(staying.flatMap((id) => scene.get(id)?.place ?? []))
  // A theme whose last card is carried still stands where it stood.
  return box ? holder.kind.place(holder.card, { ...holder.details, members: box }) : holder.place
}

/** After which card of a theme those land that are held over it; null: before all. */
function afterAt(
  wall: ClusterWall,
  theme: string,
  first: Drawable | undefined,
  delta: Point,
  carried: ReadonlySet<string>,
): string | null {
  const arrangement = createArrangement(wall)
  const staying = arrangement.sequenceOf(theme).filter((id) => !carried.has(id))
  const boxes = staying.flatMap((id) => arrangement.boxOf(id) ?? [])
  if (!first) return staying.at(-1) ?? null
  const [x, y] = centreOf(moved(first.place, delta))
  const rows = arrangement.rowsOf(staying, arrangement.cornerOf(theme))
  const bottomOf = (top: number) =>
    Math.max(...rows.map((row, at) => (row[1] === top ? top + (boxes[at]?.height ?? 0) : top)))
  const next = rows.findIndex(([left, top], at) => {
    const middle = left + (boxes[at]?.width ?? 0) / 2
    return y < top || (y <= bottomOf(top) && (wall.mirrors ? x > middle : x < middle))
  })
  return staying[(next === -1 ? staying.length : next) - 1] ?? null
}

/** Where the cards that are not carried go to make room for a drop or to close up, and what becomes of the fields. */
export function roomFor(
  bench: Wall,
  drops: readonly Drop[],
  held: readonly Drawable[],
): ReadonlyMap<string, Box> {
  const wall = wallOf(bench)
  const carried = new Set(held.map(({ id }) => id))
  const landing = new Map(drops.flatMap(({ home, cards }) => cards.map((id) => [id, home] as const)))
  const targets = new Map(drops.map((drop) => [drop.home, drop]))
  const before = rowsAround(
    wall,
    outermost(wall.cardOf, carried),
    drops.flatMap(({ home }) => home ?? []),
  )
  const then: ClusterWall = {
    ...wall,
    membersOf: (holder) => [
      ...[...wall.membersOf(holder)].filter((id) => !landing.has(id)),
      ...(targets.get(holder)?.cards ?? []),
    ],
  }
  const arrangement = createArrangement(then)
  const flowing = [...before.values()].filter(({ theme, isInRows }) => isInRows || targets.has(theme))
  flowThemes(arrangement, then, flowing, (theme) => {
    const staying = (before.get(theme)?.sequence ?? []).filter((id) => !landing.has(id))
    const target = targets.get(theme)
    return target ? withEntering(staying, target.cards, target.after) : staying
  })
  const places = new Map<string, Box>()
  for (const id of [...arrangement.shifts().keys(), ...before.keys()]) {
    const box = arrangement.boxOf(id)
    if (box && !carried.has(id)) places.set(id, box)
  }
  return places
}

/** The wall as the scene shows it. */
function wallOf({ scene, records }: Wall): ClusterWall {
  return {
    cardOf: (id) => records.get('cards', id),
    membersOf: scene.membersOf,
    boxOf: ({ id, pos }) => {
      const drawable = scene.get(id)
      return drawable ? uprightBox(drawable.place) : { x: pos[0], y: pos[1], width: 0, height: 0 }
    },
    mirrors: directionOf(records.singleton('meta').language) === 'rtl',
  }
}

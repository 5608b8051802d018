import type { Side } from '../board/vocabulary'
import { type Chance, chanceOf } from './chance'
import { aloneIn, sharesLanguage } from './company'

/** Somebody who is to be in a group. */
export interface Mixable {
  readonly id: string
  readonly side: Side
  /** Language tags; empty when nothing is known. */
  readonly languages: readonly string[]
}

/** Ids of people, group by group. */
export type Groups = readonly (readonly string[])[]

/** Pairs, and the fours that they join: `fours[n]` holds the places of its pairs in `pairs`. */
export interface PairsAndFours {
  readonly pairs: Groups
  readonly fours: readonly (readonly number[])[]
}

/**
 * Puts everybody into one of `count` groups. Sizes differ by at most one. Nobody is left without anyone who shares a
 * language where another way could be found, and each side is spread as evenly as that allows. The same people and
 * seed make the same groups, in whatever order the people come.
 */
export function mixGroups(people: readonly Mixable[], count: number, seed: number): Groups {
  const groups = Math.max(1, Math.min(Math.floor(count), people.length))
  const sizes = evenSizes(people.length, groups)
  return idsOf(mixInto(people, { sizes, parents: sizes.map((_, at) => at) }, seed))
}

/**
 * Puts everybody into a pair and every pair into a four. Where the number is odd a pair has three; where it does not
 * divide by four a four has one more, and six or seven when there are no more than that. Fours mix the sides.
 */
export function mixPairs(people: readonly Mixable[], seed: number): PairsAndFours {
  const inFours = evenSizes(people.length, Math.max(1, Math.floor(people.length / 4)))
  const sizes: number[] = []
  const parents: number[] = []
  for (const [four, size] of inFours.entries())
    for (const pair of evenSizes(size, Math.max(1, Math.floor(size / 2)))) {
      sizes.push(pair)
      parents.push(four)
    }
  const pairs = mixInto(people, { sizes, parents }, seed)
  return {
    pairs: idsOf(pairs),
    fours: inFours.map((_, four) => parents.flatMap((parent, pair) => (parent === four ? [pair] : []))),
  }
}

/** People in `count` groups of the same size or one more. */
function evenSizes(people: number, count: number): number[] {
  const least = Math.floor(people / count)
  return Array.from({ length: count }, (_, at) => least + (at < people % count ? 1 : 0))
}

const idsOf = (groups: readonly (readonly Mixable[])[]): Groups =>
  groups.map((group) => group.map(({ id }) => id))

/** How large each group is, and the larger group that it is a part of: itself when it is no part of any. */
interface Layout {
  readonly sizes: readonly number[]
  readonly parents: readonly number[]
}

/** Tries from new beginnings while somebody has no company, and exchanges in each. */
const MOST_BEGINNINGS = 12
const MOST_EXCHANGES = 300

function mixInto(everybody: readonly Mixable[], layout: Layout, seed: number): Mixable[][] {
  const people = [...everybody].sort((a, b) => (a.id < b.id ? -1 : 1))
  const chance = chanceOf(seed)
  const cannotBeHelped = aloneIn(people).length
  let best: { readonly seats: Mixable[][]; readonly alone: number } | undefined
  for (let beginning = 0; beginning < MOST_BEGINNINGS; beginning++) {
    const seats = dealt(people, layout, chance)
    seekCompany(seats, cannotBeHelped, chance)
    const alone = seats.reduce((sum, group) => sum + aloneIn(group).length, 0)
    if (!best || alone < best.alone) best = { seats, alone }
    if (alone <= cannotBeHelped) break
  }
  const seats = best?.seats ?? []
  spreadSides(seats, layout)
  return seats.map((group) => chance.shuffled(group))
}

/** Deals people out side by side, so that each side is spread evenly over the larger groups and over the small ones. */
function dealt(people: readonly Mixable[], { sizes, parents }: Layout, chance: Chance): Mixable[][] {
  const sides = chance.shuffled([...new Set(people.map(({ side }) => side))])
  const rest = sides.flatMap((side) => chance.shuffled(people.filter((one) => one.side === side)))
  const seats: Mixable[][] = sizes.map(() => [])
  const room = (parent: number) =>
    sizes.reduce((sum, size, group) => sum + (parents[group] === parent ? size : 0), 0)
  // The largest first: the last round, which not all take part in, must go on where the one before began.
  const places = chance.shuffled([...new Set(parents)]).sort((a, b) => room(b) - room(a))
  const firstOf = (parent: number) => {
    const open = parents.flatMap((each, group) =>
      each === parent && (seats[group]?.length ?? 0) < (sizes[group] ?? 0) ? [group] : [],
    )
    return open.sort((a, b) => (seats[a]?.length ?? 0) - (seats[b]?.length ?? 0))[0]
  }
  for (let at = 0; rest.length > 0; at++) {
    const group = firstOf(places[at % places.length] ?? 0)
    const next = group === undefined ? undefined : rest.shift()
    if (group !== undefined && next) seats[group]?.push(next)
  }
  return seats
}

/** Exchanges people until nobody who could have company is alone, or for so long that there may be no way. */
function seekCompany(seats: Mixable[][], cannotBeHelped: number, chance: Chance): void {
  for (let turn = 0; turn < MOST_EXCHANGES; turn++) {
    const alone = seats.flatMap((group, at) => aloneIn(group).map((one) => ({ one, at })))
    if (alone.length <= cannotBeHelped) return
    const lost = alone[chance.under(alone.length)]
    if (!lost) return
    const exchanges = exchangesFor(seats, lost.one, lost.at)
    // Now and then any exchange at all, or it would go round in a circle.
    const isBlind = chance.under(12) === 0
    const least = Math.min(...exchanges.map(({ cost }) => cost))
    const chosen = isBlind ? exchanges : exchanges.filter(({ cost }) => cost === least)
    const next = chosen[chance.under(chosen.length)]
    if (next) exchange(seats, next)
  }
}

type Seat = readonly [group: number, place: number]
interface Exchange {
  readonly from: Seat
  readonly to: Seat
  /** What becomes worse by it, in people alone and then in sides. */
  readonly cost: number
}

/** Every way to bring somebody who is alone to others, or others to them. */
function exchangesFor(seats: Mixable[][], lost: Mixable, home: number): Exchange[] {
  const found: Exchange[] = []
  const group = seats[home] ?? []
  for (const place of group.keys())
    for (const [other, members] of seats.entries()) {
      if (other === home) continue
      for (const [at, one] of members.entries()) {
        const isWanted = group[place] === lost || sharesLanguage(one, lost)
        if (!isWanted) continue
        const [from, to] = [[home, place] as const, [other, at] as const]
        found.push({ from, to, cost: costOf(seats, from, to) })
      }
    }
  return found
}

/** One person alone outweighs any sides: a room has fewer people than this. */
const ALONE = 10_000

function costOf(seats: Mixable[][], from: Seat, to: Seat): number {
  const weigh = () => [from[0], to[0]].reduce((sum, group) => sum + weightOf(seats[group] ?? []), 0)
  const before = weigh()
  exchange(seats, { from, to })
  const after = weigh()
  exchange(seats, { from, to })
  return after - before
}

const weightOf = (group: readonly Mixable[]): number => aloneIn(group).length * ALONE + crowding(group)

function exchange(seats: Mixable[][], { from, to }: Pick<Exchange, 'from' | 'to'>): void {
  const [one, other] = [seats[from[0]], seats[to[0]]]
  const [here, there] = [one?.[from[1]], other?.[to[1]]]
  if (!one || !other || !here || !there) return
  one[from[1]] = there
  other[to[1]] = here
}

/** The less the more evenly a side is spread: the sum of the squares of each side's people. */
function crowding(group: readonly Mixable[]): number {
  const counts = new Map<Side, number>()
  for (const { side } of group) counts.set(side, (counts.get(side) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + count * count, 0)
}

/** Exchanges people of different sides as long as that spreads the sides better and leaves nobody alone. */
function spreadSides(seats: Mixable[][], { parents }: Layout): void {
  const whole = (parent: number) => seats.flatMap((group, at) => (parents[at] === parent ? group : []))
  const weigh = (groups: readonly number[]) => {
    const larger = [...new Set(groups.map((group) => parents[group] ?? group))]
    // The larger groups first: they talk longest.
    return (
      groups.reduce((sum, group) => sum + weightOf(seats[group] ?? []), 0) +
      larger.reduce((sum, parent) => sum + crowding(whole(parent)) * 100, 0)
    )
  }
  const isBetter = (from: Seat, to: Seat): boolean => {
    const groups = [from[0], to[0]]
    const before = weigh(groups)
    exchange(seats, { from, to })
    if (weigh(groups) < before) return true
    exchange(seats, { from, to })
    return false
  }
  let isGoing = true
  while (isGoing) {
    isGoing = false
    for (const [group, members] of seats.entries())
      for (let other = group + 1; other < seats.length; other++)
        for (const place of members.keys())
          for (const at of (seats[other] ?? []).keys()) {
            if (members[place]?.side === seats[other]?.[at]?.side) continue
            if (isBetter([group, place], [other, at])) isGoing = true
          }
  }
}

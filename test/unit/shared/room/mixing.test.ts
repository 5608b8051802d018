import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIDES, type Side } from '#shared/board/vocabulary'
import { aloneIn, sharesLanguage } from '#shared/room/company'
import { type Groups, type Mixable, mixGroups, mixPairs } from '#shared/room/mixing'
import { workedFor } from '../../../support/workedFor'

const tags = fc.constantFrom('en', 'ar', 'ur', 'so', 'pl')
const side = fc.constantFrom(...SIDES)
const person = fc.record({ side, languages: fc.uniqueArray(tags, { maxLength: 3 }) })
const named = (people: readonly Omit<Mixable, 'id'>[]): Mixable[] =>
  people.map((values, at) => ({ id: `person ${at}`, ...values }))
const crowd = fc.array(person, { minLength: 1, maxLength: 45 }).map(named)
const speaking = (languages: string[]) =>
  fc
    .array(side, { minLength: 1, maxLength: 45 })
    .map((sides) => named(sides.map((of) => ({ side: of, languages }))))
const count = fc.integer({ min: 1, max: 12 })
const seed = fc.integer()

const seated = (people: readonly Mixable[], groups: Groups): Mixable[][] =>
  groups.map((group) => group.flatMap((id) => people.filter((one) => one.id === id)))
const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)
const ofSide = (group: readonly Mixable[], of: Side) => group.filter((one) => one.side === of).length

test('everybody is in exactly one group, and sizes differ by at most one', () => {
  fc.assert(
    fc.property(crowd, count, seed, (people, asked, from) => {
      const groups = mixGroups(people, asked, from)
      expect(groups).toHaveLength(Math.min(asked, people.length))
      expect(groups.flat().sort()).toEqual(people.map(({ id }) => id).sort())
      expect(spread(groups.map(({ length }) => length))).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('where everybody can talk to everybody, no side has two more in one group than in another', () => {
  fc.assert(
    fc.property(speaking(['en']), count, seed, (people, asked, from) => {
      const groups = seated(people, mixGroups(people, asked, from))
      for (const of of SIDES) expect(spread(groups.map((group) => ofSide(group, of)))).toBeLessThanOrEqual(1)
    }),
  )
})

test('the same people and seed make the same groups, in whatever order they came', () => {
  fc.assert(
    fc.property(crowd, count, seed, (people, asked, from) => {
      const groups = mixGroups(people, asked, from)
      expect(mixGroups([...people].reverse(), asked, from)).toEqual(groups)
      expect(mixPairs([...people].reverse(), from)).toEqual(mixPairs(people, from))
    }),
    { numRuns: 30 },
  )
})

test('another seed seats people anew', () => {
  const people = named(Array.from({ length: 30 }, () => ({ side: 'resident', languages: ['en'] })))
  const seatings = new Set(
    Array.from({ length: 10 }, (_, from) => JSON.stringify(mixGroups(people, 5, from))),
  )
  expect(seatings.size).toBe(10)
})

/** People who can be seated so that nobody is alone: made from such groups, then told in any order. */
const seatable = (sizes: fc.Arbitrary<number>) =>
  fc
    .array(
      fc.record({
        size: sizes,
        common: tags,
        sides: fc.array(side, { minLength: 6, maxLength: 6 }),
        more: fc.array(fc.uniqueArray(tags, { maxLength: 2 }), { minLength: 6, maxLength: 6 }),
      }),
      { minLength: 2, maxLength: 9 },
    )
    .map((groups) => {
      const people = groups.flatMap(({ size, common, sides, more }) =>
        Array.from({ length: size }, (_, at) => ({
          side: sides[at] ?? 'resident',
          languages: [common, ...(more[at] ?? [])],
        })),
      )
      return { people: named(people), groups: groups.length }
    })

test('nobody is without anyone who shares a language when that is possible', () => {
  fc.assert(
    fc.property(seatable(fc.constantFrom(4, 5)), seed, ({ people, groups }, from) => {
      const even = seated(people, mixGroups(people, groups, from))
      expect(even.flatMap(aloneIn)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('nobody is without a common language in a pair when that is possible', () => {
  fc.assert(
    fc.property(seatable(fc.constant(4)), seed, ({ people }, from) => {
      const { pairs } = mixPairs(people, from)
      expect(seated(people, pairs).flatMap(aloneIn)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('one side is not put together because its language is: those who speak two are spread', () => {
  // Eight residents of whom four speak Urdu only and four both; eight professionals who speak English.
  const people = named([
    ...Array.from({ length: 4 }, () => ({ side: 'resident' as const, languages: ['ur'] })),
    ...Array.from({ length: 4 }, () => ({ side: 'resident' as const, languages: ['ur', 'en'] })),
    ...Array.from({ length: 8 }, () => ({ side: 'professional' as const, languages: ['en-GB'] })),
  ])
  for (let from = 0; from < 20; from++) {
    const groups = seated(people, mixGroups(people, 4, from))
    expect(groups.flatMap(aloneIn)).toEqual([])
    for (const group of groups) expect(ofSide(group, 'resident')).toBe(2)
  }
})

test('whoever shares a language with nobody is seated all the same', () => {
  const people = named([
    { side: 'resident', languages: ['so'] },
    ...Array.from({ length: 6 }, () => ({ side: 'professional' as const, languages: ['en'] })),
  ])
  expect(mixGroups(people, 2, 1).flat()).toHaveLength(7)
})

test.each([
  [1, [1], [1]],
  [2, [2], [2]],
  [3, [3], [3]],
  [4, [2, 2], [4]],
  [5, [2, 3], [5]],
  [6, [2, 2, 2], [6]],
  [7, [2, 2, 3], [7]],
  [8, [2, 2, 2, 2], [4, 4]],
  [11, [2, 2, 2, 2, 3], [5, 6]],
  [33, [...Array(15).fill(2), 3], [...Array(7).fill(4), 5]],
  [40, Array(20).fill(2), Array(10).fill(4)],
])('%d people make pairs of %j and fours of %j', (number, pairSizes, fourSizes) => {
  const people = named(Array.from({ length: number }, () => ({ side: 'resident', languages: ['en'] })))
  const { pairs, fours } = mixPairs(people, 7)
  const bySize = (groups: readonly number[]) => [...groups].sort((a, b) => a - b)
  expect(bySize(pairs.map(({ length }) => length))).toEqual(pairSizes)
  expect(bySize(fours.map((four) => four.flatMap((pair) => pairs[pair] ?? []).length))).toEqual(fourSizes)
  expect(pairs.flat().sort()).toEqual(people.map(({ id }) => id).sort())
  expect(fours.flat().sort((a, b) => a - b)).toEqual([...pairs.keys()])
})

test('pairs and fours mix the sides', () => {
  const people = named([
    ...Array.from({ length: 8 }, () => ({ side: 'resident' as const, languages: ['en'] })),
    ...Array.from({ length: 8 }, () => ({ side: 'professional' as const, languages: ['en'] })),
  ])
  for (let from = 0; from < 20; from++)
    for (const pair of seated(people, mixPairs(people, from).pairs)) expect(ofSide(pair, 'resident')).toBe(1)
})

test('regions of a language are the same language, and nobody shares one with themselves', () => {
  const one = { languages: ['en-GB'] }
  expect(sharesLanguage(one, { languages: ['EN'] })).toBe(true)
  expect(sharesLanguage(one, one)).toBe(false)
  expect(sharesLanguage(one, { languages: ['ar'] })).toBe(false)
})

test('a large room is mixed at once', () => {
  const people = named(
    Array.from({ length: 200 }, (_, at) => ({
      side: SIDES[at % 3] ?? 'resident',
      languages: [['en'], ['ar'], ['ur', 'en'], ['so', 'ar']][at % 4] ?? [],
    })),
  )
  const begun = workedFor()
  expect(seated(people, mixGroups(people, 30, 1)).flatMap(aloneIn)).toEqual([])
  expect(workedFor() - begun).toBeLessThan(5_000)
})

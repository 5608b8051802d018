import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STAGES } from '#shared/board/vocabulary'
import { superfluous } from '../../../../electron/hub/thinning'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 5, 10, 12)

type Version = Parameters<typeof superfluous>[0][number]
const busy = (id: number, age: number): Version => ({ id, made: NOW - age, kind: 'busy', stage: 'ideas' })

/** Every ten minutes for so many hours, the newest with the highest number. */
const steady = (hours: number): Version[] =>
  Array.from({ length: hours * 6 }, (_, at) => busy(hours * 6 - at, at * 10 * MINUTE))

const kept = (versions: readonly Version[], now = NOW): Version[] => {
  const gone = new Set(superfluous(versions, now))
  return versions.filter(({ id }) => !gone.has(id))
}

test('all of the last hour stay, then one an hour for a day, one a day for a month, one a week after that', () => {
  const left = kept(steady(24 * 90))
  const aged = (from: number, until: number) =>
    left.filter(({ made }) => NOW - made >= from && NOW - made < until).length
  expect(aged(0, HOUR)).toBe(6)
  // The newest twelve stay whatever their age, so the second hour is whole too.
  expect(aged(HOUR, 2 * HOUR)).toBe(6)
  expect(aged(2 * HOUR, DAY)).toBe(23)
  expect(aged(DAY, 30 * DAY)).toBeGreaterThanOrEqual(29)
  expect(aged(DAY, 30 * DAY)).toBeLessThanOrEqual(30)
  expect(aged(30 * DAY, 90 * DAY)).toBeGreaterThanOrEqual(8)
  expect(aged(30 * DAY, 90 * DAY)).toBeLessThanOrEqual(10)
})

test('of a span the newest stays, and thinning again an hour or a month later only takes more away', () => {
  const first = kept(steady(24 * 40))
  expect(superfluous(first, NOW)).toEqual([])
  const later = kept(first, NOW + 30 * DAY)
  expect(later.length).toBeLessThan(first.length)
  expect(first).toEqual(expect.arrayContaining(later))
  // The newest of all is never taken.
  expect(later[0]?.id).toBe(first[0]?.id)
})

test('each stage keeps its end, beside what was kept while people worked', () => {
  const day = STAGES.flatMap((stage, at): Version[] => [
    { id: 2 * at, made: NOW - 5 * DAY + at * 10 * MINUTE, kind: 'stage', stage },
    { id: 2 * at + 1, made: NOW - 5 * DAY + at * 10 * MINUTE + 1, kind: 'busy', stage },
  ])
  const newer = Array.from({ length: 12 }, (_, at) => busy(100 + at, at * MINUTE))
  const left = kept([...day, ...newer])
  expect(left.filter(({ kind }) => kind === 'stage').map(({ stage }) => stage)).toEqual([...STAGES])
  expect(left.filter(({ kind, id }) => kind === 'busy' && id < 100)).toHaveLength(1)
})

test('what a person named stays for ever; what was kept before a restore goes after a month', () => {
  const old = (id: number, kind: Version['kind'], days: number): Version => ({
    id,
    made: NOW - days * DAY,
    kind,
    stage: 'ideas',
  })
  const versions = [
    old(1, 'named', 4000),
    old(2, 'named', 4000),
    old(3, 'beforeRestore', 31),
    old(4, 'beforeRestore', 29),
    old(5, 'beforeRestore', 29),
  ]
  expect(superfluous(versions, NOW)).toEqual([3])
})

test('a clock that jumps, back or ahead, takes nothing of the last two busy hours', () => {
  const recent = Array.from({ length: 12 }, (_, at) => busy(100 - at, at * 10 * MINUTE))
  expect(superfluous(recent, NOW - 900 * DAY)).toEqual([])
  expect(superfluous(recent, NOW + 9_000 * DAY)).toEqual([])
  const mixed = recent.map((version, at) => (at % 2 === 0 ? { ...version, made: at } : version))
  expect(superfluous(mixed, NOW)).toEqual([])
})

test('whatever was kept and whatever the clock says, no named one goes and the same call twice takes nothing more', () => {
  const version: fc.Arbitrary<Version> = fc.record({
    id: fc.nat(500),
    made: fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }),
    kind: fc.constantFrom('named', 'stage', 'busy', 'beforeRestore'),
    stage: fc.constantFrom(...STAGES),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(version, { selector: ({ id }) => id, maxLength: 120 }),
      fc.integer({ min: 0, max: 2 * NOW }),
      (versions, now) => {
        const gone = new Set(superfluous(versions, now))
        for (const { id, kind } of versions) if (kind === 'named') expect(gone.has(id)).toBe(false)
        expect(superfluous(kept(versions, now), now)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

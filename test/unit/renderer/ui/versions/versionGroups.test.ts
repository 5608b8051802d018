import { expect, test } from 'vitest'
import type { BoardVersion } from '#shared/ipc/contract'
import { daysAgo, groupVersions } from '../../../../../renderer/ui/versions/versionGroups'

const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime()
const version = (id: number, made: number, kind: BoardVersion['kind'] = 'busy'): BoardVersion => ({
  id,
  made,
  kind,
  name: '',
  stage: 'ideas',
  cards: 1,
  bytes: 1,
})

test('named ones stand first, the others by day, the newest day and the newest of a day first', () => {
  const list = [
    version(6, at(3, 11)),
    version(5, at(3, 9), 'named'),
    version(4, at(3, 0)),
    version(3, at(2, 23), 'beforeRestore'),
    version(2, at(1, 5), 'named'),
    version(1, at(1, 4), 'stage'),
  ]
  const { named, days } = groupVersions(list)
  expect(named.map(({ id }) => id)).toEqual([5, 2])
  expect(days.map(({ versions }) => versions.map(({ id }) => id))).toEqual([[6, 4], [3], [1]])
})

test('a clock that had jumped back puts a version on its day, in its place in the list', () => {
  const { days } = groupVersions([version(3, at(2, 1)), version(2, at(5, 1)), version(1, at(2, 2))])
  expect(days.map(({ versions }) => versions.map(({ id }) => id))).toEqual([[2], [3, 1]])
})

test('days are counted by the calendar, across the change of the clocks too', () => {
  expect(daysAgo(at(2, 23), at(3, 1))).toBe(1)
  expect(daysAgo(at(3, 1), at(3, 23))).toBe(0)
  // In Britain the night to 29 March 2026 has 23 hours.
  expect(daysAgo(at(28, 12), at(30, 12))).toBe(2)
  expect(daysAgo(at(4, 1), at(3, 1))).toBe(-1)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putPerson } from '#shared/board/actions/people'
import { readAll } from '#shared/board/records'
import { SIDES } from '#shared/board/vocabulary'
import { changeIdea } from '#shared/room/oneTwoFourAll'
import type { SettingsOf } from '#shared/room/round'
import type { PersonHere } from '../../../../../electron/hub/rounds/kind'
import { oneTwoFourAll } from '../../../../../electron/hub/rounds/oneTwoFourAll'
import { roundPlace, type TestPlace, writeIn } from '../../../../support/roundPlace'

const MINUTE = 60_000
const settings: SettingsOf<'oneTwoFourAll'> = {
  kind: 'oneTwoFourAll',
  ms: MINUTE,
  later: [2 * MINUTE, 4 * MINUTE, 5 * MINUTE],
  question: 'What would make the lane safer?',
}
type Place = TestPlace<'oneTwoFourAll'>
const writerOf = ({ board }: Place) => ({ doc: board, person: 'imran', origin: null, now: () => 1 })
const viewer = (person: string) => ({ person, isFacilitator: false })

/** A place with the facilitator and so many people. */
function crowd(people: number): Place {
  const place = roundPlace<'oneTwoFourAll'>(settings)
  const arrive = (person: string, isFacilitator = false) => {
    const side = SIDES[place.here.length % 2] ?? 'resident'
    const one: PersonHere = { person, name: `Name of ${person}`, side, isFacilitator }
    place.here.push(one)
    putPerson(writerOf(place), person, { name: one.name, side, languages: ['en'] })
  }
  arrive('imran', true)
  for (let at = 0; at < people; at++) arrive(`p${at}`)
  return place
}
const everybody = ({ here }: Place) => here.filter((each) => !each.isFacilitator).map(({ person }) => person)

test('each person has a pair, then a four around that pair, with the times that were set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 45 }), (count) => {
      const place = crowd(count)
      const round = oneTwoFourAll.open(place)
      const matesOf = (person: string) =>
        round.shownTo(viewer(person)).mates?.map((mate) => mate.person) ?? null
      expect(matesOf('p0')).toBeNull()
      round.next?.()
      expect(place.time).toBe(2 * MINUTE)
      const pairs = new Map(everybody(place).map((person) => [person, matesOf(person) ?? []]))
      for (const [person, mates] of pairs) {
        expect([1, 2]).toContain(mates.length)
        for (const mate of mates) expect(pairs.get(mate)).toContain(person)
      }
      round.next?.()
      expect(place.time).toBe(4 * MINUTE)
      for (const [person, mates] of pairs) expect(matesOf(person)).toEqual(expect.arrayContaining(mates))
      round.next?.()
      expect(place.time).toBe(5 * MINUTE)
      round.next?.()
      expect(round.shownTo(viewer('')).circle).toBe('all')
      expect(round.shownTo({ person: 'imran', isFacilitator: true }).mates).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('each four keeps one idea in which all of it write, seen by nobody else, and only then', () => {
  const place = crowd(9)
  const round = oneTwoFourAll.open(place)
  const documentOf = (person: string) => round.sharedBy?.(person) ?? null
  const type = (person: string, words: string) => {
    const name = documentOf(person)
    if (name !== null)
      writeIn(place, { wrote: () => round.wrote?.(person) }, name, (doc) => changeIdea(doc, words))
  }
  expect(documentOf('p0')).toBeNull()
  round.next?.()
  expect(documentOf('p0')).toBeNull()
  round.next?.()
  const mates = round.shownTo(viewer('p0')).mates?.map(({ person }) => person) ?? []
  const other = everybody(place).find((person) => person !== 'p0' && !mates.includes(person)) ?? ''
  expect(new Set(['p0', ...mates].map(documentOf)).size).toBe(1)
  expect(documentOf(other)).not.toBe(documentOf('p0'))
  expect(documentOf('imran')).toBeNull()
  type('p0', 'A lamp')
  type(mates[0] ?? '', 'A lamp by the gate')
  expect(round.shownTo(viewer('p0'))).toMatchObject({ fours: 2, kept: 1 })

  const again = oneTwoFourAll.open(
    Object.assign(roundPlace<'oneTwoFourAll'>(settings, place), { board: place.board }),
    JSON.parse(JSON.stringify(round.kept?.())),
  )
  expect(again.shownTo(viewer('p0'))).toMatchObject({ circle: 'fours', kept: 1 })
  for (let turn = 0; turn < 2; turn++) again.reveal?.(writerOf(place), [0, 0])
  expect(readAll(place.board, 'cards').map(({ type, text, made }) => [type, text, made.by])).toEqual([
    ['idea', 'A lamp by the gate', mates[0]],
  ])
})

test('when the words of somebody who wrote in an idea are taken out for good, their four begins anew, and no other', () => {
  const place = crowd(8)
  const round = oneTwoFourAll.open(place)
  for (let turn = 0; turn < 2; turn++) round.next?.()
  const mates = round.shownTo(viewer('p0')).mates?.map(({ person }) => person) ?? []
  const other = everybody(place).find((person) => person !== 'p0' && !mates.includes(person)) ?? ''
  const names = ['p0', other].map((person) => round.sharedBy?.(person) ?? '')
  for (const [at, person] of ['p0', other].entries())
    writeIn(place, { wrote: () => round.wrote?.(person) }, names[at] ?? '', (doc) =>
      changeIdea(doc, 'A lamp'),
    )
  round.forget?.('p0')
  expect(round.shownTo(viewer(other))).toMatchObject({ fours: 2, kept: 1 })
  expect(round.sharedBy?.(mates[0] ?? '')).not.toBe(names[0])
  expect([...place.parts.keys()]).toEqual([names[1]])
})

test('who comes late joins the smallest pair, once', () => {
  const place = crowd(5)
  const round = oneTwoFourAll.open(place)
  round.next?.()
  place.here.push({ person: 'late', name: 'Late', side: 'resident', isFacilitator: false })
  expect(round.shownTo(viewer('late')).mates).toBeNull()
  for (let turn = 0; turn < 2; turn++) round.ask?.('late', { kind: 'oneTwoFourAll', asks: { do: 'join' } })
  expect(round.shownTo(viewer('late')).mates).toHaveLength(2)
  round.next?.()
  expect(round.shownTo(viewer('late')).mates).toHaveLength(5)
})

test('a room in which nobody is but the facilitator goes through the steps all the same', () => {
  const place = crowd(0)
  const round = oneTwoFourAll.open(place)
  for (let turn = 0; turn < 4; turn++) round.next?.()
  round.ask?.('late', { kind: 'oneTwoFourAll', asks: { do: 'join' } })
  round.reveal?.(writerOf(place), [0, 0])
  expect(readAll(place.board, 'cards')).toEqual([])
})

test.each([null, 7, { step: 9 }, { step: 1, pairs: [['p0']], fours: [[5]] }, { step: -1, pairs: 'x' }])(
  'whatever a damaged file kept, such as %j, the round goes on',
  (kept) => {
    const round = oneTwoFourAll.open(crowd(4), kept)
    round.next?.()
    expect(round.shownTo(viewer('p0')).question).toBe(settings.question)
  },
)

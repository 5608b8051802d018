import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/records'
import { type Ballot, dotsOn, putDots, readBallot, suggestedDots } from '#shared/room/vote'
import { vote } from '../../../../../electron/hub/rounds/vote'
import { roundPlace, writeIn } from '../../../../support/roundPlace'

const CARDS = ['bench', 'lamp', 'tree', 'ramp']
const SETTINGS = { kind: 'vote', ms: null, question: 'Which first?', cards: CARDS, dots: 4, most: 2 } as const
const settings = { ...SETTINGS, cards: [...CARDS] }
const viewer = (person: string) => ({ person, isFacilitator: false })
const writerOf = (place: ReturnType<typeof roundPlace<'vote'>>) => ({
  doc: place.board,
  person: 'imran',
  origin: null,
  now: () => 1,
})

const asked = fc.record({
  person: fc.constantFrom('amina', 'ben', 'chris'),
  card: fc.constantFrom(...CARDS, 'nowhere'),
  dots: fc.constantFrom(0, 1, 1, 2, 2, 3, 6, -1, 1.5, Number.NaN),
})
type Vote = ReturnType<typeof vote.open>
const put = (
  place: ReturnType<typeof roundPlace<'vote'>>,
  round: Vote,
  person: string,
  card: string,
  dots: number,
) => writeIn(place, round, person, (doc) => doc.getMap('dots').set(card, dots))

test('whatever people’s clients write, nobody has more dots than they may, and the sums are those of the ballots', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 60 }), fc.nat(60), (asks, diesAt) => {
      let place = roundPlace<'vote'>(settings)
      let round = vote.open(place)
      for (const [at, { person, card, dots }] of asks.entries()) {
        if (at === diesAt) {
          place = roundPlace<'vote'>(settings, { parts: place.parts })
          round = vote.open(place)
        }
        put(place, round, person, card, dots)
      }
      const ballots = ['amina', 'ben', 'chris'].flatMap((person) => {
        const doc = place.documents.of(person)
        return doc ? [readBallot(doc, settings)] : []
      })
      for (const ballot of ballots) {
        expect(dotsOn(ballot)).toBeLessThanOrEqual(4)
        for (const [card, dots] of Object.entries(ballot)) {
          expect(CARDS).toContain(card)
          expect([1, 2]).toContain(dots)
        }
      }
      const voters = ballots.filter((ballot) => dotsOn(ballot) > 0)
      expect(round.shownTo(viewer('amina')).voted).toBe(voters.length)
      round.reveal?.(writerOf(place), [0, 0])
      const [outcome] = readAll(place.board, 'outcomes')
      const sums = Object.fromEntries((outcome?.cards ?? []).map((card, at) => [card, outcome?.counts[at]]))
      expect(outcome?.people ?? 0).toBe(voters.length)
      for (const card of voters.length > 0 ? CARDS : [])
        expect(sums[card]).toBe(voters.reduce((sum, own) => sum + (own[card] ?? 0), 0))
    }),
  )
})

test('a ballot by the rules counts as it was given', () => {
  const place = roundPlace<'vote'>(settings)
  writeIn(place, vote.open(place), 'amina', (doc) => {
    putDots(doc, 'ramp', 2)
    putDots(doc, 'lamp', 1)
    putDots(doc, 'tree', 1)
    putDots(doc, 'tree', 0)
  })
  const doc = place.documents.of('amina')
  expect(doc && readBallot(doc, settings)).toEqual({ ramp: 2, lamp: 1 })
})

test('a vote that was counted by another host already is not counted again', () => {
  const place = roundPlace<'vote'>(settings)
  const round = vote.open(place)
  put(place, round, 'amina', 'ramp', 2)
  round.reveal?.(writerOf(place), [0, 0])
  put(place, round, 'ben', 'ramp', 2)
  round.reveal?.(writerOf(place), [0, 0])
  expect(readAll(place.board, 'outcomes')).toMatchObject([{ people: 1, counts: [2, 0, 0, 0] }])
})

test('the result is sorted, and equals keep the order in which they were offered', () => {
  const place = roundPlace<'vote'>(settings)
  const round = vote.open(place)
  put(place, round, 'amina', 'ramp', 2)
  put(place, round, 'ben', 'lamp', 1)
  put(place, round, 'ben', 'tree', 1)
  round.reveal?.(writerOf(place), [0, 0])
  expect(readAll(place.board, 'outcomes')[0]).toMatchObject({
    round: 'vote',
    question: 'Which first?',
    cards: ['ramp', 'lamp', 'tree', 'bench'],
    counts: [2, 1, 1, 0],
    people: 2,
  })
})

test('a vote in which nobody voted leaves nothing on the board', () => {
  const place = roundPlace<'vote'>(settings)
  const round = vote.open(place)
  writeIn(place, round, 'amina', (doc) => putDots(doc, 'ramp', 1))
  writeIn(place, round, 'amina', (doc) => putDots(doc, 'ramp', 0))
  round.reveal?.(writerOf(place), [0, 0])
  expect(readAll(place.board, 'outcomes')).toEqual([])
})

test('a ballot of which a damaged file made something else is none', () => {
  const parts = new Map([['amina', new TextEncoder().encode('no document')]])
  const round = vote.open(roundPlace<'vote'>(settings, { parts }))
  expect(round.shownTo(viewer('amina'))).toMatchObject({ voted: 0 })
})

test('people are given a quarter of the cards as dots, and one at least', () => {
  expect([2, 8, 21, 200, 3000].map(suggestedDots)).toEqual([1, 2, 5, 50, 50])
})

test('an empty ballot has no dots', () => {
  const none: Ballot = {}
  expect(dotsOn(none)).toBe(0)
})

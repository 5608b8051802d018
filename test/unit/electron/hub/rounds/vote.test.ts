import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll } from '#shared/board/schema'
import { type Ballot, dotsOn, suggestedDots } from '#shared/room/vote'
import { vote } from '../../../../../electron/hub/rounds/vote'
import { roundPlace } from '../../../../support/roundPlace'

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
  dots: fc.integer({ min: 0, max: 6 }),
})

test('whatever people ask, nobody has more dots than they may, and the sums are those of the ballots', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 60 }), fc.nat(60), (asks, diesAt) => {
      let place = roundPlace<'vote'>(settings)
      let round = vote.open(place)
      const model = new Map<string, Record<string, number>>()
      for (const [at, { person, card, dots }] of asks.entries()) {
        if (at === diesAt) {
          place = roundPlace<'vote'>(settings, { parts: place.parts })
          round = vote.open(place)
        }
        round.ask?.(person, { kind: 'vote', card, dots })
        const own = { ...model.get(person), [card]: dots }
        const sum = Object.values(own).reduce((all, each) => all + each, 0)
        if (CARDS.includes(card) && dots <= 2 && sum <= 4) model.set(person, own)
        expect(dotsOn(round.shownTo(viewer(person)).mine)).toBeLessThanOrEqual(4)
      }
      for (const person of ['amina', 'ben', 'chris']) {
        const given = Object.entries(model.get(person) ?? {}).filter(([, dots]) => dots > 0)
        expect(round.shownTo(viewer(person)).mine).toEqual(Object.fromEntries(given))
      }
      round.reveal?.(writerOf(place), [0, 0])
      const [outcome] = readAll(place.board, 'outcomes')
      const sums = Object.fromEntries((outcome?.cards ?? []).map((card, at) => [card, outcome?.counts[at]]))
      const voters = [...model.values()].filter((own) => Object.values(own).some((dots) => dots > 0))
      expect(outcome?.people ?? 0).toBe(voters.length)
      for (const card of voters.length > 0 ? CARDS : [])
        expect(sums[card]).toBe(voters.reduce((sum, own) => sum + (own[card] ?? 0), 0))
    }),
  )
})

test('the result is sorted, and equals keep the order in which they were offered', () => {
  const place = roundPlace<'vote'>(settings)
  const round = vote.open(place)
  round.ask?.('amina', { kind: 'vote', card: 'ramp', dots: 2 })
  round.ask?.('ben', { kind: 'vote', card: 'lamp', dots: 1 })
  round.ask?.('ben', { kind: 'vote', card: 'tree', dots: 1 })
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
  round.ask?.('amina', { kind: 'vote', card: 'ramp', dots: 1 })
  round.ask?.('amina', { kind: 'vote', card: 'ramp', dots: 0 })
  expect(place.parts.size).toBe(0)
  round.reveal?.(writerOf(place), [0, 0])
  expect(readAll(place.board, 'outcomes')).toEqual([])
})

test.each(['no JSON', '[]', '{"bench":9}', '{"nowhere":1}', '{"bench":2,"lamp":2,"tree":1}', '{"bench":-1}'])(
  'a ballot that a damaged file kept as %s is none',
  (bytes) => {
    const parts = new Map([['amina', new TextEncoder().encode(bytes)]])
    const round = vote.open(roundPlace<'vote'>(settings, { parts }))
    expect(round.shownTo(viewer('amina'))).toMatchObject({ mine: {}, voted: 0 })
  },
)

test('people are given a quarter of the cards as dots, and one at least', () => {
  expect([2, 8, 21, 200, 3000].map(suggestedDots)).toEqual([1, 2, 5, 50, 50])
})

test('an empty ballot has no dots', () => {
  const none: Ballot = {}
  expect(dotsOn(none)).toBe(0)
})

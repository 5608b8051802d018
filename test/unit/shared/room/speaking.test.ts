import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIDES, type Side } from '#shared/board/vocabulary'
import { type Hand, inTurn, type Turns } from '#shared/room/speaking'

const hands = fc
  .array(fc.constantFrom(...SIDES), { maxLength: 20 })
  .map((sides) => sides.map((side, at): Hand => ({ person: `person ${at}`, side })))
const turns: fc.Arbitrary<Turns> = fc.dictionary(fc.constantFrom(...SIDES), fc.nat(5))
const side = fc.option(fc.constantFrom(...SIDES))

test('everybody with a raised hand is in the queue once, and each side in the order of raising', () => {
  fc.assert(
    fc.property(hands, turns, side, (raised, spoken, last) => {
      const queue = inTurn(raised, spoken, last)
      expect(queue.map(({ person }) => person).sort()).toEqual(raised.map(({ person }) => person).sort())
      for (const side of SIDES)
        expect(queue.filter((each) => each.side === side)).toEqual(
          raised.filter((each) => each.side === side),
        )
    }),
  )
})

test('no side has the floor twice in a row while somebody of another side waits', () => {
  fc.assert(
    fc.property(hands, turns, side, (raised, spoken, last) => {
      let before = last
      const queue = inTurn(raised, spoken, last)
      for (const [at, { side }] of queue.entries()) {
        if (side === before) expect(queue.slice(at).every((each) => each.side === side)).toBe(true)
        before = side
      }
    }),
  )
})

test('whoever is called is of a side that has spoken least of the other sides that wait', () => {
  fc.assert(
    fc.property(hands, turns, side, (raised, spoken, last) => {
      const counts: Record<string, number> = { ...spoken }
      let before = last
      const queue = inTurn(raised, spoken, last)
      for (const [at, { side }] of queue.entries()) {
        const others = queue.slice(at).filter((each) => each.side !== before)
        if (others.length > 0)
          expect(counts[side] ?? 0).toBe(Math.min(...others.map((each) => counts[each.side] ?? 0)))
        counts[side] = (counts[side] ?? 0) + 1
        before = side
      }
    }),
  )
})

test('three professionals who were quicker wait for the residents between them', () => {
  const raised: Hand[] = [
    { person: 'Ben', side: 'professional' },
    { person: 'Chris', side: 'professional' },
    { person: 'Dilip', side: 'professional' },
    { person: 'Amina', side: 'resident' },
    { person: 'Ewa', side: 'resident' },
  ]
  const names = (spoken: Turns, last: Side | null = null) =>
    inTurn(raised, spoken, last).map(({ person }) => person)
  expect(names({})).toEqual(['Ben', 'Amina', 'Chris', 'Ewa', 'Dilip'])
  expect(names({}, 'professional')).toEqual(['Amina', 'Ben', 'Ewa', 'Chris', 'Dilip'])
  expect(names({ professional: 2 })).toEqual(['Amina', 'Ben', 'Ewa', 'Chris', 'Dilip'])
})

test('a side that has said less has the floor back only after another one', () => {
  const raised: Hand[] = [
    { person: 'Ben', side: 'professional' },
    { person: 'Chris', side: 'professional' },
    { person: 'Dilip', side: 'professional' },
    { person: 'Amina', side: 'resident' },
  ]
  const names = inTurn(raised, { resident: 3 }, 'resident').map(({ person }) => person)
  expect(names).toEqual(['Ben', 'Amina', 'Chris', 'Dilip'])
})

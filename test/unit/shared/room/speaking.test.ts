import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIDES } from '#shared/board/vocabulary'
import { type Hand, inTurn, type Turns } from '#shared/room/speaking'

const hands = fc
  .array(fc.constantFrom(...SIDES), { maxLength: 20 })
  .map((sides) => sides.map((side, at): Hand => ({ person: `person ${at}`, side })))
const turns: fc.Arbitrary<Turns> = fc.dictionary(fc.constantFrom(...SIDES), fc.nat(5))

test('everybody with a raised hand is in the queue once, and each side in the order of raising', () => {
  fc.assert(
    fc.property(hands, turns, (raised, spoken) => {
      const queue = inTurn(raised, spoken)
      expect(queue.map(({ person }) => person).sort()).toEqual(raised.map(({ person }) => person).sort())
      for (const side of SIDES)
        expect(queue.filter((each) => each.side === side)).toEqual(
          raised.filter((each) => each.side === side),
        )
    }),
  )
})

test('whoever is called is of a side that has spoken least of those who wait', () => {
  fc.assert(
    fc.property(hands, turns, (raised, spoken) => {
      const counts: Record<string, number> = { ...spoken }
      const queue = inTurn(raised, spoken)
      for (const [at, { side }] of queue.entries()) {
        const waiting = queue.slice(at).map((each) => counts[each.side] ?? 0)
        expect(counts[side] ?? 0).toBe(Math.min(...waiting))
        counts[side] = (counts[side] ?? 0) + 1
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
  const names = (spoken: Turns) => inTurn(raised, spoken).map(({ person }) => person)
  expect(names({})).toEqual(['Ben', 'Amina', 'Chris', 'Ewa', 'Dilip'])
  expect(names({ professional: 2 })).toEqual(['Amina', 'Ewa', 'Ben', 'Chris', 'Dilip'])
})

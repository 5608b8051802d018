import { expect, test } from 'vitest'
import { homeOf, homesAround, mayLieIn, outermost, withContents } from '#shared/clustering/home'

/** Themes and notes (names in small letters), each with what it says it lies in. */
const wall = (homes: Record<string, string | null>) => (id: string) =>
  id in homes ? { type: id === id.toUpperCase() ? 'theme' : 'note', theme: homes[id] ?? null } : undefined

test('a card lies in its theme, and so on outwards', () => {
  const cardOf = wall({ a: 'A', A: 'B', B: null })
  expect(homesAround(cardOf, 'a')).toEqual(['A', 'B'])
})

test('a theme that is gone, and a card that is no theme, hold nothing', () => {
  const cardOf = wall({ a: 'GONE', b: 'a' })
  expect(homeOf(cardOf, 'a')).toBeNull()
  expect(homeOf(cardOf, 'b')).toBeNull()
})

test('of a circle the theme with the smallest id is the outermost, and every way out ends', () => {
  const cardOf = wall({ A: 'C', B: 'A', C: 'B', in: 'B', S: 'S', T: 'C' })
  expect(homeOf(cardOf, 'A')).toBeNull()
  expect(homesAround(cardOf, 'C')).toEqual(['B', 'A'])
  expect(homesAround(cardOf, 'in')).toEqual(['B', 'A'])
  expect(homesAround(cardOf, 'T')).toEqual(['C', 'B', 'A'])
  expect(homeOf(cardOf, 'S')).toBeNull()
})

test('a theme never comes to lie in itself or in what lies in it', () => {
  const cardOf = wall({ A: null, B: 'A', C: 'B', a: null })
  expect(mayLieIn(cardOf, 'A', 'C')).toBe(false)
  expect(mayLieIn(cardOf, 'A', 'A')).toBe(false)
  expect(mayLieIn(cardOf, 'C', 'A')).toBe(true)
  expect(mayLieIn(cardOf, 'A', 'a')).toBe(false)
  expect(mayLieIn(cardOf, 'A', null)).toBe(true)
})

test('what lies in a theme goes with it, however deep, and a circle is walked once', () => {
  const inside: Record<string, string[]> = { A: ['B', 'a'], B: ['b', 'A'] }
  expect([...withContents((id) => inside[id] ?? [], ['A'])].sort()).toEqual(['A', 'B', 'a', 'b'])
  const cardOf = wall({ A: null, B: 'A', b: 'B', c: null })
  expect(outermost(cardOf, ['b', 'B', 'c', 'A'])).toEqual(['c', 'A'])
})

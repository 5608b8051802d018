import { expect, test } from 'vitest'
import { shortName } from '../../../../renderer/canvas/shortName'

const inside = (name: string) => shortName(name).slice(1, -1)

test('a name that is short enough stays whole', () => {
  expect(inside('Nadia')).toBe('Nadia')
})

test('a long name is cut between letters, never inside one', () => {
  expect([...inside('😀'.repeat(40))]).toHaveLength(24)
  expect(inside('😀'.repeat(40)).endsWith('😀…')).toBe(true)
})

test('the cut of an Arabic name belongs to its own direction', () => {
  const short = shortName('عبد الرحمن بن محمد بن عبد العزيز')
  expect(short.at(0)).toBe('\u2068')
  expect(short.slice(-2)).toBe('…\u2069')
})

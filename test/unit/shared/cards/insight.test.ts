import { expect, test } from 'vitest'
import type { Card } from '#shared/board/schema'
import { type Details, NO_DETAILS, partKey } from '#shared/cards/kind'
import { hitCard, paintCard, toDrawable } from '#shared/cards/kinds'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

const drawableOf = (values: Partial<Card>, details: Partial<Details> = {}) =>
  toDrawable(cardOf({ type: 'insight', size: [280, 220, 0], ...values }), { ...NO_DETAILS, ...details })

function written(values: Partial<Card>, details: Partial<Details> = {}, editing: string | null = null) {
  const brush = createRecordingBrush()
  paintCard(brush, drawableOf(values, details), paintContext(1, editing))
  return brush.written.map(({ words, font }) => ({ words, weight: font.weight, size: font.size }))
}

test('an insight reads from what was said to what was noticed to why it matters', () => {
  const lines = written({ text: 'They wait alone', why: 'They leave' }, { quote: 'No one came' })
  expect(lines.map(({ words }) => words)).toEqual(['No one came', 'They wait alone', 'They leave'])
  expect(lines[1]?.weight).toBe(600)
  expect(lines[2]?.weight).toBe(400)
  expect(lines[2]?.size).toBeLessThan(lines[1]?.size ?? 0)
})

test('why it matters is left out where there is no room for it', () => {
  const lines = written(
    { text: 'They wait alone', why: 'They leave', size: [280, 80, 0] },
    { quote: 'No one' },
  )
  expect(lines.map(({ words }) => words)).not.toContain('They leave')
})

test('how sure the room is stands at the foot as a word', () => {
  expect(written({ text: 'They wait', confidence: 'likely' }).map(({ words }) => words)).toContain('Likely')
  expect(written({ text: 'They wait' })).toHaveLength(1)
})

test('only the part that is being written in is left to the field', () => {
  const values = { text: 'They wait', why: 'They leave' }
  const words = (editing: string) => written(values, { quote: 'No one' }, editing).map((line) => line.words)
  expect(words('card')).toEqual(['No one', 'They leave'])
  expect(words(partKey('card', 'why'))).toEqual(['No one', 'They wait'])
  expect(words(partKey('card', 'quote'))).toEqual(['They wait', 'They leave'])
})

test('each part is found where it is painted', () => {
  const drawable = drawableOf({ text: 'They wait', why: 'They leave' }, { quote: 'No one came' })
  expect(hitCard(drawable, [150, 125])?.name).toBe('quote')
  expect(hitCard(drawable, [150, 158])?.name).toBe('body')
  expect(hitCard(drawable, [150, 178])?.name).toBe('why')
  expect(hitCard(drawableOf({ text: 'They wait' }), [150, 125])?.name).toBe('body')
})

test('a part without words has a place to be written in', () => {
  for (const part of ['quote', 'why'] as const) {
    const drawable = drawableOf({ text: 'They wait' })
    expect(drawable.kind.textArea(drawable, paintContext(), part)?.height).toBeGreaterThan(20)
  }
})

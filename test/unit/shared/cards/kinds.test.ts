import { expect, test } from 'vitest'
import type { Card } from '#shared/board/schema'
import { type Details, NO_DETAILS } from '#shared/cards/kind'
import { hitCard, KINDS, paintCard, toDrawable } from '#shared/cards/kinds'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

function painted(
  values: Partial<Card>,
  details: Partial<Details> = {},
  scale = 1,
  editing: string | null = null,
  isQuiet = false,
) {
  const brush = createRecordingBrush()
  const drawable = toDrawable(cardOf(values), { ...NO_DETAILS, ...details })
  paintCard(brush, drawable, paintContext(scale, editing, isQuiet))
  return brush
}

test.each([...KINDS.map(({ type }) => type), 'somethingNewer'])('a %s paints near, far and empty', (type) => {
  for (const scale of [0.02, 0.25, 1, 4])
    for (const text of ['', 'مرحبا\nhello', 'long '.repeat(400)])
      expect(() =>
        painted({ type, text }, { quote: 'said', source: 'A story', votes: 3 }, scale),
      ).not.toThrow()
})

test('Arabic words start at the right of the card, Latin ones at the left', () => {
  const [arabic] = painted({ text: 'مرحبا' }).written
  const [latin] = painted({ text: 'hello' }).written
  expect(arabic?.direction).toBe('rtl')
  expect(arabic?.x).toBeGreaterThan(150)
  expect(latin?.x).toBe(16)
})

test('an insight shows its quote before what was noticed, and its source at the foot', () => {
  const { written } = painted(
    { type: 'insight', text: 'They feel alone', size: [280, 220, 0] },
    { quote: 'Nobody spoke to me', source: 'A visit' },
  )
  expect(written.map(({ words }) => words)).toEqual(['Nobody spoke to me', 'They feel alone', 'A visit'])
  expect(written[0]?.font.face).toBe('reading')
})

test('words too small to read are bars, and words being written are left to the field', () => {
  expect(painted({ text: 'hello' }, {}, 0.1).written).toEqual([])
  expect(painted({ text: 'hello' }, {}, 1, 'card').written).toEqual([])
})

test('a how-might-we says so once, even when people wrote it themselves', () => {
  const headings = (text: string) =>
    painted({ type: 'howMightWe', text }).written.filter(({ words }) => words.startsWith('How might we'))
      .length
  expect(headings('greet people?')).toBe(1)
  expect(headings('How might we greet people?')).toBe(1)
})

test('a theme spans its cards and grows with them; only its sentence grabs', () => {
  const members = { x: 0, y: 0, width: 1000, height: 400 }
  const theme = toDrawable(cardOf({ type: 'theme' }), { ...NO_DETAILS, members })
  expect(theme.place).toMatchObject({ x: -24, width: 1048 })
  expect(hitCard(theme, [100, -60])?.name).toBe('body')
  expect(hitCard(theme, [100, 200])?.name).toBe('field')
  expect(hitCard(theme, [3000, 200])).toBeNull()
})

test('a turned card is hit where it is painted', () => {
  const turned = toDrawable(cardOf({ size: [240, 40, 90] }), NO_DETAILS)
  expect(hitCard(turned, [220, 220])?.name).toBe('body')
  expect(hitCard(turned, [110, 120])).toBeNull()
})

test('a card of a kind that is not known can be hit, so that it can be moved', () => {
  const unknown = toDrawable(cardOf({ type: 'somethingNewer' }), NO_DETAILS)
  expect(hitCard(unknown, [150, 150])?.name).toBe('body')
})

test('a quiet wall does not offer another frame', () => {
  const strokes = (isQuiet: boolean) =>
    painted({ type: 'storyboard', text: '' }, {}, 1, null, isQuiet).strokes
  expect(strokes(false) - strokes(true)).toBe(3)
})

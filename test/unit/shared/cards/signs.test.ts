import { expect, test } from 'vitest'
import { HIGH_CONTRAST, LIGHT } from '#shared/cards/colours'
import { NO_DETAILS } from '#shared/cards/kind'
import { hitCard, paintCard, toDrawable } from '#shared/cards/kinds'
import { drawSign, SIGNS } from '#shared/cards/signs'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

test.each(SIGNS)('the sign %s is drawn inside its square, without letters of any font', (sign) => {
  for (const colours of [LIGHT, HIGH_CONTRAST]) {
    const reach: number[] = []
    const brush = {
      disc: (x: number, y: number, radius: number) =>
        void reach.push(Math.abs(x) + radius, Math.abs(y) + radius),
      shape: (points: ArrayLike<number>) => void reach.push(...Array.from(points, Math.abs)),
      line: (points: ArrayLike<number>) => void reach.push(...Array.from(points, Math.abs)),
    }
    drawSign(brush, sign, 0, 0, 20, colours)
    expect(Math.max(...reach)).toBeGreaterThan(5)
    expect(Math.max(...reach)).toBeLessThanOrEqual(10)
  }
})

function painted(reactions: readonly { sign: string; count: number }[], width = 240) {
  const brush = createRecordingBrush()
  const card = cardOf({ text: '', size: [width, 160, 0] })
  paintCard(brush, toDrawable(card, { ...NO_DETAILS, reactions }), paintContext())
  return brush.written.map(({ words }) => words)
}

test('answers are counted on the lower edge of a card', () => {
  expect(
    painted([
      { sign: 'heart', count: 12 },
      { sign: 'star', count: 1 },
    ]),
  ).toEqual(['12', '1'])
})

test('a sign of a newer version, and what has no room, is left out', () => {
  expect(painted([{ sign: 'somethingNewer', count: 3 }])).toEqual([])
  expect(
    painted(
      SIGNS.map((sign) => ({ sign, count: 1 })),
      120,
    ),
  ).toHaveLength(2)
})

test('a stamp is hit on its paper only', () => {
  const stamp = toDrawable(cardOf({ type: 'stamp', sign: 'heart', size: [56, 56, 0] }), NO_DETAILS)
  expect(hitCard(stamp, [128, 128])?.name).toBe('body')
  expect(hitCard(stamp, [103, 103])).toBeNull()
})

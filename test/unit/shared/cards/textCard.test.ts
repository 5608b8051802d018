import { expect, test } from 'vitest'
import type { Card } from '#shared/board/schema'
import { NO_DETAILS } from '#shared/cards/kind'
import { paintCard, toDrawable } from '#shared/cards/kinds'
import { TEXT_LINE, textCard } from '#shared/cards/textCard'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

const textOf = (values: Partial<Card>) =>
  toDrawable(
    cardOf({ type: 'text', text: '', pos: [0, 0], size: [textCard.size[0], TEXT_LINE, 0], ...values }),
    NO_DETAILS,
  )
const fitted = (values: Partial<Card>, text: string) => {
  const drawable = textOf(values)
  return drawable.kind.fit?.(drawable, text, paintContext())
}

test('a text that was clicked onto the wall is as wide as its words, until a line is too long', () => {
  const short = fitted({}, 'welcome')
  expect(short?.width).toBe(7 * 12 + 8)
  expect(short?.height).toBe(TEXT_LINE)
  const long = fitted({ text: 'welcome', size: [92, TEXT_LINE, 0] }, 'welcome '.repeat(20).trim())
  expect(long?.width).toBeLessThan(560)
  expect(long?.height).toBeGreaterThan(TEXT_LINE * 2)
})

test('a text that was drawn wider keeps its width and grows downwards', () => {
  const drawn = { size: [300, TEXT_LINE, 0] as const }
  expect(fitted(drawn, 'hello')).toMatchObject({ width: 300, height: TEXT_LINE })
  expect(fitted(drawn, 'hello '.repeat(12))).toMatchObject({ width: 300 })
  expect(fitted(drawn, 'hello '.repeat(12))?.height).toBeGreaterThan(TEXT_LINE)
})

test('words that read from the right grow towards the left', () => {
  const place = fitted({ text: 'مرحبا', size: [68, TEXT_LINE, 0] }, 'مرحبا بكم')
  expect(place?.x).toBeLessThan(0)
  expect((place?.x ?? 0) + (place?.width ?? 0)).toBe(68)
})

test('letters fill their box: pulled larger, they are larger', () => {
  const sizeIn = (size: readonly [number, number, number]) => {
    const brush = createRecordingBrush()
    paintCard(brush, textOf({ text: 'welcome', size }), paintContext())
    return brush.written[0]?.font.size
  }
  expect(sizeIn([92, TEXT_LINE, 0])).toBe(24)
  expect(sizeIn([400, 120, 0])).toBe(80)
})

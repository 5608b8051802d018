import { expect, test } from 'vitest'
import type { PictureState } from '#shared/cards/brush'
import { imageSize, MOUNT } from '#shared/cards/image'
import { NO_DETAILS } from '#shared/cards/kind'
import { hitCard, paintCard, toDrawable } from '#shared/cards/kinds'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

const asset = 'a'.repeat(64)

function painted(values: Parameters<typeof cardOf>[0], shown: PictureState = 'painted') {
  const brush = createRecordingBrush(shown)
  paintCard(brush, toDrawable(cardOf(values), NO_DETAILS), paintContext())
  return brush
}

test('a new picture fills its card but for the paper around it', () => {
  const [width, height] = imageSize([4000, 3000])
  const { pictures } = painted({
    type: 'image',
    asset,
    pixels: [4000, 3000],
    size: [width, height, 0],
    text: '',
  })
  expect(pictures).toEqual([{ asset, box: [MOUNT, MOUNT, 360, 270] }])
})

test('with a caption the picture makes room and keeps its proportions', () => {
  const { pictures, written } = painted({
    type: 'image',
    asset,
    pixels: [400, 200],
    size: [416, 216, 0],
    text: 'The ramp',
  })
  const [, , width, height] = pictures[0]?.box ?? [0, 0, 0, 0]
  expect(width / height).toBeCloseTo(2)
  expect(height).toBeLessThan(180)
  expect(written.map(({ words }) => words)).toEqual(['The ramp'])
})

test('a picture that the board lacks says so, and one on its way does not', () => {
  const card = { type: 'image', asset, pixels: [400, 300] as const, size: [376, 286, 0] as const, text: '' }
  expect(painted(card, 'missing').written.map(({ words }) => words)).toEqual(['No picture'])
  expect(painted(card, 'waiting').written).toEqual([])
})

test('a picture without pixels or asset, as a stranger may store it, still paints', () => {
  expect(painted({ type: 'image', asset, pixels: [0, -4] }).pictures).toHaveLength(1)
  expect(painted({ type: 'image' }).pictures).toHaveLength(0)
})

const linkAt = (link: string, size: readonly [number, number, number] = [280, 128, 0]) =>
  toDrawable(cardOf({ type: 'link', link, text: 'The plan', size }), NO_DETAILS)

test('a link shows where it leads, and only that part of it opens', () => {
  const card = { type: 'link', link: 'https://www.fernley.example/plan?x=1', text: 'The plan' } as const
  expect(painted({ ...card, size: [280, 128, 0] }).written.map(({ words }) => words)).toEqual([
    'The plan',
    'fernley.example',
  ])
  const drawable = linkAt(card.link)
  const { x, y, height } = drawable.place
  expect(hitCard(drawable, [x + 60, y + height - 20])?.name).toBe('link')
  expect(hitCard(drawable, [x + 60, y + 20])?.name).toBe('body')
})

test('an address that must not be opened has no part that opens', () => {
  const drawable = linkAt('javascript:alert(1)')
  const { x, y, height } = drawable.place
  expect(hitCard(drawable, [x + 60, y + height - 20])?.name).toBe('body')
})

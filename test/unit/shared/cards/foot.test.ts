import { expect, test } from 'vitest'
import { NO_DETAILS } from '#shared/cards/kind'
import { paintCard, toDrawable } from '#shared/cards/kinds'
import { cardOf } from '../../../support/cardOf'
import { createRecordingBrush, paintContext } from '../../../support/recordingBrush'

function foot(votes: number, width = 240) {
  const brush = createRecordingBrush()
  let dots = 0
  const counting = { ...brush, disc: () => void dots++ }
  const card = cardOf({ text: '', tint: 'white', size: [width, 160, 0] })
  paintCard(counting, toDrawable(card, { ...NO_DETAILS, votes }), paintContext())
  return { dots, words: brush.written.map(({ words }) => words) }
}

test('a few votes are as many dots', () => {
  expect(foot(3)).toEqual({ dots: 3, words: [] })
})

test('more than are seen at a glance are counted beside their dots', () => {
  expect(foot(7)).toEqual({ dots: 7, words: ['7'] })
})

test('many votes, or votes on a narrow card, are one dot and a number', () => {
  expect(foot(11)).toEqual({ dots: 1, words: ['11'] })
  expect(foot(7, 96)).toEqual({ dots: 1, words: ['7'] })
})

test.each(['text', 'shape', 'frame', 'theme', 'storyboard'])(
  'the votes for a %s stand on its edge',
  (type) => {
    const card = cardOf({ type, text: '', tint: 'white', size: [400, 260, 0] })
    const discs = (votes: number) => {
      const brush = createRecordingBrush()
      let count = 0
      const counting = { ...brush, disc: () => void count++ }
      paintCard(counting, toDrawable(card, { ...NO_DETAILS, votes }), paintContext(1, null, true))
      return { count, words: brush.written.map(({ words }) => words) }
    }
    const bare = discs(0)
    expect(discs(3)).toEqual({ count: bare.count + 3, words: bare.words })
    expect(discs(12)).toEqual({ count: bare.count + 1, words: [...bare.words, '12'] })
  },
)

import { expect, test } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { placePictures } from '../../../../../renderer/board/clipboard/placePictures'
import { Driver } from '../../../../driver'

const picture = (at: number, pixels: [number, number]) => ({ asset: `${at}`.padStart(64, '0'), pixels })

test('one picture stands in the middle of where it was brought, in its own proportions', () => {
  const me = new Driver()
  const [id = ''] = placePictures(me.session, [picture(1, [4000, 3000])], [100, 50])
  const { pos, size, asset, pixels, type } = me.card(id)
  expect({ type, asset, pixels }).toEqual({
    type: 'image',
    asset: picture(1, [1, 1]).asset,
    pixels: [4000, 3000],
  })
  expect([pos[0] + size[0] / 2, pos[1] + size[1] / 2]).toEqual([100, 50])
  expect(me.selected).toEqual([id])
})

test('several lie side by side, equally high, and nothing lies on anything', () => {
  const me = new Driver()
  const ids = placePictures(
    me.session,
    [picture(1, [400, 300]), picture(2, [300, 400]), picture(3, [1000, 100])],
    [0, 0],
  )
  const cards = ids.map((id) => me.card(id))
  expect(new Set(cards.map(({ pos }) => pos[1])).size).toBe(1)
  for (const [at, { pos, size }] of cards.entries()) {
    const next = cards[at + 1]
    if (next) expect(pos[0] + size[0]).toBeLessThan(next.pos[0])
  }
})

test('bringing pictures is one step back', () => {
  const me = new Driver()
  placePictures(me.session, [picture(1, [40, 30]), picture(2, [40, 30])], [0, 0])
  expect(me.cards).toHaveLength(2)
  me.press('mod+z')
  expect(me.cards).toHaveLength(0)
})

test('resizing a picture keeps its proportions', () => {
  const me = new Driver()
  const [id = ''] = placePictures(me.session, [picture(1, [400, 300])], [0, 0])
  const before = me.card(id).size
  const corner: [number, number] = [800 + before[0] / 2, 450 + before[1] / 2]
  me.down(...corner)
    .move(200, 0)
    .move(100, 10)
    .up()
  const after = me.card(id).size
  expect(after[0]).toBeGreaterThan(before[0] + 100)
  expect(after[0] / after[1]).toBeCloseTo(before[0] / before[1], 1)
})

test('a click on where a link leads asks to open it, and only there', () => {
  const me = new Driver()
  addCard(me.session.writer, {
    type: 'link',
    link: 'https://fernley.example/plan',
    text: 'The plan',
    pos: [0, 0],
    size: [280, 128, 0],
  })
  me.click(800 + 60, 450 + 30)
  expect(me.session.asked.get()).toBeNull()
  me.click(800 + 60, 450 + 110)
  expect(me.session.asked.get()).toEqual({ do: 'openLink', link: 'https://fernley.example/plan' })
})

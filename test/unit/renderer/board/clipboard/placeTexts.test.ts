import { expect, test } from 'vitest'
import { describeBoard } from '#shared/board/actions/report'
import { placeTexts } from '../../../../../renderer/board/clipboard/placeTexts'
import { readText } from '../../../../../renderer/board/clipboard/readText'
import { Driver } from '../../../../driver'
import { workedFor } from '../../../../support/workedFor'

const lines = (count: number) => Array.from({ length: count }, (_, at) => `thought ${at}`)

test('lines become cards of the present stage around the point, none on another', () => {
  const me = new Driver()
  describeBoard(me.session.writer, { stage: 'ideas' })
  const ids = placeTexts(me.session, { kind: 'lines', lines: lines(7) }, [500, 500])
  const cards = ids.map((id) => me.card(id))
  expect(cards.map(({ text }) => text)).toEqual(lines(7))
  expect(new Set(cards.map(({ type }) => type))).toEqual(new Set(['idea']))
  expect(me.selected).toEqual(ids)
  for (const a of cards)
    for (const b of cards) {
      if (a === b) continue
      const isApart = Math.abs(a.pos[0] - b.pos[0]) >= 240 || Math.abs(a.pos[1] - b.pos[1]) >= 160
      expect(isApart).toBe(true)
    }
})

test('cells keep their rows and columns, and an empty cell leaves its place free', () => {
  const me = new Driver()
  const ids = placeTexts(me.session, readText('a\tb\nc\t\n\td\n'), [0, 0])
  const at = new Map(ids.map((id) => [me.card(id).text, me.card(id).pos]))
  expect(at.get('a')?.[1]).toBe(at.get('b')?.[1])
  expect(at.get('a')?.[0]).toBe(at.get('c')?.[0])
  expect(at.get('b')?.[0]).toBe(at.get('d')?.[0])
  expect(at.size).toBe(4)
})

test('an address becomes a link that nobody has to wait for', () => {
  const me = new Driver()
  const [id = ''] = placeTexts(me.session, readText('https://fernley.example/plan'), [0, 0])
  expect(me.card(id)).toMatchObject({ type: 'link', link: 'https://fernley.example/plan', text: '' })
})

test('a thousand lines are one step back, and quickly there', () => {
  const me = new Driver()
  const started = workedFor()
  placeTexts(me.session, { kind: 'lines', lines: lines(1_000) }, [0, 0])
  expect(workedFor() - started).toBeLessThan(4_000)
  expect(me.cards).toHaveLength(1_000)
  me.press('mod+z')
  expect(me.cards).toHaveLength(0)
})

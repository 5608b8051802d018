import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { framesOf } from '#shared/board/actions/prototypes'
import { linesOf } from '#shared/board/actions/scripts'
import { paragraphsOf, passageOf } from '#shared/board/actions/stories'
import { readAll, readRecord, readSingleton } from '#shared/board/records'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'
import { smallWorkshop, smallWorkshopFiles } from '../../../support/smallWorkshop'

function built(): Y.Doc {
  const parsed = parseWorkshop(smallWorkshop)
  if (!parsed.ok) throw new Error(parsed.failure.detail)
  const doc = new Y.Doc()
  buildWorkshop(doc, parsed.value, (file) => smallWorkshopFiles[file] ?? '', 1000)
  return doc
}

test('a workshop file becomes a whole board with its own ids', () => {
  const doc = built()
  expect(readSingleton(doc, 'meta').title).toBe('The first visit')
  expect(paragraphsOf(doc, 'st1', 'text').map(({ heading }) => heading)).toEqual([1, 0, 0])
  const highlight = readRecord(doc, 'highlights', 'hl1')
  expect(highlight && passageOf(doc, highlight)?.quote).toBe('nobody looked up')
  expect(readRecord(doc, 'cards', 'in1')).toMatchObject({ theme: 'th1', highlight: 'hl1', type: 'insight' })
  expect(framesOf({ doc }, 'sb1').map(({ caption }) => caption)).toEqual(['At the door', 'At the desk'])
  expect(linesOf({ doc }, 'sc1').map(({ translation }) => translation)).toEqual(['صباح الخير', ''])
  expect(readAll(doc, 'votes')).toHaveLength(1)
})

test('building the same file twice gives the same board', () => {
  const everything = (doc: Y.Doc) =>
    ['cards', 'stories', 'lines', 'strokes', 'people', 'votes'].map((name) => doc.getMap(name).toJSON())
  expect(everything(built())).toEqual(everything(built()))
})

test('cards lie inside their theme and nothing else lies on anything', () => {
  const cards = readAll(built(), 'cards')
  const box = (id: string) => {
    const card = cards.find((one) => one.id === id)
    if (!card) throw new Error(`no card ${id}`)
    const [left, top] = card.pos
    return { left, top, right: left + card.size[0], bottom: top + card.size[1] }
  }
  const theme = box('th1')
  const insight = box('in1')
  expect(insight.left >= theme.left && insight.right <= theme.right).toBe(true)
  expect(insight.top >= theme.top && insight.bottom <= theme.bottom).toBe(true)
  const apart = cards.filter((card) => card.theme === null)
  for (const one of apart) {
    for (const other of apart.filter(({ id }) => id > one.id)) {
      const a = box(one.id)
      const b = box(other.id)
      const overlap = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
      expect(overlap, `${one.id} on ${other.id}`).toBe(false)
    }
  }
})

test('a file that does not hold together is refused with what is wrong', () => {
  expect(parseWorkshop({})).toMatchObject({ ok: false, failure: { code: 'notADocument' } })
  const card = { id: 'c', kind: 'idea', text: 'x', from: ['gone'] }
  const parsed = parseWorkshop({ ...smallWorkshop, cards: [...smallWorkshop.cards, card] })
  expect(parsed.ok ? '' : parsed.failure.detail).toContain('c comes from gone')
})

test('a quote that is not in its story stops the build', () => {
  const parsed = parseWorkshop(smallWorkshop)
  if (!parsed.ok) throw new Error(parsed.failure.detail)
  expect(() => buildWorkshop(new Y.Doc(), parsed.value, () => 'Other words.', 1)).toThrow('hl1')
})

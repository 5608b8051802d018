import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import type { Writer } from '#shared/board/actions/writer'
import { reportSource } from '#shared/report/source'
import { nestedThemes } from '#shared/report/themes'

test('a theme is told before those in it, and a card in a frame belongs to the theme around the frame', () => {
  const writer: Writer = { doc: new Y.Doc(), person: 'p', origin: null, now: () => 1 }
  const first = addCard(writer, { type: 'theme', text: 'Inner' })
  const outer = addCard(writer, { type: 'theme', text: 'Outer' })
  addCard(writer, { type: 'theme', text: 'Another' })
  const frame = addCard(writer, { type: 'frame', theme: outer })
  const inFrame = addCard(writer, { type: 'insight', theme: frame })
  writer.doc.getMap<Y.Map<unknown>>('cards').get(first)?.set('theme', outer)
  const { themes, themeOf } = nestedThemes(reportSource(writer.doc))
  expect(themes.map(({ text, depth }) => [text, depth])).toEqual([
    ['Outer', 0],
    ['Inner', 1],
    ['Another', 0],
  ])
  expect(themeOf(inFrame)).toBe(outer)
})

test('themes that lie in each other are told once each', () => {
  const writer: Writer = { doc: new Y.Doc(), person: 'p', origin: null, now: () => 1 }
  const a = addCard(writer, { type: 'theme', text: 'a' })
  const b = addCard(writer, { type: 'theme', text: 'b', theme: a })
  writer.doc.getMap<Y.Map<unknown>>('cards').get(a)?.set('theme', b)
  expect(nestedThemes(reportSource(writer.doc)).themes).toHaveLength(2)
})

import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { lockCards } from '#shared/board/actions/arrange'
import { addCard, deleteCards, moveCards, resizeCard } from '#shared/board/actions/cards'
import { dropCards, joinTheme, makeTheme, reorderCard } from '#shared/board/actions/themes'
import type { Writer } from '#shared/board/actions/writer'
import { readAll, readRecord } from '#shared/board/records'
import type { Card } from '#shared/board/schema'
import { canonical } from '../../../../support/canonical'

let doc: Y.Doc
let writer: Writer
beforeEach(() => {
  doc = new Y.Doc()
  writer = { doc, person: 'p', origin: null, now: () => 1 }
})

const note = (x: number, y: number, by = writer) =>
  addCard(by, { type: 'note', text: 'words', pos: [x, y], size: [200, 100, 0] })
const card = (id: string): Card => {
  const found = readRecord(doc, 'cards', id)
  if (!found) throw new Error(`no card ${id}`)
  return found
}
const place = (id: string) => card(id).pos
const membersOf = (theme: string) =>
  readAll(doc, 'cards')
    .filter((one) => one.theme === theme)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id }) => id)

test('a new theme gathers its cards in rows around the first of them', () => {
  const cards = [note(0, 0), note(900, 50), note(-40, 700), note(2000, 2000)]
  const theme = makeTheme(writer, cards, 'What people need')
  expect(membersOf(theme)).toEqual(cards)
  expect(cards.map(place)).toEqual([
    [0, 0],
    [216, 0],
    [432, 0],
    [0, 116],
  ])
  expect(place(theme)).toEqual([-24, -96])
})

test('a new theme covers no card that is not in it', () => {
  const cards = [note(0, 0), note(0, 300)]
  const other = note(230, 0)
  const theme = makeTheme(writer, cards, '')
  const [left = 0, top = 0] = place(theme)
  const [width = 0, height = 0] = card(theme).size
  const isApart = left + width <= 230 || left >= 430 || top + height <= 0 || top >= 100
  expect(isApart).toBe(true)
  expect(place(other)).toEqual([230, 0])
})

test('a card comes in where it is dropped, and the others make room', () => {
  const [a, b] = [note(0, 0), note(300, 0)]
  const theme = makeTheme(writer, [a, b], '')
  const late = note(3000, 3000)
  joinTheme(writer, [late], theme, a)
  expect(membersOf(theme)).toEqual([a, late, b])
  expect([a, late, b].map((id) => place(id)[0])).toEqual([0, 216, 432])
  joinTheme(writer, [b], theme, null)
  expect([b, a, late].map((id) => place(id)[0])).toEqual([0, 216, 432])
})

test('when a card leaves or is deleted the others close up', () => {
  const cards = [note(0, 0), note(300, 0), note(600, 0)]
  const [a = '', b = '', c = ''] = cards
  makeTheme(writer, cards, '')
  dropCards(writer, [a], [0, 900], [{ home: null, cards: [a] }])
  expect(card(a).theme).toBeNull()
  expect([b, c].map(place)).toEqual([
    [0, 0],
    [216, 0],
  ])
  deleteCards(writer, [b])
  expect(place(c)).toEqual([0, 0])
})

test('a card that is taken out comes to lie beside the field', () => {
  const cards = [note(0, 0), note(300, 0)]
  const [a = '', b = ''] = cards
  const theme = makeTheme(writer, cards, '')
  joinTheme(writer, [a], null)
  expect(card(a).theme).toBeNull()
  expect(place(b)).toEqual([0, 0])
  expect(place(a)[0]).toBeGreaterThanOrEqual(place(theme)[0] + card(theme).size[0])
})

test('a card that grows pushes the rows below it down', () => {
  const cards = [note(0, 0), note(1, 0), note(2, 0), note(3, 0)]
  makeTheme(writer, cards, '')
  resizeCard(writer, cards[1] ?? '', { pos: [216, 0], size: [200, 180, 0] })
  expect(place(cards[3] ?? '')).toEqual([0, 196])
})

test('cards that people laid freely in a theme stay until somebody drops one into it', () => {
  const theme = addCard(writer, { type: 'theme', text: 'Old' })
  const lay = (x: number, y: number) =>
    addCard(writer, { type: 'note', theme, pos: [x, y], size: [200, 100, 0] })
  const [low, right, left] = [lay(0, 400), lay(500, 10), lay(0, 0)]
  resizeCard(writer, low, { pos: [0, 400], size: [220, 100, 0] })
  const last = lay(700, 700)
  deleteCards(writer, [last])
  expect([left, right, low].map(place)).toEqual([
    [0, 0],
    [500, 10],
    [0, 400],
  ])
  const dropped = note(3000, 0)
  joinTheme(writer, [dropped], theme)
  // They keep the order in which they were read.
  expect(membersOf(theme)).toEqual([left, right, low, dropped])
  expect(place(right)).toEqual([216, 0])
})

test('a theme dropped in a theme becomes part of it; the outer rows make room as the inner one grows', () => {
  const inner = makeTheme(writer, [note(0, 0)], 'inner')
  const beside = note(2000, 0)
  const outer = makeTheme(writer, [beside], 'outer')
  joinTheme(writer, [inner], outer, null)
  expect(card(inner).theme).toBe(outer)
  const before = place(beside)[0]
  joinTheme(writer, [note(5000, 0), note(6000, 0)], inner)
  expect(place(beside)[0]).toBeGreaterThan(before)
  expect(card(inner).z > card(outer).z).toBe(true)
})

test('a theme cannot come to lie in itself, by whatever way', () => {
  const inner = makeTheme(writer, [note(0, 0)], 'inner')
  const middle = makeTheme(writer, [inner], 'middle')
  const outer = makeTheme(writer, [middle], 'outer')
  const before = canonical(doc)
  joinTheme(writer, [outer], inner)
  joinTheme(writer, [outer], outer)
  reorderCard(writer, middle, inner, null)
  expect(canonical(doc)).toBe(before)
})

test('the cards of a theme that is deleted stay in the theme around it', () => {
  const a = note(0, 0)
  const inner = makeTheme(writer, [a], 'inner')
  const outer = makeTheme(writer, [inner, note(900, 0)], 'outer')
  deleteCards(writer, [inner])
  expect(card(a).theme).toBe(outer)
})

test('a group made of cards of one theme lies in that theme', () => {
  const cards = [note(0, 0), note(300, 0), note(600, 0)]
  const outer = makeTheme(writer, cards, 'outer')
  const inner = makeTheme(writer, cards.slice(1), 'inner')
  expect(membersOf(outer)).toEqual([cards[0], inner])
  expect(membersOf(inner)).toEqual(cards.slice(1))
})

test('where the board is read from right to left the rows grow to the left', () => {
  doc.getMap('meta').set('language', 'ar')
  const cards = [note(0, 0), note(300, 0)]
  makeTheme(writer, cards, '')
  expect(cards.map(place)).toEqual([
    [0, 0],
    [-216, 0],
  ])
})

test('a step in the outline moves the card on the wall too', () => {
  const cards = [note(0, 0), note(300, 0), note(600, 0)]
  const [a = '', b = '', c = ''] = cards
  const theme = makeTheme(writer, cards, '')
  reorderCard(writer, c, theme, a)
  expect([a, c, b].map((id) => place(id)[0])).toEqual([0, 216, 432])
})

test('two people who drop at once lose nothing, and the next drop puts all in rows again', () => {
  const theme = makeTheme(writer, [note(0, 0), note(300, 0)], '')
  const [mine, yours] = [note(3000, 0), note(3000, 400)]
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  joinTheme(writer, [mine], theme)
  joinTheme({ ...writer, doc: copy }, [yours], theme)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy))
  expect(canonical(copy)).toBe(canonical(doc))
  expect(membersOf(theme)).toHaveLength(4)
  joinTheme(writer, [note(9000, 0)], theme)
  expect(new Set(membersOf(theme).map((id) => String(place(id)))).size).toBe(5)
})

test('two people who put two themes into each other at once make no knot', () => {
  const [one, two] = [makeTheme(writer, [note(0, 0)], 'one'), makeTheme(writer, [note(2000, 0)], 'two')]
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  joinTheme(writer, [one], two)
  joinTheme({ ...writer, doc: copy }, [two], one)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy))
  const late = note(9000, 0)
  joinTheme(writer, [late], one)
  moveCards(writer, [late], [1, 1])
  deleteCards(writer, [two])
  expect(card(late).theme).toBe(one)
})

test('a locked card stays where it is, and the others close up around it', () => {
  const cards = [note(0, 0), note(900, 50), note(-40, 700), note(2000, 2000)]
  const [first, locked, third, last] = cards as [string, string, string, string]
  makeTheme(writer, cards, '')
  lockCards(writer, [locked], true)
  deleteCards(writer, [first])
  expect(place(locked)).toEqual([216, 0])
  expect([third, last].map(place)).toEqual([
    [0, 0],
    [432, 0],
  ])
  const late = note(3000, 3000)
  joinTheme(writer, [late], card(locked).theme, null)
  expect(place(locked)).toEqual([216, 0])
  const places = [late, locked, third, last].map((id) => place(id).join(' '))
  expect(new Set(places).size).toBe(4)
})

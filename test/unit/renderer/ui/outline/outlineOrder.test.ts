import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { reorderCard } from '#shared/board/actions/themes'
import type { Writer } from '#shared/board/actions/writer'
import { byOrder } from '#shared/board/order'
import { readAll } from '#shared/board/records'
import {
  buildOutline,
  type OutlineRow,
  outlineRows,
  stepFrom,
} from '../../../../../renderer/ui/outline/outlineOrder'

function newBoard() {
  const doc = new Y.Doc()
  const writer: Writer = { doc, person: 'p', origin: 'test', now: () => 0 }
  const add = (text: string, values: Partial<Parameters<typeof addCard>[1]> = {}) =>
    addCard(writer, { type: 'note', text, stage: 'insights', ...values })
  const areas = () => buildOutline(readAll(doc, 'cards').sort(byOrder))
  const rows = (closed: readonly string[] = []) => outlineRows(areas(), new Set(closed))
  const row = (text: string): OutlineRow => {
    const found = rows().find((one) => wordsOf(one) === text)
    if (!found) throw new Error(`no row says ${text}`)
    return found
  }
  /** Puts the row one place up or down, as the outline does. */
  const step = (text: string, direction: -1 | 1): boolean => {
    const from = row(text)
    const to = stepFrom(from, direction)
    if (!to) return false
    reorderCard(writer, from.key, to.theme, to.after)
    return true
  }
  return { add, rows, row, step, seen: () => rows().map(wordsOf) }
}

function wordsOf(row: OutlineRow): string {
  if (row.kind === 'area') return row.area.stage
  if (row.kind === 'card') return row.card.text
  return row.group.theme?.text ?? 'loose'
}

describe('the outline', () => {
  it('lists stages in their order, their themes, and last what is in no theme', () => {
    const { add, seen } = newBoard()
    add('an idea', { stage: 'ideas', type: 'idea' })
    add('loose one')
    const theme = add('a theme', { type: 'theme' })
    add('in the theme', { theme })
    expect(seen()).toEqual([
      'insights',
      'a theme',
      'in the theme',
      'loose',
      'loose one',
      'ideas',
      'loose',
      'an idea',
    ])
  })

  it('shows a theme that has no cards yet', () => {
    const { add, seen } = newBoard()
    add('empty theme', { type: 'theme' })
    expect(seen()).toEqual(['insights', 'empty theme'])
  })

  it('keeps a card whose theme is gone among those in no theme', () => {
    const { add, seen } = newBoard()
    add('left behind', { theme: 'a theme that a peer deleted' })
    expect(seen()).toEqual(['insights', 'loose', 'left behind'])
  })

  it('lists a card under its theme, whatever stage the card is of', () => {
    const { add, seen } = newBoard()
    const theme = add('a theme', { type: 'theme' })
    add('an idea', { stage: 'ideas', theme })
    expect(seen()).toEqual(['insights', 'a theme', 'an idea'])
  })

  it('shows themes in themes, mixed with cards in their order', () => {
    const { add, rows } = newBoard()
    const outer = add('outer', { type: 'theme' })
    add('first', { theme: outer })
    const inner = add('inner', { type: 'theme', theme: outer, stage: 'ideas' })
    add('deep', { theme: inner })
    add('last', { theme: outer })
    expect(rows().map((row) => [row.level, wordsOf(row)])).toEqual([
      [1, 'insights'],
      [2, 'outer'],
      [3, 'first'],
      [3, 'inner'],
      [4, 'deep'],
      [3, 'last'],
    ])
  })

  it('lists every card of themes that lie in each other once', () => {
    const doc = new Y.Doc()
    const writer: Writer = { doc, person: 'p', origin: 'test', now: () => 0 }
    const a = addCard(writer, { type: 'theme', text: 'a' })
    const b = addCard(writer, { type: 'theme', text: 'b', theme: a })
    addCard(writer, { type: 'note', text: 'inside', theme: b })
    doc.getMap<Y.Map<unknown>>('cards').get(a)?.set('theme', b)
    const seen = outlineRows(buildOutline(readAll(doc, 'cards').sort(byOrder)), new Set()).map(wordsOf)
    expect(seen.sort()).toEqual(['a', 'b', 'inside', 'insights'])
  })

  it('leaves out what is inside a closed row', () => {
    const { add, rows } = newBoard()
    const theme = add('a theme', { type: 'theme' })
    add('inside', { theme })
    expect(rows([theme]).map(wordsOf)).toEqual(['insights', 'a theme'])
    expect(rows(['area:insights']).map(wordsOf)).toEqual(['insights'])
  })

  it('says of every row which of how many it is', () => {
    const { add, row } = newBoard()
    add('one')
    add('two')
    expect(row('two')).toMatchObject({ level: 3, position: 2, siblings: 2 })
  })
})

describe('a step in the outline', () => {
  it('puts a card above the one before it, and back', () => {
    const { add, seen, step } = newBoard()
    for (const text of ['a', 'b', 'c']) add(text)
    step('c', -1)
    expect(seen().slice(2)).toEqual(['a', 'c', 'b'])
    step('c', 1)
    expect(seen().slice(2)).toEqual(['a', 'b', 'c'])
  })

  it('goes on into the next group at the edge of its own', () => {
    const { add, seen, step } = newBoard()
    const theme = add('theme', { type: 'theme' })
    add('inside', { theme })
    add('loose a')
    add('loose b')
    step('loose a', -1)
    expect(seen()).toEqual(['insights', 'theme', 'inside', 'loose a', 'loose', 'loose b'])
    step('loose a', 1)
    expect(seen()).toEqual(['insights', 'theme', 'inside', 'loose', 'loose a', 'loose b'])
  })

  it('goes into a theme within its own and out of it again', () => {
    const { add, seen, step } = newBoard()
    const outer = add('outer', { type: 'theme' })
    add('card', { theme: outer })
    const inner = add('inner', { type: 'theme', theme: outer })
    add('deep', { theme: inner })
    step('card', 1)
    expect(seen()).toEqual(['insights', 'outer', 'inner', 'card', 'deep'])
    step('card', -1)
    expect(seen()).toEqual(['insights', 'outer', 'card', 'inner', 'deep'])
    step('deep', 1)
    expect(seen()).toEqual(['insights', 'outer', 'card', 'inner', 'deep'])
    step('inner', -1)
    expect(seen()).toEqual(['insights', 'outer', 'inner', 'card', 'deep'])
    step('inner', -1)
    expect(seen()).toEqual(['insights', 'inner', 'outer', 'card', 'deep'])
  })

  it('goes no further than the first and the last place of an area', () => {
    const { add, step } = newBoard()
    add('only')
    expect(step('only', -1)).toBe(false)
    expect(step('only', 1)).toBe(false)
  })

  it('moves a theme with its cards past other themes, never below the loose cards', () => {
    const { add, seen, step } = newBoard()
    const one = add('one', { type: 'theme' })
    add('two', { type: 'theme' })
    add('in one', { theme: one })
    add('loose card')
    step('one', 1)
    expect(seen()).toEqual(['insights', 'two', 'one', 'in one', 'loose', 'loose card'])
    expect(step('one', 1)).toBe(false)
  })
})

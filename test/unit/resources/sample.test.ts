import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAll } from '#shared/board/records'
import { reportSource } from '#shared/report/source'
import { threadOf } from '#shared/report/thread'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'

const samples = resolve(import.meta.dirname, '../../../resources/samples')

describe.each(readdirSync(samples))('the sample workshop %s', (name) => {
  const parsed = parseWorkshop(JSON.parse(readFileSync(join(samples, name, 'workshop.json'), 'utf8')))
  if (!parsed.ok) throw new Error(parsed.failure.detail)
  const doc = new Y.Doc()
  buildWorkshop(doc, parsed.value, (file) => readFileSync(join(samples, name, file), 'utf8'), 1)

  test('leads from every recommendation back to the words of somebody', () => {
    const source = reportSource(doc)
    for (const { id, from } of readAll(doc, 'recommendations')) {
      const quotes = threadOf(source, from).highlights.flatMap((highlight) => {
        const record = source.get('highlights', highlight)
        return record ? [source.quote(record)] : []
      })
      expect(quotes.filter((quote) => quote !== undefined).length, id).toBeGreaterThan(0)
    }
  })

  test('lies on the wall without one card on another', () => {
    const cards = readAll(doc, 'cards').filter(({ type }) => type !== 'theme')
    for (const a of cards) {
      for (const b of cards.filter(({ id }) => id > a.id)) {
        const apart =
          a.pos[0] + a.size[0] <= b.pos[0] ||
          b.pos[0] + b.size[0] <= a.pos[0] ||
          a.pos[1] + a.size[1] <= b.pos[1] ||
          b.pos[1] + b.size[1] <= a.pos[1]
        expect(apart, `${a.id} and ${b.id}`).toBe(true)
      }
    }
  })
})

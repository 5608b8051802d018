import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readAll, readSingleton } from '#shared/board/records'
import { drawTemplate } from '#shared/templates/picture'
import { buildWorkshop, parseWorkshop } from '#shared/templates/workshop'
import { createTemplates } from '../../../electron/templates'
import { memoryLog } from '../../support/memoryLog'

const root = resolve(import.meta.dirname, '../../../resources/templates')
const languages = ['en', 'ar']
const all = readdirSync(root).flatMap((name) => languages.map((language) => ({ name, language })))

describe.each(all)('the template $name in $language', ({ name, language }) => {
  const parsed = parseWorkshop(JSON.parse(readFileSync(join(root, name, language, 'workshop.json'), 'utf8')))
  if (!parsed.ok) throw new Error(parsed.failure.detail)
  const workshop = parsed.value
  const doc = new Y.Doc()
  buildWorkshop(doc, workshop, (file) => readFileSync(join(root, name, language, file), 'utf8'), 1)

  test('says what it is for in a sentence, in its language', () => {
    expect(workshop.about).toMatch(/\.$/)
    expect(/[\u0600-\u06ff]/.test(workshop.about)).toBe(language === 'ar')
    expect(readSingleton(doc, 'meta').language).toBe(language)
  })

  test('holds prompts and nobody’s name or story', () => {
    expect(readAll(doc, 'people')).toEqual([])
    expect(readAll(doc, 'stories')).toEqual([])
    expect(readAll(doc, 'cards').length).toBeGreaterThan(12)
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

  test('begins on the side from which its language is read', () => {
    const fields = readAll(doc, 'cards').filter(({ type }) => type === 'theme')
    const [first, second] = ['field-1', 'field-2'].map((id) => fields.find((field) => field.id === id))
    if (!first || !second) throw new Error('no fields')
    expect(first.pos[0] < second.pos[0]).toBe(language === 'en')
  })

  test('is drawn as it lies on the wall', () => {
    const { boxes, width, height } = drawTemplate(workshop)
    const cards = readAll(doc, 'cards')
    expect(boxes).toHaveLength(cards.length)
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
    }
  })
})

test('both languages hold the same cards', () => {
  for (const name of readdirSync(root)) {
    const [english, arabic] = languages.map((language) => {
      const { cards } = JSON.parse(readFileSync(join(root, name, language, 'workshop.json'), 'utf8'))
      return cards.map(({ id, kind, tint }: Record<string, string>) => [id, kind, tint])
    })
    expect(arabic, name).toEqual(english)
  }
})

test('templates are listed in the language of the interface, and in English where they are not in it', async () => {
  const templates = createTemplates(root, memoryLog())
  const english = await templates.list('en')
  expect(english.map(({ title }) => title)).toContain('Listening to stories')
  expect((await templates.list('ar')).map(({ title }) => title)).toContain('الاستماع إلى القصص')
  expect(await templates.list('cy')).toEqual(english)
})

test('only the folder of a template that is there is given out', async () => {
  const templates = createTemplates(root, memoryLog())
  expect(await templates.folderOf('listening-to-stories', 'ar')).toBe(
    join(root, 'listening-to-stories', 'ar'),
  )
  expect(await templates.folderOf('../samples/the-first-visit', 'en')).toBeUndefined()
})

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../../..')
const folder = join(project, 'resources/languages')
const PLURAL = /_(zero|one|two|few|many|other)$/

type Words = Readonly<Record<string, string>>

function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is neither words nor a section`)
  return Object.entries(node).flatMap(([key, value]) => flatten(value, path === '' ? key : `${path}.${key}`))
}

function readLanguage(language: string): Words {
  return Object.fromEntries(flatten(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')), ''))
}

function placeholders(words: string): string[] {
  return [...new Set(words.match(/\{\{\w+\}\}/g) ?? [])].sort()
}

/** Keys that are counted in some language: `x` for `x_one` and `x_other`. */
function countedKeys(words: Words): Set<string> {
  const keys = Object.keys(words)
  return new Set(
    keys
      .filter((key) => key.endsWith('_other') || key.endsWith('_one'))
      .map((key) => key.replace(PLURAL, ''))
      .filter((stem) => keys.includes(`${stem}_other`)),
  )
}

const stemOf = (key: string, counted: ReadonlySet<string>): string => {
  const stem = key.replace(PLURAL, '')
  return counted.has(stem) ? stem : key
}

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

const english = readLanguage('en')
const counted = countedKeys(english)
const stems = new Set(Object.keys(english).map((key) => stemOf(key, counted)))
const others = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'en.json')
  .map((name) => name.replace('.json', ''))

describe.each(others)('the words of %s', (language) => {
  const words = readLanguage(language)

  it('say everything that English says, and nothing else', () => {
    const here = new Set(Object.keys(words).map((key) => stemOf(key, counted)))
    expect([...here].sort()).toEqual([...stems].sort())
  })

  it('have every plural form of the language where English counts', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const stem of counted) {
      const present = Object.keys(words).filter((key) => key.replace(PLURAL, '') === stem)
      expect(present.sort(), stem).toEqual(forms.map((form) => `${stem}_${form}`).sort())
    }
  })

  it('name no value that English does not give', () => {
    for (const [key, sentence] of Object.entries(words)) {
      const stem = stemOf(key, counted)
      const given = placeholders(english[key] ?? english[`${stem}_other`] ?? '')
      expect(
        placeholders(sentence).filter((name) => !given.includes(name)),
        key,
      ).toEqual([])
    }
  })

  it('are never left empty', () => {
    expect(Object.entries(words).filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })
})

describe('the English words', () => {
  const code = [...sources(join(project, 'renderer')), ...sources(join(project, 'electron'))].join('\n')
  const literal = new Set([...code.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map(([, key = '']) => key))
  const prefixes = [...code.matchAll(/`([a-z]\w*(?:\.\w*)*)\$\{/g)].map(([, start = '']) => start)

  it('have a one and an other wherever they count', () => {
    for (const stem of counted) {
      expect(english[`${stem}_one`], stem).toBeDefined()
      expect(english[`${stem}_other`], stem).toBeDefined()
    }
  })

  it('hold every key that the interface asks for', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key)
    expect(asked.filter((key) => !stems.has(key))).toEqual([])
  })

  it('hold nothing that nobody asks for', () => {
    // The desktop's menu takes its words from the file itself, by name.
    const isUsed = (key: string) =>
      literal.has(key) ||
      key.startsWith('menu.') ||
      prefixes.some((start) => start.includes('.') && key.startsWith(start))
    expect([...stems].filter((key) => !isUsed(key))).toEqual([])
  })
})

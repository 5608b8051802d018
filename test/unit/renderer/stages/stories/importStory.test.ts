import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { importStory } from '../../../../../renderer/stages/stories/importStory'
import { docxOf } from '../../../../support/docx'

const codeOf = async (name: string, bytes: Uint8Array) => {
  const result = await importStory(name, bytes)
  return result.ok ? 'read' : result.failure.code
}
const readText = async (bytes: Uint8Array) => {
  const result = await importStory('visit.txt', bytes)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

test('a text file keeps its headings and paragraphs', async () => {
  const story = await readText(strToU8('# First visit\n\nNobody spoke\nto me.\n\n## After\n\nI went home.\n'))
  expect(story.title).toBe('First visit')
  expect(story.paragraphs).toEqual([
    { heading: 1, text: 'First visit' },
    { heading: 0, text: 'Nobody spoke to me.' },
    { heading: 2, text: 'After' },
    { heading: 0, text: 'I went home.' },
  ])
})

test('a transcript without blank lines has a paragraph for each line', async () => {
  const story = await readText(strToU8('A: Hello\r\nB: Come in\r\n'))
  expect(story.paragraphs.map(({ text }) => text)).toEqual(['A: Hello', 'B: Come in'])
  expect(story.title).toBe('visit')
})

test('UTF-16 is read by its mark, and an older encoding as a guess', async () => {
  const words = 'مرحبا بكم'
  const utf16 = new Uint8Array(2 + words.length * 2)
  utf16.set([0xff, 0xfe])
  for (let at = 0; at < words.length; at++) {
    utf16[2 + at * 2] = words.charCodeAt(at) & 0xff
    utf16[3 + at * 2] = words.charCodeAt(at) >> 8
  }
  expect(await readText(utf16)).toMatchObject({
    language: 'ar',
    isGuess: false,
    paragraphs: [{ text: words }],
  })
  const western = await readText(new Uint8Array([0x43, 0x61, 0x66, 0xe9]))
  expect(western).toMatchObject({ isGuess: true, paragraphs: [{ text: 'Café' }] })
})

test('Urdu is told from Arabic by its letters', async () => {
  expect((await readText(strToU8('غلط کمرہ میں بیٹھی رہی، کسی نے نہیں بتایا'))).language).toBe('ur')
})

test('a Word document keeps its headings, paragraphs and line breaks', async () => {
  const story = await importStory(
    'visit.docx',
    docxOf([
      ['Heading1', 'Title here'],
      ['', 'One. Two.'],
      ['', ''],
    ]),
  )
  expect(story.ok && story.value.paragraphs).toEqual([
    { heading: 1, text: 'Title here' },
    { heading: 0, text: 'One. Two.' },
  ])
})

test('each bad file has its own sentence', async () => {
  expect(await codeOf('a.txt', new Uint8Array())).toBe('emptyFile')
  expect(await codeOf('a.txt', strToU8(' \n\n '))).toBe('emptyDocument')
  expect(await codeOf('a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255, 1, 2, 3]))).toBe(
    'wrongEncoding',
  )
  expect(await codeOf('a.docx', zipSync({ 'notes.txt': strToU8('hello') }))).toBe('notADocument')
  expect(await codeOf('a.docx', strToU8('only words'))).toBe('notADocument')
  expect(await codeOf('a.docx', docxOf([['', '']]))).toBe('emptyDocument')
  expect(await codeOf('a.pdf', strToU8('%PDF-1.7'))).toBe('notADocument')
  expect(await codeOf('a.docx', docxOf([['', 'cut']]).slice(0, 200))).toBe('notADocument')
})

test('five megabytes of text come in, parted into paragraphs that can be read', async () => {
  const story = await readText(strToU8('A sentence that goes on. '.repeat(210_000)))
  expect(story.paragraphs.length).toBeGreaterThan(800)
  expect(Math.max(...story.paragraphs.map(({ text }) => text.length))).toBeLessThanOrEqual(6000)
  expect(await codeOf('a.txt', new Uint8Array(33 * 1024 * 1024))).toBe('tooLarge')
})

test('any bytes under any name become a story or a sentence, and never throw', async () => {
  const start = fc.constantFrom('', 'PK\x03\x04', '%PDF', '# x\n\n')
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.txt', 'a.docx', ''),
      async (head, tail, name) => {
        const bytes = new Uint8Array([...[...head].map((letter) => letter.charCodeAt(0)), ...tail])
        const result = await importStory(name, bytes)
        if (result.ok) for (const { text } of result.value.paragraphs) expect(text).not.toMatch(/\n/)
        else expect(result.failure.code).toBeTruthy()
      },
    ),
  )
})

test('a damaged Word document becomes a story or a sentence, and never throws', async () => {
  const whole = docxOf([
    ['Heading1', 'Title'],
    ['', 'Some words in a paragraph.'],
  ])
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (place, byte) => {
      const damaged = whole.slice()
      damaged[place] = byte
      expect(typeof (await importStory('a.docx', damaged)).ok).toBe('boolean')
    }),
    { numRuns: 60 },
  )
})

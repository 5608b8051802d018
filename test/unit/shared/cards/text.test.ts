import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Format } from '#shared/board/formats'
import { lettersOf } from '#shared/cards/breaks'
import { fitText, textDirection, wrapText } from '#shared/cards/text'
import { evenMeasure } from '../../../support/recordingBrush'

const font = { face: 'card', size: 20, weight: 400 } as const

test('a paragraph reads in the direction of its first strong letter, and one without follows the last', () => {
  expect(textDirection('123 مرحبا hello')).toBe('rtl')
  expect(textDirection('(hello) مرحبا')).toBe('ltr')
  const lines = wrapText('مرحبا\n42\nhello', 400, font, evenMeasure)
  expect(lines.map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'ltr'])
})

test('lines break between words, long words are broken, Chinese breaks anywhere', () => {
  const words = (text: string) => wrapText(text, 100, font, evenMeasure).map((line) => line.words)
  expect(words('one two three')).toEqual(['one two', 'three'])
  expect(words('incomprehensible')).toEqual(['incomprehe', 'nsible'])
  expect(words('社区工作坊需要时间和耐心')).toEqual(['社区工作坊需要时间和', '耐心'])
  expect(words('a\n\nb')).toEqual(['a', '', 'b'])
})

test('no line is wider than its place and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 20, max: 300 }),
      (text, width) => {
        const lines = wrapText(text, width, font, evenMeasure)
        // A letter made of several signs is never taken apart, however narrow its place.
        for (const { words } of lines.filter((line) => lettersOf(line.words).length > 1))
          expect(evenMeasure.width(words, font)).toBeLessThanOrEqual(width)
        const kept = lines
          .map(({ words }) => words)
          .join('')
          .replace(/\s/gu, '')
        expect(kept).toBe(text.replace(/\s/gu, ''))
      },
    ),
    { numRuns: 100 },
  )
})

test('words shrink to fit down to the smallest size and are then cut with an ellipsis', () => {
  const at = (text: string) =>
    fitText(text, 200, 60, [20, 16, 12], { face: 'card', weight: 400 }, evenMeasure)
  expect(at('short').font.size).toBe(20)
  expect(at('rather more words than fit in large letters here').font.size).toBe(16)
  const cut = at('word '.repeat(80))
  expect(cut.font.size).toBe(12)
  expect(cut.isCut).toBe(true)
  expect(cut.lines.at(-1)?.words.endsWith('…')).toBe(true)
  expect(cut.height).toBeLessThanOrEqual(60)
})

const lay = (text: string, width: number, formats: readonly Format[] = []) =>
  wrapText(text, width, font, evenMeasure, formats)
const bold = (start: number, end: number): Format => ({ start, end, bold: true, italic: false })

test('an ellipsis keeps within the width', () => {
  const cut = fitText('wordswords '.repeat(9), 100, 30, [20], { face: 'card', weight: 400 }, evenMeasure)
  expect(cut.lines.map(({ words }) => words)).toEqual(['wordsword…'])
})

test('every line knows where it begins in the text', () => {
  const text = 'one two three\n\n社区工作坊需要时间和耐心\nx'
  const lines = lay(text, 100)
  expect(lines.map(({ start, words }) => text.slice(start, start + words.length))).toEqual(
    lines.map(({ words }) => words),
  )
  expect(lines.map(({ words }) => words)).toEqual([
    'one two',
    'three',
    '',
    '社区工作坊需要时间和',
    '耐心',
    'x',
  ])
})

test('an emoji made of several signs is never taken apart, and stops do not begin a line of Chinese', () => {
  const family = '👩‍👩‍👧‍👦'
  for (const { words } of lay(family.repeat(4), 70)) expect(words.replaceAll(family, '')).toBe('')
  const lines = lay('社区工作坊需要时间和。耐心', 100).map(({ words }) => words)
  expect(lines).toEqual(['社区工作坊需要时间', '和。耐心'])
  expect(lay('co-design and well-being', 100).map(({ words }) => words)).toEqual([
    'co-design',
    'and well-',
    'being',
  ])
})

test('the lines of a list stand under the words of its first line, from the side where reading begins', () => {
  const lines = lay('• one two three four\n2. five six seven\nplain words here', 120)
  expect(lines.map(({ words, indent }) => [words, indent])).toEqual([
    ['• one two', 0],
    ['three four', 20],
    ['2. five six', 0],
    ['seven', 30],
    ['plain words', 0],
    ['here', 0],
  ])
  expect(lay('• مرحبا بكم جميعا', 120).map(({ direction }) => direction)).toEqual(['rtl', 'rtl'])
})

test('Urdu is set in Nastaliq, on taller lines than the Arabic and English beside it', () => {
  const [urdu, arabic, english, short] = lay('یہ گلی ٹھیک ہے\nهذا الشارع جيد\nThis street\nروشنی', 400)
  expect(short?.font.face).toBe('urdu')
  expect(urdu?.font.face).toBe('urdu')
  expect(arabic?.font.face).toBe('card')
  expect(urdu?.height).toBeGreaterThan((arabic?.height ?? 0) * 1.5)
  expect(english?.height).toBe(arabic?.height)
})

test('plain words are painted whole, formed ones in stretches that add up to the line', () => {
  const [line] = lay('the red bench', 400, [bold(4, 7)])
  expect(lay('the red bench', 400)[0]?.spans).toBeUndefined()
  expect(line?.spans?.map(({ words, x, font: { weight } }) => [words, x, weight])).toEqual([
    ['the ', 0, 400],
    ['red', 40, 600],
    [' bench', 70, 400],
  ])
  expect(line?.width).toBe(130)
})

test('stretches of mixed directions lie as the Unicode algorithm puts them', () => {
  // In memory: مرحبا, then “bus 12” in bold, then بكم; read from the right.
  const text = 'مرحبا bus 12 بكم'
  const [line] = lay(text, 400, [bold(6, 12)])
  expect(line?.direction).toBe('rtl')
  expect(line?.spans?.map(({ words, direction }) => [words.trim(), direction])).toEqual([
    ['بكم', 'rtl'],
    ['bus 12', 'ltr'],
    ['مرحبا', 'rtl'],
  ])
  const [english] = lay('meet مرحبا 12 now', 400, [bold(5, 7)])
  expect(english?.spans?.map(({ words }) => words.replaceAll('\u200d', '').trim())).toEqual([
    'meet',
    '12',
    'حبا',
    'مر',
    'now',
  ])
})

test('letters of one word keep joining across a change of form', () => {
  const [line] = lay('مرحبا', 400, [bold(0, 3)])
  expect(line?.spans?.map(({ words }) => words)).toEqual(['\u200dبا', 'مرح\u200d'])
})

test('whatever is formed, every letter is painted once and no line is too wide', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'b ', 'م', 'ر ', '1', '٢', '(', ')', '\n', '社', '• ', '-'),
        maxLength: 40,
      }),
      fc.array(fc.tuple(fc.nat(30), fc.nat(9), fc.boolean()), { maxLength: 4 }),
      (text, marks) => {
        let at = 0
        const formats = marks.flatMap(([skip, length, italic]) => {
          const start = at + skip
          at = start + length
          return length === 0 ? [] : [{ start, end: at, bold: true, italic }]
        })
        for (const line of lay(text, 120, formats)) {
          const painted = line.spans?.map(({ words }) => words.replaceAll('\u200d', '')) ?? [line.words]
          expect(painted.join('').split('').sort()).toEqual(line.words.split('').sort())
          expect(line.indent + line.words.length * 10).toBeLessThanOrEqual(120)
        }
      },
    ),
  )
})

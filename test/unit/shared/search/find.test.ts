import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf, excerptOf, hasAll, rangesOf, searchable, termsOf } from '#shared/search/find'

const hitOf = (text: string, query: string) => {
  const excerpt = excerptOf(searchable(text), termsOf(query))
  return { ...excerpt, hit: excerpt.text.slice(excerpt.from, excerpt.to) }
}

test('every word must occur, in whatever text and order', () => {
  const texts = ['The bench by the surgery', 'A quieter Mill Lane'].map(searchable)
  expect(hasAll(texts, termsOf('mill BENCH'))).toBe(true)
  expect(hasAll(texts, termsOf('mill tram'))).toBe(false)
})

test('part of a word is enough, so that one finds while one types', () => {
  expect(hasAll([searchable('surgery')], termsOf('surg'))).toBe(true)
})

test('a search of nothing but spaces and marks looks for nothing', () => {
  expect(termsOf('  \n \u064e ')).toEqual([])
})

test('the text that says the most is shown', () => {
  const texts = ['the bench', 'a lane', 'the bench in the lane'].map(searchable)
  expect(bestOf(texts, termsOf('bench lane'))).toBe(2)
  expect(bestOf(texts, termsOf('tram'))).toBe(-1)
})

test('the hit is shown as it was written, with the words around it', () => {
  const found = hitOf('Nobody told us that the Café on the corner would close', 'cafe')
  expect(found.hit).toBe('Café')
  expect(found.text).toBe('Nobody told us that the Café on the corner would close')
})

test('an Arabic hit is shown with its vowel signs', () => {
  expect(hitOf('أين المَقْعَدُ الآن؟', 'المقعد').hit).toBe('المَقْعَدُ')
})

test('a long text is cut between words, and says so', () => {
  const { text, hit } = hitOf(`${'before '.repeat(30)}bench${' after'.repeat(60)}`, 'bench')
  expect(hit).toBe('bench')
  expect(text).toMatch(/^… (before )+bench( after)+ …$/)
  expect(text.length).toBeLessThan(180)
})

test('an excerpt is one line of whole characters with the hit where it says, whatever the text', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'É', '🚪', ' ', '\n', 'أَ', 'ß'), maxLength: 400 })
  fc.assert(
    fc.property(texts, fc.constantFrom('a', 'b', 'e', 'ss', 'ا', '🚪', 'a b'), (text, query) => {
      const one = searchable(text)
      const { text: shown, from, to } = excerptOf(one, termsOf(query))
      expect(shown).not.toMatch(/\p{Cs}/u)
      expect(shown).not.toMatch(/\n/)
      expect(from).toBeLessThanOrEqual(to)
      expect(to).toBeLessThanOrEqual(shown.length)
      const [first = ''] = termsOf(query)
      if (hasAll([one], [first])) expect(searchable(shown.slice(from, to)).folded).not.toBe('')
    }),
  )
})

test('every place where a word occurs is told once, as it is written', () => {
  const hits = (text: string, query: string) =>
    rangesOf(searchable(text), termsOf(query)).map(([from, to]) => text.slice(from, to))
  expect(hits('Bench, benches and a BÉNCH', 'bench')).toEqual(['Bench', 'bench', 'BÉNCH'])
  expect(hits('a market place', 'market mark')).toEqual(['market'])
  expect(hits('words', '')).toEqual([])
})

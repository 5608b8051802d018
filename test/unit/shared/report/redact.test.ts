import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRedactor } from '#shared/report/redact'

const names = [
  { name: 'Nadia El-Amin', standIn: 'a mother of two' },
  { name: 'أمل درويش', standIn: 'مترجمة' },
  { name: 'Zoë Marsh', standIn: 'a volunteer' },
  { name: '李小明', standIn: 'a shopkeeper' },
]

test('a full name is one replacement, its parts are found alone, and other words stay', () => {
  const redact = makeRedactor(names)
  expect(redact('Nadia El-Amin came.')).toBe('[a mother of two] came.')
  expect(redact('It was NADIA’s idea, not Nadiaville’s.')).toBe(
    'It was [a mother of two]’s idea, not Nadiaville’s.',
  )
  expect(redact('Zoe and Zoë')).toBe('[a volunteer] and [a volunteer]')
  expect(redact.replaced()).toBe(4)
})

test('Arabic names are found with vowel signs, other spellings of alef and attached words', () => {
  const redact = makeRedactor(names)
  expect(redact('قالت أَمَل للجميع')).toBe('قالت [مترجمة] للجميع')
  expect(redact('جاءت وامل معها')).toBe('جاءت و[مترجمة] معها')
  expect(redact('يعملون كل يوم')).toBe('يعملون كل يوم')
})

test('names in scripts without spaces are found inside a sentence', () => {
  expect(makeRedactor(names)('昨天李小明来了')).toBe('昨天[a shopkeeper]来了')
})

test('an article inside a name is no name', () => {
  const redact = makeRedactor([{ name: 'The Friends of Mill Lane', standIn: 'a resident' }])
  expect(redact('The first visit of the year')).toBe('The first visit of the year')
  expect(redact('The Friends of Mill Lane met friends')).toBe('[a resident] met [a resident]')
})

test('text without names comes back as it was', () => {
  const redact = makeRedactor(names)
  for (const text of ['', 'Nothing here.', 'عشرون كرسيًا', '🚪 café']) expect(redact(text)).toBe(text)
  expect(makeRedactor([])('Nadia')).toBe('Nadia')
})

const letters = fc.string({ unit: fc.constantFrom(...'abcdeéñøßاأبتدرسيىةهو'), minLength: 2, maxLength: 8 })

test('no known name survives as a word, whatever stands around it', () => {
  fc.assert(
    fc.property(letters, letters, fc.string(), fc.string(), (first, last, before, after) => {
      const redact = makeRedactor([{ name: `${first} ${last}`, standIn: '#' }])
      const redacted = redact(`${before} ${first} ${last} ${after}`)
      const words = redacted.split(/[^\p{L}\p{M}\p{N}]+/u)
      expect(words).not.toContain(first)
      expect(words).not.toContain(last)
    }),
  )
})

test('any name at all makes a redactor that never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (anyNames, text) => {
      const redact = makeRedactor(anyNames.map((name) => ({ name, standIn: 'x' })))
      expect(typeof redact(text)).toBe('string')
    }),
  )
})

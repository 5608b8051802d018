import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeFileName, unusedName } from '../../../electron/fileNames'

it.each([
  ['The first visit', 'The first visit'],
  ['الزيارة الأولى', 'الزيارة الأولى'],
  ['  Whose street?  ', 'Whose street'],
  ['a/b\\c:d*e', 'a b c d e'],
  ['..', 'Board'],
  ['', 'Board'],
  ['CON', 'Board'],
  ['nul.txt', 'Board'],
  ['Report.', 'Report'],
  ['.hidden', 'hidden'],
  ['evil\u202egnp.exe', 'evil gnp.exe'],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title, 'Board')).toBe(name)
})

it('every title becomes a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = safeFileName(title, 'Board')
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$|^$|\p{Cs}/u)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
    }),
    { numRuns: 200 },
  )
})

it('a taken name gets the next number', () => {
  const taken = new Set(['Board.ground', 'Board 2.ground'])
  expect(unusedName('Board', 'ground', (name) => taken.has(name))).toBe('Board 3.ground')
})

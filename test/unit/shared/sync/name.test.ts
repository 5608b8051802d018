import { expect, test } from 'vitest'
import { cleanName } from '#shared/sync/name'

test.each([
  ['  Amal  Haddad ', 'Amal Haddad'],
  ['أمل', 'أمل'],
  ['Zoë', 'Zoë'],
  ['line\nbreak', 'line break'],
  ['\u202eevil', 'evil'],
  ['می‌خواهم', 'می‌خواهم'],
  ['👩🏽‍🌾 Sam', '👩🏽‍🌾 Sam'],
  ['', ''],
])('%j reads %j', (typed, read) => {
  expect(cleanName(typed)).toEqual({ ok: true, value: read })
})

test.each(['   ', '\u200d', '\u2066\u2069', '\n', 'x'.repeat(61), '\ud800'])('%j is no name', (typed) => {
  expect(cleanName(typed).ok).toBe(false)
})

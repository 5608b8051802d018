import { expect, test } from 'vitest'
import { hostOf } from '#shared/board/links'

test.each([
  ['https://www.fernley.example/plan', 'fernley.example'],
  ['http://fernley.example:8080?x', 'fernley.example:8080'],
  ['HTTPS://Fernley.example', 'Fernley.example'],
  ['https://بلدية.example/طريق', 'بلدية.example'],
  ['http://[::1]:80/', '[::1]:80'],
])('%s leads to %s', (link, host) => {
  expect(hostOf(link)).toBe(host)
})

test.each([
  '',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://fernley.example',
  'https://fernley.example@evil.example/',
  'https://fernley.example\\@evil.example',
  'https://fern ley.example',
  'https://fernley.example/ javascript:alert(1)',
  ' https://fernley.example',
  'https://',
  `https://fernley.example/${'x'.repeat(3_000)}`,
])('%s is nothing that a card may open', (link) => {
  expect(hostOf(link)).toBeNull()
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkTo, readPlace, signOf } from '#shared/sync/place'

const PRINT = 'a-_9'.repeat(10).concat('xyz')

it.each([
  ['192.168.1.5:4747', { host: '192.168.1.5', port: 4747 }, ''],
  [' 192.168.1.5 ', { host: '192.168.1.5', port: 4747 }, ''],
  ['http://192.168.1.5:4343/#K7M2QP', { host: '192.168.1.5', port: 4343 }, 'K7M2QP'],
  ['HTTP://Rose.local:80/', { host: 'rose.local', port: 80 }, ''],
  ['[fe80::1]:4747', { host: 'fe80::1', port: 4747 }, ''],
  ['١٩٢.١٦٨.١.٥:٤٧٤٧', { host: '192.168.1.5', port: 4747 }, ''],
] as const)('reads %s', (typed, place, code) => {
  expect(readPlace(typed)).toEqual({ place: { ...place, print: '' }, code })
})

it.each([
  '',
  'hello world',
  '192.168.1:4747',
  '192.168.1.256',
  '192.168.1.5:0',
  '192.168.1.5:70000',
  'ftp://192.168.1.5',
  '-rose',
  'rose..local',
  'rose:4747@evil',
  `http://192.168.1.5/#code=A&print=${PRINT}x`,
  'x'.repeat(600),
])('does not take %s for the place of a room', (typed) => {
  expect(readPlace(typed)).toBeUndefined()
})

it('reads every link that it makes', () => {
  const host = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('rose', 'rose.local', 'a-b.c'))
  fc.assert(
    fc.property(
      host,
      fc.integer({ min: 1, max: 65_535 }),
      fc.constantFrom('', PRINT),
      (host, port, print) => {
        const place = { host, port, print }
        expect(readPlace(linkTo(place, 'K7M2QP'))).toEqual({ place, code: 'K7M2QP' })
      },
    ),
  )
})

it('survives whatever is pasted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
      const read = readPlace(typed)
      if (read) expect(read.place.port).toBeGreaterThan(0)
    }),
    { numRuns: 2_000 },
  )
})

it('a fingerprint is compared by twelve letters, and another fingerprint has others', () => {
  expect(signOf(PRINT)).toMatch(/^([34679ACDEFGHJKMNPQRTWXY]{4} ){2}[34679ACDEFGHJKMNPQRTWXY]{4}$/)
  expect(signOf(`b${PRINT.slice(1)}`)).not.toBe(signOf(PRINT))
  expect(['', 'nonsense', `${PRINT}x`].map(signOf)).toEqual(['', '', ''])
})

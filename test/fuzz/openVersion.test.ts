import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '#shared/board/actions/cards'
import { readAll } from '#shared/board/records'
import { openVersion } from '../../renderer/board/openVersion'

function packed(): Uint8Array {
  const doc = new Y.Doc()
  for (const text of ['The ramp', 'بطيء', '🚪'])
    addCard({ doc, person: 'nadia', origin: null, now: () => 1 }, { type: 'note', text })
  return deflateRawSync(Y.encodeStateAsUpdateV2(doc))
}

test('a version opens to what it held', () => {
  const opened = openVersion(packed())
  expect(opened.ok && readAll(opened.value, 'cards').map(({ text }) => text)).toEqual([
    'The ramp',
    'بطيء',
    '🚪',
  ])
})

test('whatever its bytes are, a version opens or is said to be damaged, and never throws', () => {
  const whole = packed()
  const damaged = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.nat(whole.length - 1).map((end) => whole.subarray(0, end)),
    fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
      const bytes = Uint8Array.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ change
      return bytes
    }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(deflateRawSync(bytes))),
  )
  fc.assert(
    fc.property(damaged, (bytes) => {
      const opened = openVersion(bytes)
      if (opened.ok) readAll(opened.value, 'cards')
      else expect(opened.failure.code).toBe('corrupt')
    }),
    { numRuns: 1_500 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeGuestMessage,
  decodeHubMessage,
  encodePresence,
  encodeRoomPresence,
  encodeSync,
  helloProtocol,
} from '#shared/sync/messages'
import { cleanName } from '#shared/sync/name'
import { afterStep, type Presence, presenceStep } from '#shared/sync/presence'
import { MAX_NAME } from '#shared/sync/protocol'

const whole = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value + 0)
const point = fc.option(fc.tuple(whole, whole))
const id = fc.string({ unit: 'grapheme', maxLength: 16 })
const anchor = fc.uint8Array({ maxLength: 64 })
const presence: fc.Arbitrary<Presence> = fc.record({
  cursor: point,
  drag: point,
  selection: fc.array(id, { maxLength: 20 }),
  editing: fc.option(id),
  caret: fc.option(fc.record({ head: anchor, anchor })),
})

test('no bytes make a reader throw', () => {
  const bytes = fc
    .tuple(fc.constantFrom(0, 1, 2, 3), fc.uint8Array({ maxLength: 300 }))
    .map(([kind, rest]) => Uint8Array.of(kind, ...rest))
  fc.assert(
    fc.property(bytes, (message) => {
      decodeGuestMessage(message)
      decodeHubMessage(message)
      helloProtocol(message)
    }),
    { numRuns: 3_000 },
  )
})

test('a document message survives the way, and no shortened one is read', () => {
  fc.assert(
    fc.property(fc.nat(), fc.uint8Array(), fc.nat(), (sequence, bytes, cut) => {
      const message = encodeSync(sequence, { step: 'update', bytes })
      expect(decodeGuestMessage(message)).toEqual({
        kind: 'update',
        sequence,
        sync: { step: 'update', bytes },
      })
      expect(decodeGuestMessage(message.subarray(0, cut % message.length))).toBeUndefined()
    }),
  )
})

test('whatever steps a presence takes, others see where it ended', () => {
  fc.assert(
    fc.property(fc.array(presence, { minLength: 1 }), (states) => {
      let shown: Presence | undefined
      let previous: Presence | null = null
      for (const next of states) {
        const step = presenceStep(next, previous)
        const read = decodeGuestMessage(encodePresence(step))
        if (read?.kind !== 'presence') throw new Error('not read')
        const told = decodeHubMessage(encodeRoomPresence(new Map([[7, read.presence]])))
        const heard = told?.kind === 'presence' ? told.presence.get(7) : undefined
        if (!heard) throw new Error('not told')
        shown = afterStep(shown, heard)
        previous = next
      }
      expect(shown).toEqual(states.at(-1))
    }),
  )
})

test('a moving cursor costs ten bytes at most', () => {
  const at = (x: number): Presence => ({
    cursor: [x, -x],
    selection: ['a'.repeat(16)],
    drag: null,
    editing: null,
    caret: null,
  })
  expect(encodePresence(presenceStep(at(19_000), at(18_000))).length).toBeLessThanOrEqual(10)
})

test('an anchor too long to be one is not read', () => {
  const long = new Uint8Array(65)
  const caret = { head: new Uint8Array(8), anchor: long }
  const step = { cursor: null, drag: null, hands: null, caret }
  expect(decodeGuestMessage(encodePresence(step))).toBeUndefined()
})

test('every name is refused or short, visible and of one direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
      const name = cleanName(typed)
      if (!name.ok || name.value === '') return
      expect(name.value.length).toBeLessThanOrEqual(MAX_NAME)
      expect(name.value).toBe(name.value.trim())
      expect(name.value).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
    }),
    { numRuns: 1_000 },
  )
})

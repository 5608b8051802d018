import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PENS, TINTS } from '#shared/board/vocabulary'
import {
  decodeGuestMessage,
  decodeHubMessage,
  encodePresence,
  encodeRoomPresence,
  encodeSync,
  helloProtocol,
} from '#shared/sync/messages'
import { cleanName } from '#shared/sync/name'
import {
  afterStep,
  bounded,
  type Hold,
  joinSteps,
  type LiveStroke,
  MAX_POINTS,
  MAX_SHOWN,
  type Presence,
  presenceStep,
} from '#shared/sync/presence'
import { MAX_NAME } from '#shared/sync/protocol'

const whole = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value + 0)
const point = fc.option(fc.tuple(whole, whole))
const id = fc.string({ unit: 'grapheme', maxLength: 16 })
const anchor = fc.uint8Array({ maxLength: 64 })
const hold: fc.Arbitrary<Hold> = fc
  .tuple(
    fc.array(id, { maxLength: 5 }),
    fc.tuple(whole, whole),
    fc.boolean(),
    fc.integer({ max: 3599, min: 0 }),
  )
  .map(([ids, by, isTurned, tenths]) => ({
    ids,
    by,
    places: isTurned ? ids.map(() => [by[0], by[1], 240, 160, tenths / 10] as const) : [],
  }))
/** Eighths of a unit, and one of 63 pressures, are what the bytes keep. */
const inkPoint = fc
  .tuple(whole, whole, fc.integer({ min: 0, max: 63 }))
  .map(([x, y, pressure]) => [x / 8, y / 8, pressure / 63] as const)
const stroke: fc.Arbitrary<LiveStroke> = fc.record({
  key: fc.integer({ min: 0, max: 3 }),
  width: fc.integer({ min: 1, max: 200 }).map((eighths) => eighths / 8),
  pen: fc.constantFrom(...PENS),
  tint: fc.constantFrom(...TINTS),
  clip: fc.option(fc.constant({ x: 1, y: -2, width: 300, height: 200 })),
  points: fc.array(inkPoint, { maxLength: 30 }),
})
const presence: fc.Arbitrary<Presence> = fc.record({
  cursor: point,
  selection: fc.array(id, { maxLength: 20 }),
  editing: fc.option(id),
  caret: fc.option(fc.record({ head: anchor, anchor })),
  holds: fc.array(hold, { maxLength: 3 }),
  strokes: fc.uniqueArray(stroke, { maxLength: 3, selector: ({ key }) => key }),
})
/** Presences in which strokes grow, as a pen makes them. */
const drawing = fc
  .tuple(
    presence,
    fc.array(inkPoint, { minLength: 1, maxLength: 40 }),
    fc.array(fc.nat(40), { maxLength: 8 }),
  )
  .map(([first, points, lengths]) =>
    [...lengths]
      .sort((a, b) => a - b)
      .map((length): Presence => {
        const strokes: LiveStroke[] = [
          { key: 9, width: 7, pen: 'pen', tint: 'white', clip: null, points: points.slice(0, length) },
        ]
        return { ...first, strokes }
      }),
  )
  .filter((states) => states.length > 0)

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
    fc.property(fc.oneof(fc.array(presence, { minLength: 1 }), drawing), (states) => {
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

test('steps that the hub gathered lead where they led one by one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(presence, { minLength: 2 }), drawing), (states) => {
      const steps = states.map((next, at) => presenceStep(next, states[at - 1] ?? null))
      const joined = steps.reduce((first, second) => joinSteps(first, second))
      expect(afterStep(undefined, joined)).toEqual(states.at(-1))
    }),
  )
})

test('what is more than others can be shown is shown in part', () => {
  const ids = Array.from({ length: 9_000 }, (_, at) => `card${at}`)
  const points = ids.map((_, at) => [at, at, 0.5] as const)
  const all: Presence = {
    cursor: null,
    selection: ids,
    editing: null,
    caret: null,
    holds: [
      { ids, by: [1, 1], places: [] },
      { ids, by: [0, 0], places: ids.map(() => [0, 0, 1, 1, 0] as const) },
    ],
    strokes: Array.from({ length: 30 }, (_, key) => ({
      key,
      width: 7,
      pen: 'pen',
      tint: 'white',
      clip: null,
      points,
    })),
  }
  const message = encodePresence(presenceStep(bounded(all), null))
  const read = decodeGuestMessage(message)
  if (read?.kind !== 'presence') throw new Error('not read')
  const shown = afterStep(undefined, read.presence)
  expect(shown.selection).toHaveLength(MAX_SHOWN)
  expect(shown.holds.flatMap(({ ids }) => ids)).toHaveLength(MAX_SHOWN)
  expect(shown.strokes[0]?.points).toHaveLength(MAX_POINTS)
  expect(message.length).toBeLessThan(128 * 1024)
})

const at = (x: number, held: Presence['holds'] = []): Presence => ({
  cursor: [x, -x],
  selection: ['a'.repeat(16)],
  editing: null,
  caret: null,
  holds: held,
  strokes: [],
})

test('a moving cursor costs ten bytes at most, and a drag as many again', () => {
  expect(encodePresence(presenceStep(at(19_000), at(18_000))).length).toBeLessThanOrEqual(10)
  const drag = (x: number) => at(x, [{ ids: ['a'.repeat(16)], by: [x, x], places: [] }])
  expect(encodePresence(presenceStep(drag(19_000), drag(18_000))).length).toBeLessThanOrEqual(20)
})

test('an anchor too long to be one is not read', () => {
  const long = new Uint8Array(65)
  const caret = { head: new Uint8Array(8), anchor: long }
  const step = { cursor: null, motions: [], hands: null, caret, strokes: [] }
  expect(decodeGuestMessage(encodePresence(step))).toBeUndefined()
})

test('a stroke under way costs what it grew by', () => {
  const points = Array.from({ length: 400 }, (_, at) => [at * 2, at, 0.5] as const)
  const drawn = (count: number): Presence => ({
    ...at(0),
    strokes: [{ key: 1, width: 7, pen: 'pen', tint: 'white', clip: null, points: points.slice(0, count) }],
  })
  expect(encodePresence(presenceStep(drawn(400), drawn(394))).length).toBeLessThanOrEqual(48)
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

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createEdits } from '../../../../electron/hub/edits'
import type { Member } from '../../../../electron/hub/room'
import { startShownRounds } from '../../../../electron/hub/shownRounds'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const windowOf = (peer: number): Member => ({
  info: { peer, person: `person ${peer}`, name: '', role: 'facilitator', side: 'resident' },
  owner: '',
  address: '',
  isGuest: false,
  mayBring: false,
  token: '',
  purges: undefined,
  send() {},
  canHear: () => true,
  end() {},
})

/** A room of so many windows that are given everything of each other's. */
function openRoom(size: number, done = () => {}) {
  const doc = new Y.Doc()
  const members = new Set(Array.from({ length: size }, (_, peer) => windowOf(peer)))
  const told: number[] = []
  doc.on('update', () => told.push(performance.now()))
  const take = (_: unknown, apply: () => void) => {
    apply()
    return false
  }
  const edits = createEdits({ doc, members, guards: { take }, purges: { sweep: () => false }, done })
  const written = new Y.Doc()
  let sequence = 0
  let latest: Uint8Array = new Uint8Array()
  written.on('update', (update: Uint8Array) => {
    latest = update
  })
  const [member] = members
  /** Somebody writes every ms for so long. */
  const writeFor = (milliseconds: number) => {
    for (let ms = 0; ms < milliseconds; ms++) {
      written.getMap('cards').set('a', ms)
      if (member) edits.add({ member, sequence: ++sequence, update: latest, isDifference: false })
      vi.advanceTimersByTime(1)
    }
  }
  return { edits, told, writeFor, read: () => doc.getMap('cards').get('a') }
}

test('an edit in a quiet room is with everybody at once', () => {
  const { told, writeFor, read } = openRoom(200)
  vi.advanceTimersByTime(1_000)
  const now = performance.now()
  writeFor(1)
  expect(told).toEqual([now])
  expect(read()).toBe(0)
})

test.each([
  [40, 31],
  [100, 31],
  [200, 16],
  [1_000, 11],
])('a room of %i that never rests is told at most %i times in a second', (size, most) => {
  const { told, writeFor, read } = openRoom(size)
  writeFor(1_000)
  expect(told.length).toBeLessThanOrEqual(most)
  expect(told.length).toBeGreaterThan(most - 3)
  vi.advanceTimersByTime(100)
  expect(read()).toBe(999)
})

test('what windows show goes along with edits, as often as without them', () => {
  const shown: number[] = []
  const { told, writeFor, edits } = openRoom(40, () => rounds.withEdits())
  const rounds = startShownRounds(() => shown.push(performance.now()), edits.isDue)
  vi.advanceTimersByTime(660)
  expect(shown.length).toBe(10)
  shown.length = 0
  writeFor(1_000)
  expect(shown.length).toBeGreaterThanOrEqual(14)
  expect(shown.filter((at) => !told.includes(at))).toEqual([])
  vi.advanceTimersByTime(100)
  shown.length = 0
  vi.advanceTimersByTime(660)
  expect(shown.length).toBe(10)
  rounds.stop()
})

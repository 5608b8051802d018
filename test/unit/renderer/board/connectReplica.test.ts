import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BEAT, decodeGuestMessage, encodeControl, encodeSync } from '#shared/sync/messages'
import { NO_PRESENCE } from '#shared/sync/presence'
import { BEAT_EVERY, type FromHub, MAX_MESSAGE } from '#shared/sync/protocol'
import { connectReplica } from '../../../../renderer/board/connectReplica'
import type { Line } from '../../../../renderer/board/line'

/** A hub of which only the line is real enough. */
class FakeLine implements Line {
  static all: FakeLine[] = []
  binaryType = ''
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  onerror: (() => void) | null = null
  readonly sent: unknown[] = []
  constructor(readonly url = '') {
    FakeLine.all.push(this)
  }
  send(data: Uint8Array) {
    this.sent.push(decodeGuestMessage(data))
  }
  close() {
    this.readyState = 3
  }
  open() {
    this.readyState = 1
    this.onopen?.()
  }
  hear(bytes: Uint8Array) {
    this.onmessage?.({ data: bytes.slice().buffer })
  }
  say(said: FromHub) {
    this.hear(encodeControl(said))
  }
  /** Takes the window in and gives it an empty board. */
  welcome(token: string, purges = 0) {
    this.say({
      say: 'welcome',
      board: 'b',
      me: { peer: 1, person: 'p', name: 'Amal', side: 'resident', role: 'participant' },
      token,
      purges,
    })
    this.hear(encodeSync(0, { step: 'vector', bytes: Uint8Array.of(0) }))
    this.hear(encodeSync(0, { step: 'difference', bytes: Uint8Array.of(0, 0) }))
  }
}

const newest = () => {
  const line = FakeLine.all.at(-1)
  if (!line) throw new Error('no line was opened')
  return line
}
const connect = () =>
  connectReplica(
    { url: 'ws://hub', credential: { kind: 'code', code: 'ABCDEF' } },
    { name: 'Amal', side: 'resident', languages: [] },
    { openLine: (url) => new FakeLine(url) },
  )

beforeEach(() => {
  vi.useFakeTimers()
  FakeLine.all = []
})
afterEach(() => vi.useRealTimers())

test('it comes in by code first and comes back by the token it was given', () => {
  const replica = connect()
  newest().open()
  expect(newest().sent[0]).toMatchObject({
    control: { say: 'hello', credential: { kind: 'code', code: 'ABCDEF' } },
  })
  newest().welcome('mine')
  expect(replica.connection.get().state).toBe('live')
  newest().onclose?.({ code: 1006 })
  expect(replica.connection.get().state).toBe('offline')
  vi.advanceTimersByTime(1_000)
  expect(FakeLine.all).toHaveLength(2)
  newest().open()
  expect(newest().sent[0]).toMatchObject({ control: { credential: { kind: 'token', token: 'mine' } } })
  replica.dispose()
})

test('a line that falls silent is given up, and one that beats is kept', () => {
  const replica = connect()
  newest().open()
  newest().welcome('mine')
  for (let beat = 0; beat < 10; beat++) {
    vi.advanceTimersByTime(BEAT_EVERY)
    newest().hear(BEAT)
  }
  expect(replica.connection.get().state).toBe('live')
  vi.advanceTimersByTime(BEAT_EVERY * 4)
  expect(FakeLine.all.length).toBeGreaterThan(1)
  replica.dispose()
})

test('when the room is not where it was, everybody who may host it is asked in one go, also after one who is silent', () => {
  const replica = connect()
  newest().open()
  newest().welcome('mine')
  const places = [
    { host: '10.0.0.2', port: 1, print: 'second' },
    { host: '10.0.0.3', port: 1, print: 'third' },
  ]
  newest().say({ say: 'standby', places })
  // The room has been away for long: the waits have grown.
  newest().onclose?.({ code: 1006 })
  for (let go = 0; go < 20; go++) {
    vi.advanceTimersByTime(8_000)
    newest().onclose?.({ code: 1006 })
  }
  while (newest().url !== 'ws://hub') vi.advanceTimersToNextTimer()
  const before = FakeLine.all.length
  newest().onclose?.({ code: 1006 })
  vi.advanceTimersByTime(1)
  // This one says nothing at all.
  vi.advanceTimersByTime(4_000)
  vi.advanceTimersByTime(1)
  expect(FakeLine.all.slice(before).map(({ url }) => url)).toEqual([
    'ws://10.0.0.2:1/sync',
    'ws://10.0.0.3:1/sync',
  ])
  newest().open()
  newest().welcome('mine')
  expect(replica.connection.get().state).toBe('live')
  replica.dispose()
})

test('an edit is saved only when the hub says so of that very edit', () => {
  const replica = connect()
  newest().open()
  newest().welcome('mine')
  replica.doc.getMap('meta').set('title', 'one')
  replica.doc.getMap('meta').set('title', 'two')
  expect(replica.saving.get().state).toBe('saving')
  newest().say({ say: 'saved', through: 2 })
  expect(replica.saving.get().state).toBe('saving')
  newest().say({ say: 'notSaved', code: 'diskFull' })
  replica.doc.getMap('meta').set('title', 'three')
  expect(replica.saving.get()).toEqual({ state: 'failed', code: 'diskFull' })
  newest().say({ say: 'saved', through: 4 })
  expect(replica.saving.get().state).toBe('saved')
  replica.dispose()
})

test.each<[FromHub, string]>([
  [{ say: 'refused', code: 'wrongCode' }, 'refused'],
  [{ say: 'rejected', code: 'noPermission' }, 'rejected'],
  [{ say: 'ended' }, 'ended'],
])('after %j it does not come back by itself', (said, state) => {
  const replica = connect()
  newest().open()
  newest().say(said)
  vi.advanceTimersByTime(60_000)
  expect(replica.connection.get().state).toBe(state)
  expect(FakeLine.all).toHaveLength(1)
  replica.dispose()
})

test('presence goes out at most twenty times a second, the latest of it, and again after a return', () => {
  const replica = connect()
  newest().open()
  newest().welcome('mine')
  vi.advanceTimersByTime(100)
  const before = newest().sent.length
  for (let step = 1; step <= 100; step++) {
    replica.showPresence({ ...NO_PRESENCE, cursor: [step, 0], selection: ['a'] })
    vi.advanceTimersByTime(5)
  }
  vi.advanceTimersByTime(50)
  const shown = newest().sent.slice(before)
  expect(shown.length).toBeLessThanOrEqual(11)
  expect(shown.at(-1)).toMatchObject({ kind: 'presence', presence: { cursor: [100, 0], hands: null } })
  newest().onclose?.({ code: 1006 })
  vi.advanceTimersByTime(1_000)
  newest().open()
  newest().welcome('mine')
  vi.advanceTimersByTime(100)
  expect(newest().sent.at(-1)).toMatchObject({ presence: { cursor: [100, 0], hands: { selection: ['a'] } } })
  replica.dispose()
})

test('a copy is outdated once the hub counts more purges than when it began, told or met again', () => {
  const told = connect()
  newest().open()
  expect(newest().sent[0]).not.toHaveProperty('control.purges')
  newest().welcome('mine', 3)
  expect(told.isOutdated.get()).toBe(false)
  newest().say({ say: 'purged', purges: 4 })
  expect(told.isOutdated.get()).toBe(true)
  told.dispose()

  const away = connect()
  newest().open()
  newest().welcome('mine', 3)
  newest().onclose?.({ code: 1006 })
  vi.advanceTimersByTime(1_000)
  newest().open()
  expect(newest().sent[0]).toMatchObject({ control: { purges: 3 } })
  newest().welcome('mine', 3)
  expect(away.isOutdated.get()).toBe(false)
  newest().onclose?.({ code: 1006 })
  vi.advanceTimersByTime(1_000)
  newest().open()
  newest().welcome('mine', 4)
  expect(away.isOutdated.get()).toBe(true)
  away.dispose()
})

test('what is too large to send is never said to be saved', () => {
  const replica = connect()
  newest().open()
  newest().welcome('mine')
  replica.doc.getMap('meta').set('title', 'x'.repeat(MAX_MESSAGE))
  expect(replica.saving.get()).toEqual({ state: 'failed', code: 'tooLarge' })
  newest().say({ say: 'saved', through: 9 })
  expect(replica.saving.get()).toEqual({ state: 'failed', code: 'tooLarge' })
  replica.dispose()
})

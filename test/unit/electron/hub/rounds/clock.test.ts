import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONGEST_ROUND } from '#shared/room/time'
import { createClock, type KeptTime } from '../../../../../electron/hub/rounds/clock'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000
const LINGERS = MINUTE

function clockOf(kept: KeptTime | null = null, lingers: number | null = LINGERS) {
  const up = vi.fn()
  const gone = vi.fn()
  return { clock: createClock(kept, { up, gone, lingers }, () => Date.now()), up, gone }
}

test('what is left goes down to nothing, is said to be up once, and is gone a minute later', () => {
  const { clock, up, gone } = clockOf()
  expect(clock.shown()).toBeNull()
  clock.set(2 * MINUTE)
  expect(clock.shown()).toEqual({ left: 2 * MINUTE, whole: 2 * MINUTE })
  vi.advanceTimersByTime(90_000)
  expect(clock.shown()).toEqual({ left: 30_000, whole: 2 * MINUTE })
  vi.advanceTimersByTime(40_000)
  expect(clock.shown()?.left).toBe(0)
  expect([up, gone].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
  vi.advanceTimersByTime(LINGERS)
  expect([up, gone].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

test('a minute more is a minute more, and begins anew when the time is up', () => {
  const { clock, up } = clockOf()
  clock.set(2 * MINUTE)
  vi.advanceTimersByTime(MINUTE)
  clock.add(MINUTE)
  expect(clock.shown()).toEqual({ left: 2 * MINUTE, whole: 3 * MINUTE })
  vi.advanceTimersByTime(2 * MINUTE + 5_000)
  clock.add(MINUTE)
  expect(clock.shown()).toEqual({ left: MINUTE, whole: MINUTE })
  vi.advanceTimersByTime(MINUTE)
  expect(clock.shown()?.left).toBe(0)
  expect(up).toHaveBeenCalledTimes(2)
})

test('a time that does not linger stays up for ever, and a round without an end gets one by a minute', () => {
  const { clock, gone } = clockOf(null, null)
  clock.add(MINUTE)
  expect(clock.shown()).toEqual({ left: MINUTE, whole: MINUTE })
  vi.advanceTimersByTime(100 * MINUTE)
  expect(clock.shown()?.left).toBe(0)
  clock.set(null)
  expect(clock.shown()).toBeNull()
  expect(gone).not.toHaveBeenCalled()
})

test('time goes on while no hub runs, and a computer whose clock was set back gives no more than there was', () => {
  const { clock } = clockOf()
  clock.set(10 * MINUTE)
  const kept = clock.kept()
  clock.dispose()
  vi.setSystemTime(Date.now() + 4 * MINUTE)
  expect(clockOf(kept).clock.shown()).toEqual({ left: 6 * MINUTE, whole: 10 * MINUTE })
  vi.setSystemTime(Date.now() - 60 * MINUTE)
  expect(clockOf(kept).clock.shown()).toEqual({ left: 10 * MINUTE, whole: 10 * MINUTE })
  vi.setSystemTime(Date.now() + 600 * MINUTE)
  const late = clockOf(kept)
  expect(late.clock.shown()?.left).toBe(0)
  vi.advanceTimersByTime(1)
  expect(late.gone).toHaveBeenCalledTimes(1)
  expect(late.up).not.toHaveBeenCalled()
})

test('whatever is asked, what is left lies between nothing and the longest, and never above the whole', () => {
  const time = fc.integer({ min: 1_000, max: LONGEST_ROUND })
  const steps = fc.array(
    fc.oneof(
      fc.record({ do: fc.constantFrom('set', 'add'), ms: time }),
      fc.record({ wait: fc.nat(LONGEST_ROUND) }),
    ),
  )
  fc.assert(
    fc.property(steps, (taken) => {
      const { clock } = clockOf()
      for (const step of taken) {
        if ('wait' in step) vi.advanceTimersByTime(step.wait)
        else if (step.do === 'set') clock.set(step.ms)
        else clock.add(step.ms)
        const shown = clock.shown()
        if (!shown) continue
        expect(shown.left).toBeGreaterThanOrEqual(0)
        expect(shown.left).toBeLessThanOrEqual(Math.min(shown.whole, LONGEST_ROUND))
      }
      clock.dispose()
    }),
    { numRuns: 50 },
  )
})

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONGEST_TIMER, type TimerOrder } from '#shared/sync/protocol'
import { createTimer, LINGERS } from '../../../../electron/hub/timer'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000

function clock() {
  const changed = vi.fn()
  const timer = createTimer(changed, () => Date.now())
  return { timer, changed, order: timer.order }
}

test('what is left goes down to nothing, is said to be over for a minute, and goes', () => {
  const { timer, changed, order } = clock()
  expect(timer.shown()).toBeNull()
  order({ do: 'start', ms: 2 * MINUTE })
  expect(timer.shown()).toEqual({ left: 2 * MINUTE, whole: 2 * MINUTE })
  vi.advanceTimersByTime(90_000)
  expect(timer.shown()).toEqual({ left: 30_000, whole: 2 * MINUTE })
  vi.advanceTimersByTime(40_000)
  expect(timer.shown()?.left).toBe(0)
  // Everybody counts for themselves: nothing need be said while time passes.
  expect(changed).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(LINGERS)
  expect(timer.shown()).toBeNull()
  expect(changed).toHaveBeenCalledTimes(2)
})

test('a minute more is a minute more, and begins anew when the time is up', () => {
  const { timer, order } = clock()
  order({ do: 'start', ms: 2 * MINUTE })
  vi.advanceTimersByTime(MINUTE)
  order({ do: 'add', ms: MINUTE })
  expect(timer.shown()).toEqual({ left: 2 * MINUTE, whole: 3 * MINUTE })
  vi.advanceTimersByTime(2 * MINUTE + 5_000)
  order({ do: 'add', ms: MINUTE })
  expect(timer.shown()).toEqual({ left: MINUTE, whole: MINUTE })
  vi.advanceTimersByTime(MINUTE)
  expect(timer.shown()?.left).toBe(0)
})

test('stopping takes it away, and a timer that does not run cannot be lengthened', () => {
  const { timer, order } = clock()
  order({ do: 'start', ms: MINUTE })
  order({ do: 'stop' })
  order({ do: 'add', ms: MINUTE })
  expect(timer.shown()).toBeNull()
})

test('whatever is asked, what is left lies between nothing and the longest, and never above the whole', () => {
  const orders = fc.array(
    fc.oneof(
      fc.record({ do: fc.constantFrom('start', 'add'), ms: fc.integer({ min: 1_000, max: LONGEST_TIMER }) }),
      fc.constant({ do: 'stop' }),
      fc.record({ wait: fc.nat(LONGEST_TIMER) }),
    ),
  )
  fc.assert(
    fc.property(orders, (steps) => {
      const { timer } = clock()
      for (const step of steps) {
        if ('wait' in step) vi.advanceTimersByTime(step.wait)
        else timer.order(step as TimerOrder)
        const shown = timer.shown()
        if (!shown) continue
        expect(shown.left).toBeGreaterThanOrEqual(0)
        expect(shown.left).toBeLessThanOrEqual(Math.min(shown.whole, LONGEST_TIMER))
      }
      timer.dispose()
    }),
    { numRuns: 50 },
  )
})

test('a timer to sort in silence says so to everybody, and stays silent when it is lengthened', () => {
  const { timer, order } = clock()
  order({ do: 'start', ms: MINUTE, silent: true })
  expect(timer.shown()).toEqual({ left: MINUTE, whole: MINUTE, silent: true })
  order({ do: 'add', ms: MINUTE })
  expect(timer.shown()).toMatchObject({ silent: true })
  order({ do: 'start', ms: MINUTE })
  expect(timer.shown()).toEqual({ left: MINUTE, whole: MINUTE })
})

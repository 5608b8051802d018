import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAllowance } from '../../../../electron/hub/allowance'
import { createInbox } from '../../../../electron/hub/inbox'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

const MEGABYTE = 1024 * 1024

function inboxOfFlood() {
  const line = { pause: vi.fn(), resume: vi.fn() }
  const heard: number[] = []
  const inbox = createInbox<number>(line, createAllowance(), (message) => heard.push(message))
  for (let message = 0; message < 60; message++) inbox.put(message, MEGABYTE)
  return { line, heard, inbox }
}

test('what came in one packet is read no faster than the allowance has it, in its order', () => {
  const { line, heard } = inboxOfFlood()
  expect(heard).toHaveLength(33)
  expect(line.pause).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1_000)
  expect(heard.length).toBeLessThan(40)
  expect(line.resume).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(heard).toEqual(Array.from({ length: 60 }, (_, at) => at))
  expect(line.resume).toHaveBeenCalledOnce()
})

test('after the line has ended nothing of what waits is read', () => {
  const { line, heard, inbox } = inboxOfFlood()
  inbox.stop()
  vi.advanceTimersByTime(20_000)
  expect(heard).toHaveLength(33)
  expect(line.resume).not.toHaveBeenCalled()
})

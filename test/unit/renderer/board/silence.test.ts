import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { commandWith } from '../../../../renderer/board/commands/commands'
import type { RunningTimer } from '../../../../renderer/board/replica'
import { signal } from '../../../../renderer/board/signal'
import { followSilence } from '../../../../renderer/board/silence'
import { Driver } from '../../../driver'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const running = (left: number, isSilent: boolean): RunningTimer => ({
  endsAt: performance.now() + left,
  whole: 60_000,
  isSilent,
})

test('a silent timer makes silence until the time is up', () => {
  const timer = signal<RunningTimer | null>(running(60_000, true))
  const { isSilent, dispose } = followSilence(timer)
  expect(isSilent.get()).toBe(true)
  vi.advanceTimersByTime(59_000)
  expect(isSilent.get()).toBe(true)
  vi.advanceTimersByTime(1_100)
  expect(isSilent.get()).toBe(false)
  dispose()
})

test('it ends when the timer is stopped, goes on when it is lengthened, and a usual timer makes none', () => {
  const timer = signal<RunningTimer | null>(null)
  const { isSilent } = followSilence(timer)
  timer.set(running(60_000, false))
  expect(isSilent.get()).toBe(false)
  timer.set(running(60_000, true))
  timer.set(running(120_000, true))
  vi.advanceTimersByTime(61_000)
  expect(isSilent.get()).toBe(true)
  timer.set(null)
  expect(isSilent.get()).toBe(false)
})

test('in silence nobody votes or reacts, and cards are moved as ever', () => {
  const me = new Driver()
  const card = addCard(me.session.writer, { type: 'note', pos: [-100, -60], size: [200, 120, 0] })
  me.session.selection.set([card])
  const canVote = () => commandWith('vote')?.isPossible(me.session)
  expect(canVote()).toBe(true)
  me.replica.timer.set(running(60_000, true))
  expect(canVote()).toBe(false)
  expect(commandWith('reactHeart')?.isPossible(me.session)).toBe(false)
  me.down(800, 450).move(60, 40).up()
  expect(me.card(card).pos).toEqual([-40, -20])
})

test('only whoever leads the room begins and ends it', () => {
  const me = new Driver()
  const can = (id: 'sortInSilence' | 'endSilence') => commandWith(id)?.isPossible(me.session)
  expect([can('sortInSilence'), can('endSilence')]).toEqual([true, false])
  me.replica.timer.set(running(60_000, true))
  expect([can('sortInSilence'), can('endSilence')]).toEqual([false, true])
  const info = me.replica.me.get()
  if (info) me.replica.me.set({ ...info, role: 'participant' })
  expect([can('sortInSilence'), can('endSilence')]).toEqual([false, false])
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addCard } from '#shared/board/actions/cards'
import { commandWith } from '../../../../renderer/board/commands/commands'
import type { RunningRound } from '../../../../renderer/board/roundLine'
import { signal } from '../../../../renderer/board/signal'
import { followSilence } from '../../../../renderer/board/silence'
import { Driver } from '../../../driver'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const running = (left: number, silent: boolean): RunningRound => ({
  id: 'round',
  time: { endsAt: performance.now() + left, whole: 60_000 },
  shown: { kind: 'timer', silent },
})

test('a silent timer makes silence until the time is up', () => {
  const timer = signal<RunningRound | null>(running(60_000, true))
  const { isSilent, dispose } = followSilence(timer)
  expect(isSilent.get()).toBe(true)
  vi.advanceTimersByTime(59_000)
  expect(isSilent.get()).toBe(true)
  vi.advanceTimersByTime(1_100)
  expect(isSilent.get()).toBe(false)
  dispose()
})

test('it ends when the timer is stopped, goes on when it is lengthened, and a usual timer makes none', () => {
  const timer = signal<RunningRound | null>(null)
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

test('while everybody writes in silence it lasts until the reveal, whatever the time, and only that ends it', () => {
  const me = new Driver()
  const shown = { kind: 'writing', question: '', people: 0, cards: 0, done: 0, isDone: false } as const
  me.replica.rounds.running.set({ ...running(1_000, false), shown })
  vi.advanceTimersByTime(5_000)
  expect(me.session.isSilent.get()).toBe(true)
  for (const id of ['sortInSilence', 'endSilence'] as const)
    expect(commandWith(id)?.isPossible(me.session)).toBe(false)
  me.replica.rounds.running.set(null)
  expect(me.session.isSilent.get()).toBe(false)
})

test('in silence nobody votes or reacts, and cards are moved as ever', () => {
  const me = new Driver()
  const card = addCard(me.session.writer, { type: 'note', pos: [-100, -60], size: [200, 120, 0] })
  me.session.selection.set([card])
  const canVote = () => commandWith('vote')?.isPossible(me.session)
  expect(canVote()).toBe(true)
  me.replica.rounds.running.set(running(60_000, true))
  expect(canVote()).toBe(false)
  expect(commandWith('reactHeart')?.isPossible(me.session)).toBe(false)
  me.down(800, 450).move(60, 40).up()
  expect(me.card(card).pos).toEqual([-40, -20])
})

test('only whoever leads the room begins and ends it', () => {
  const me = new Driver()
  const can = (id: 'sortInSilence' | 'endSilence') => commandWith(id)?.isPossible(me.session)
  expect([can('sortInSilence'), can('endSilence')]).toEqual([true, false])
  me.replica.rounds.running.set(running(60_000, true))
  expect([can('sortInSilence'), can('endSilence')]).toEqual([false, true])
  const info = me.replica.me.get()
  if (info) me.replica.me.set({ ...info, role: 'participant' })
  expect([can('sortInSilence'), can('endSilence')]).toEqual([false, false])
})

import { expect, test } from 'vitest'
import { NO_PRESENCE, type Presence } from '#shared/sync/presence'
import { createOthers } from '../../../../renderer/board/others'
import { createMemoryReplica } from '../../../support/memoryReplica'

function room() {
  const replica = createMemoryReplica()
  let now = 0
  const others = createOthers(replica, () => now)
  return {
    others,
    wait: (ms: number) => {
      now += ms
    },
    show(peer: number, presence: Partial<Presence>) {
      replica.presences.set(new Map(replica.presences.get()).set(peer, { ...NO_PRESENCE, ...presence }))
    },
    strengths: () => others.choices(now).map(({ peer, strength }) => [peer, strength]),
    fadesIn: () => others.fadesIn(now),
  }
}

test('a choice fades when nothing happens, and is as fresh as ever when it changes', () => {
  const { show, wait, strengths, fadesIn } = room()
  show(2, { selection: ['a'] })
  expect(strengths()).toEqual([[2, 1]])
  expect(fadesIn()).toBe(4_000)
  wait(4_500)
  expect(fadesIn()).toBe(0)
  expect(strengths()[0]?.[1]).toBeLessThan(1)
  wait(1_000)
  expect(strengths()).toEqual([[2, 0.45]])
  expect(fadesIn()).toBe(Infinity)
  show(2, { selection: ['a'], cursor: [1, 1] })
  expect(strengths()).toEqual([[2, 0.45]])
  show(2, { selection: ['a', 'b'] })
  expect(strengths()).toEqual([[2, 1]])
})

test('who writes or holds something does not fade', () => {
  const { show, wait, strengths } = room()
  show(2, { selection: ['a'], editing: 'a' })
  wait(60_000)
  expect(strengths()).toEqual([[2, 1]])
  show(2, { selection: ['a'], holds: [{ ids: ['a'], by: [1, 1], places: [] }] })
  wait(3_900)
  show(2, { selection: ['a'], holds: [{ ids: ['a'], by: [2, 2], places: [] }] })
  wait(3_900)
  expect(strengths()).toEqual([[2, 1]])
})

test('in a crowd only those who just did something are seen, the last first', () => {
  const { show, wait, strengths } = room()
  for (let peer = 2; peer < 42; peer++) show(peer, { selection: [`card${peer}`] })
  wait(10_000)
  expect(strengths()).toEqual([])
  show(7, { selection: ['x'] })
  wait(10)
  show(9, { selection: ['y'] })
  expect(strengths()).toEqual([
    [9, 1],
    [7, 1],
  ])
})

test('who lets go of everything, or leaves, is seen no more', () => {
  const { show, strengths } = room()
  show(2, { selection: ['a'] })
  show(2, {})
  expect(strengths()).toEqual([])
})

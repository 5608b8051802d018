import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { decodeHubMessage } from '#shared/sync/messages'
import type { FromHub, PeerInfo } from '#shared/sync/protocol'
import { createRelay } from '../../../../../electron/hub/replica/relay'
import type { Member } from '../../../../../electron/hub/room'
import { createRounds } from '../../../../../electron/hub/rounds/rounds'

const AMAL: PeerInfo = { peer: 3, person: 'amal', name: 'Amal', side: 'resident', role: 'participant' }
const TIMER: FromHub = {
  say: 'round',
  round: {
    id: 'round',
    time: { left: 60_000, whole: 90_000 },
    document: null,
    shown: { kind: 'timer', silent: false },
  },
}

const ROOM = {
  members: new Set<Member>(),
  rounds: createRounds({
    board: new Y.Doc(),
    rows: [],
    members: new Set(),
    saver: { seal: () => {}, touch: () => {} },
    mayWrite: () => true,
    settle: () => {},
  }),
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** A window of this computer, and what it has heard of rounds. */
function windowOf() {
  const rounds: unknown[] = []
  const member: Member = {
    info: AMAL,
    owner: 'amal',
    address: '',
    isGuest: false,
    mayBring: false,
    isRelayed: true,
    token: '',
    purges: undefined,
    canHear: () => true,
    end: () => {},
    send(bytes) {
      const message = decodeHubMessage(bytes)
      if (message?.kind === 'control' && message.control.say === 'round')
        rounds.push(message.control.round?.time)
    },
  }
  return { rounds, attached: { member, watches: false, welcome: () => {} } }
}

test('a window that opens late is told what is left of a round’s time by then', () => {
  const relay = createRelay(AMAL, ROOM, () => {})
  const early = windowOf()
  relay.attach(early.attached)
  relay.tell(TIMER)
  expect(early.rounds).toEqual([{ left: 60_000, whole: 90_000 }])
  vi.advanceTimersByTime(20_000)
  const late = windowOf()
  relay.attach(late.attached)
  expect(late.rounds).toEqual([{ left: 40_000, whole: 90_000 }])
  vi.advanceTimersByTime(50_000)
  const last = windowOf()
  relay.attach(last.attached)
  expect(last.rounds).toEqual([{ left: 0, whole: 90_000 }])
})

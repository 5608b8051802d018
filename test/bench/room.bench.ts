import { type Benchmark, type Figure, percentile } from './benchmark'
import type { Spent } from './meter'
import { arrivals } from './room/arrivals'
import { answerOf, start } from './room/processes'
import { theirServer } from './room/theirs'
import type { Crowd, Seen } from './roomGuests.process'

const CARDS = 2_000
const DRAGGING = 8
/** Processes that the guests share. */
const PROCESSES = 4

interface Server {
  readonly wire: Crowd['wire']
  readonly script: string
  readonly arguments: readonly string[]
}

const OURS: Server = { wire: 'ours', script: 'hub.process.js', arguments: [String(CARDS)] }

/**
 * A room at work, over real sockets on loopback: everybody edits twice a second and points, eight drag at 20 Hz. Then
 * sixty who join at once and forty who come back at once. With `full` also 100 and 200 guests, and 40 and 100 at
 * `@y/websocket-server` right after ours.
 */
export const bench: Benchmark = {
  async run({ full, report, tell }) {
    const seconds = full ? 10 : 6
    const from = full ? theirServer() : undefined
    const theirs: Server | undefined = from
      ? { wire: 'theirs', script: 'theirHub.process.js', arguments: [from, String(CARDS)] }
      : undefined
    if (full && !theirs) tell('@y/websocket-server could not be fetched: ours stands alone.')
    for (const guests of full ? [40, 100, 200] : [40]) {
      const ours = await room(OURS, guests, seconds, report)
      if (!theirs || guests > 100) continue
      const other = await room(theirs, guests, seconds, report)
      report({ name: 'ours: p99 as a share of theirs', n: guests, value: (100 * ours) / other, unit: '%' })
    }
    await arrivals(CARDS, report)
  },
}

/** Measures a room and resolves to its p99. What was not seen by the end counts as seen then: it took longer. */
async function room(
  server: Server,
  all: number,
  seconds: number,
  report: (figure: Figure) => void,
): Promise<number> {
  const say = (what: string, value: number, unit: string) =>
    report({ name: `${server.wire}: ${what}`, n: all, value, unit })
  const hub = start(server.script, server.arguments)
  const { room: url, code } = await answerOf<{ room: string; code: string }>(hub)
  const crowds = Array.from({ length: PROCESSES }, (_, at) => {
    const crowd = start('roomGuests.process.js')
    const guests = Array.from({ length: all }, (_, guest) => guest).filter(
      (guest) => guest % PROCESSES === at,
    )
    crowd.send({ wire: server.wire, url, code, guests, all, dragging: DRAGGING, seconds } satisfies Crowd)
    return crowd
  })
  try {
    await Promise.all(crowds.map((crowd) => answerOf(crowd)))
    for (const process of [hub, ...crowds]) process.send('begin')
    const results = Promise.all(crowds.map((crowd) => answerOf<Seen>(crowd)))
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
    const figures = answerOf<Spent>(hub)
    hub.send('figures')
    const [{ core, memory, stall }, seen] = await Promise.all([figures, results])
    const sum = (of: (each: Seen) => number) => seen.reduce((total, each) => total + of(each), 0)
    const made = seen.flatMap((each) => each.made)
    const unseen = seen.flatMap(({ latest, looker, end }) =>
      made.filter(([by, at]) => by !== looker && at > (latest.get(by) ?? 0)).map(([, at]) => end - at),
    )
    const delays = [...seen.flatMap((each) => each.delays), ...unseen]
    const p99 = percentile(delays, 99)
    say('edit to sight, p50', percentile(delays, 50), 'ms')
    say(unseen.length > 0 ? 'edit to sight, p99, at least' : 'edit to sight, p99', p99, 'ms')
    say('edits seen', delays.length - unseen.length, 'count')
    say('edits not seen by the end', unseen.length, 'count')
    say(
      'connections lost',
      sum(({ lost }) => lost),
      'count',
    )
    say('server', core, '% of a core')
    say('server memory, at most', memory, 'MB')
    say('server stalled, at most', stall, 'ms')
    say('messages to each guest', sum(({ messages }) => messages) / all / seconds, 'a second')
    say('sent by the server', sum(({ bytes }) => bytes) / 1e6 / seconds, 'MB/s')
    return p99
  } finally {
    for (const process of [hub, ...crowds]) process.kill('SIGKILL')
  }
}

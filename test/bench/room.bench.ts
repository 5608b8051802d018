import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Benchmark, type Figure, percentile } from './benchmark'
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

const OURS: Server = { wire: 'ours', script: './hub.process.js', arguments: [String(CARDS)] }

/**
 * A room at work, over real sockets on loopback: everybody edits twice a second and points, eight drag at 20 Hz. With
 * `full` also 100 and 200 guests, and 40 and 100 at `@y/websocket-server` right after ours.
 */
export const bench: Benchmark = {
  async run({ full, report, tell }) {
    const seconds = full ? 10 : 6
    const from = full ? theirServer() : undefined
    const theirs: Server | undefined = from
      ? { wire: 'theirs', script: './theirHub.process.js', arguments: [from, String(CARDS)] }
      : undefined
    if (full && !theirs) tell('@y/websocket-server could not be fetched: ours stands alone.')
    for (const guests of full ? [40, 100, 200] : [40]) {
      await room(OURS, guests, seconds, report)
      if (theirs && guests <= 100) await room(theirs, guests, seconds, report)
    }
  },
}

async function room(
  server: Server,
  all: number,
  seconds: number,
  report: (figure: Figure) => void,
): Promise<void> {
  const hub = start(server.script, server.arguments)
  const { url, token } = await answerOf<{ url: string; token: string }>(hub)
  const crowds = Array.from({ length: PROCESSES }, (_, at) => {
    const crowd = start('./roomGuests.process.js')
    const guests = Array.from({ length: all }, (_, guest) => guest).filter(
      (guest) => guest % PROCESSES === at,
    )
    const asked: Crowd = { wire: server.wire, url, token, guests, all, dragging: DRAGGING }
    crowd.send(asked)
    return crowd
  })
  await Promise.all(crowds.map((crowd) => answerOf(crowd)))
  for (const process of [hub, ...crowds]) process.send('begin')
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  const figures = answerOf<{ core: number; memory: number }>(hub)
  hub.send('figures')
  const { core, memory } = await figures
  const results = Promise.all(crowds.map((crowd) => answerOf<Seen>(crowd)))
  for (const crowd of crowds) crowd.send('end')
  const seen = await results
  const delays = seen.flatMap((each) => [...each.delays])
  const sum = (of: (each: Seen) => number) => seen.reduce((total, each) => total + of(each), 0)
  const say = (what: string, value: number, unit: string) =>
    report({ name: `${server.wire}: ${what}`, n: all, value, unit })
  say('edit to sight, p50', percentile(delays, 50), 'ms')
  say('edit to sight, p99', percentile(delays, 99), 'ms')
  say('edits seen', delays.length, 'count')
  say(
    'connections lost',
    sum(({ lost }) => lost),
    'count',
  )
  say('hub', core, '% of a core')
  say('hub memory', memory, 'MB')
  say('messages to each guest', sum(({ messages }) => messages) / all / seconds, 'a second')
  say('sent by the hub', sum(({ bytes }) => bytes) / 1e6 / seconds, 'MB/s')
  const ended = once(hub, 'exit')
  hub.send('end')
  await ended
}

const start = (script: string, how: readonly string[] = []): ChildProcess =>
  fork(fileURLToPath(new URL(script, import.meta.url)), how, { serialization: 'advanced' })

async function answerOf<T>(process: ChildProcess): Promise<T> {
  const [answer] = (await once(process, 'message')) as [T]
  return answer
}

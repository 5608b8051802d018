import { once } from 'node:events'
import type { Arrived, Travellers } from '../arrivals.process'
import { type Figure, percentile } from '../benchmark'
import type { Spent } from '../meter'
import { answerOf, start } from './processes'

const COMING = 60
const RETURNING = 40

/** Sixty people who join a board of so many cards at once, and forty of them whose network comes back at once. */
export async function arrivals(cards: number, report: (figure: Figure) => void): Promise<void> {
  const hub = start('hub.process.js', [String(cards)])
  const people = start('arrivals.process.js')
  try {
    const { room: url, code } = await answerOf<{ room: string; code: string }>(hub)
    people.send({ url, code, coming: COMING, returning: RETURNING } satisfies Travellers)
    await answerOf(people)
    for (const [what, n] of [
      ['join', COMING],
      ['come back', RETURNING],
    ] as const) {
      hub.send('begin')
      const arrived = answerOf<Arrived>(people)
      people.send(what)
      const { waits } = await arrived
      const figures = answerOf<Spent>(hub)
      hub.send('figures')
      const { memory, stall } = await figures
      const say = (words: string, value: number, unit: string) =>
        report({ name: `all ${what} at once: ${words}`, n, value, unit })
      say('live, p50', percentile(waits, 50), 'ms')
      say('live, the last', Math.max(...waits), 'ms')
      say('server stalled, at most', stall, 'ms')
      say('server memory, at most', memory, 'MB')
    }
    const ended = once(hub, 'exit')
    hub.send('end')
    await ended
  } finally {
    for (const process of [hub, people]) process.kill('SIGKILL')
  }
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { observeCollection } from '#shared/board/observe'
import { changeRecord, readEach, readRecord } from '#shared/board/records'
import { connectReplica } from '../../renderer/board/connectReplica'
import type { Line } from '../../renderer/board/line'
import type { Replica } from '../../renderer/board/replica'
import { type Benchmark, type Figure, percentile } from './benchmark'

const CARDS = 2_000
const EDITS_A_SECOND = 2
const CURSORS_A_SECOND = 15
const DRAGGING = 4

/**
 * A room at work: everybody edits twice a second and moves the cursor, four drag. Latency runs from the
 * edit in one window to its sight in another, over real sockets on loopback, with the hub in a process
 * of its own and all the guests together in this one.
 */
export const bench: Benchmark = {
  async run({ full, report }) {
    for (const guests of full ? [10, 40, 60, 100] : [10, 40]) await room(guests, full ? 10 : 6, report)
  },
}

async function room(guests: number, seconds: number, report: (figure: Figure) => void): Promise<void> {
  const hub = fork(fileURLToPath(new URL('./hub.process.js', import.meta.url)), [String(CARDS)])
  const { url, token } = await answerOf<{ url: string; token: string }>(hub)
  let received = 0
  const openLine = (address: string): Line => {
    const socket = new WebSocket(address)
    socket.on('message', (data: ArrayBuffer | Buffer) => {
      received += data.byteLength
    })
    return socket as unknown as Line
  }
  const joinedAt = performance.now()
  const replicas = Array.from({ length: guests }, (_, at) =>
    connectReplica(
      { url, credential: { kind: 'token', token } },
      { name: `Guest ${at}`, side: 'resident', languages: [] },
      { openLine },
    ),
  )
  await Promise.all(replicas.map(({ loaded }) => loaded))
  report({ name: 'sync: everybody has joined', n: guests, value: performance.now() - joinedAt, unit: 'ms' })

  const sent = new Map<number, number>()
  const delays: number[] = []
  for (const { doc } of replicas)
    observeCollection(doc, 'cards', (ids, transaction) => {
      if (transaction.local) return
      for (const id of ids) {
        const start = sent.get(readRecord(doc, 'cards', id)?.pos[1] ?? -1)
        if (start !== undefined) delays.push(performance.now() - start)
      }
    })
  const saves = watchSaving(replicas)
  hub.send('begin')
  received = 0
  const timers = work(replicas, sent)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const figures = answerOf<{ core: number; memory: number }>(hub)
  hub.send('figures')
  const { core, memory } = await figures
  const name = `sync: ${CARDS} cards, edit to sight`
  report({ name: `${name}, p50`, n: guests, value: percentile(delays, 50), unit: 'ms' })
  report({ name: `${name}, p99`, n: guests, value: percentile(delays, 99), unit: 'ms' })
  report({ name: 'sync: edits seen', n: guests, value: delays.length, unit: 'count' })
  report({ name: 'sync: hub', n: guests, value: core, unit: '% of a core' })
  report({ name: 'sync: hub memory', n: guests, value: memory, unit: 'MB' })
  report({ name: 'sync: sent by the hub', n: guests, value: received / 1e6 / seconds, unit: 'MB/s' })
  report({ name: 'sync: edit to Saved, p50', n: guests, value: percentile(saves, 50), unit: 'ms' })
  report({ name: 'sync: edit to Saved, p99', n: guests, value: percentile(saves, 99), unit: 'ms' })

  delays.length = 0
  const folded = answerOf<number[]>(hub)
  hub.send('compact')
  const spent = await folded
  for (const timer of timers) clearInterval(timer)
  const meanwhile = `${name}, while the file is folded without a pause`
  report({ name: `${meanwhile}, p50`, n: guests, value: percentile(delays, 50), unit: 'ms' })
  report({ name: `${meanwhile}, p99`, n: guests, value: percentile(delays, 99), unit: 'ms' })
  report({ name: 'sync: folding the file once', n: guests, value: percentile(spent, 50), unit: 'ms' })
  for (const replica of replicas) replica.dispose()
  const ended = once(hub, 'exit')
  hub.send('end')
  await ended
}

/** Fills with the ms from the first edit that waits to `Saved`, of every window. */
function watchSaving(replicas: readonly Replica[]): number[] {
  const saves: number[] = []
  for (const { saving } of replicas) {
    let since: number | undefined
    saving.subscribe(() => {
      const { state } = saving.get()
      if (state === 'saving') since ??= performance.now()
      if (state === 'saved' && since !== undefined) saves.push(performance.now() - since)
      if (state === 'saved') since = undefined
    })
  }
  return saves
}

function work(replicas: readonly Replica[], sent: Map<number, number>): NodeJS.Timeout[] {
  let stamp = 1_000_000
  return replicas.flatMap((replica, guest) => {
    const ids = [...readEach(replica.doc, 'cards', 'z')].map(([id]) => id)
    let turn = guest * 37
    const edit = () => {
      stamp += 1
      turn += 1
      sent.set(stamp, performance.now())
      changeRecord(replica.doc, 'cards', ids[turn % ids.length] ?? '', { pos: [guest, stamp] })
    }
    let step = 0
    const point = () => {
      step += 1
      const holds =
        guest < DRAGGING ? [{ ids: [ids[guest] ?? ''], by: [step, step], places: [] } as const] : []
      replica.showPresence({
        cursor: [step, guest],
        selection: [],
        editing: null,
        caret: null,
        holds,
        strokes: [],
      })
    }
    // Guests begin at different moments, as people do.
    const jitter = (guest * 7919) % 100
    return [
      setInterval(edit, 1000 / EDITS_A_SECOND + jitter / 10),
      setInterval(point, 1000 / CURSORS_A_SECOND),
    ]
  })
}

async function answerOf<T>(hub: ChildProcess): Promise<T> {
  const [answer] = (await once(hub, 'message')) as [T]
  return answer
}

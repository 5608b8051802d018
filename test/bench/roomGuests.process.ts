import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { observeCollection } from '#shared/board/observe'
import { changeRecord, readEach, readRecord } from '#shared/board/records'
import { WIRES } from './room/wire'

/** What this process is asked to be. */
export interface Crowd {
  readonly wire: keyof typeof WIRES
  readonly url: string
  readonly code: string
  /** The guests of this process, by number, among `all`. */
  readonly guests: readonly number[]
  readonly all: number
  /** Those with a smaller number drag a card. */
  readonly dragging: number
  /** How long they work. */
  readonly seconds: number
}

/** What it saw. Times are ms. */
export interface Seen {
  readonly delays: readonly number[]
  /** Every edit of this process's guests: who made it, and when. */
  readonly made: readonly (readonly [guest: number, at: number])[]
  /** The last edit of each guest that was seen. */
  readonly latest: ReadonlyMap<number, number>
  /** Who looked: their own edits are not looked for. */
  readonly looker: number
  /** When the looking was over. */
  readonly end: number
  readonly messages: number
  readonly bytes: number
  readonly lost: number
}

const EDITS_A_SECOND = 2
const CURSORS_A_SECOND = 15
const DRAGS_A_SECOND = 20
/** ms after the last edit in which it may still be seen. */
const GRACE = 3_000

const now = () => performance.timeOrigin + performance.now()

/**
 * Some of the guests of a room. All of them edit, point and read what arrives; the first has the whole document and
 * looks when an edit of anybody is in it. An edit carries the time at which it was made.
 */
const [crowd] = (await once(process, 'message')) as [Crowd]
const seen = new Y.Doc()
const remote = {}
let messages = 0
let bytes = 0
let lost = 0
let isOver = false
const delays: number[] = []
const made: [number, number][] = []
const latest = new Map<number, number>()

const guests = await Promise.all(
  crowd.guests.map(async (number, at) => {
    const wire = WIRES[crowd.wire](number, crowd.code)
    const socket = new WebSocket(crowd.url)
    const isLooking = at === 0
    const loaded = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        messages += 1
        bytes += data.length
        if (!isLooking) return resolve()
        const change = wire.changeIn(data)
        if (!change) return
        Y.applyUpdate(seen, change, remote)
        if (seen.store.pendingStructs === null && [...readEach(seen, 'cards', 'z')].length > 0) resolve()
      })
    })
    socket.on('close', () => {
      if (!isOver) lost += 1
    })
    await once(socket, 'open')
    for (const message of wire.hello()) socket.send(message)
    if (isLooking) socket.send(wire.ask())
    await loaded
    return { number, wire, socket }
  }),
)

// One document writes for all of them, each in the name of a client of its own and on cards that nobody else touches.
const written = new Y.Doc()
Y.applyUpdate(written, Y.encodeStateAsUpdate(seen))
const ids = [...readEach(written, 'cards', 'z')].map(([id]) => id).sort()
let author: (typeof guests)[number] | undefined
written.on('update', (update: Uint8Array) => author?.socket.send(author.wire.update(update)))

observeCollection(seen, 'cards', (changed) => {
  const at = now()
  for (const id of changed) {
    const [by = -1, since = 0] = readRecord(seen, 'cards', id)?.pos ?? []
    if (since < 1e12 || by === crowd.guests[0]) continue
    delays.push(at - since)
    latest.set(by, Math.max(since, latest.get(by) ?? 0))
  }
})
process.send?.('ready')

await once(process, 'message')
messages = 0
bytes = 0
const timers = guests.flatMap((guest) => {
  const { number, wire, socket } = guest
  const own = ids.filter((_, at) => at % crowd.all === number)
  let turn = 0
  let step = 0
  const edit = () => {
    author = guest
    written.clientID = 1_000_000 + number
    const at = now()
    made.push([number, at])
    changeRecord(written, 'cards', own[turn++ % own.length] ?? '', { pos: [number, at] })
  }
  const dragged = number < crowd.dragging ? (own[0] ?? null) : null
  const point = () => socket.send(wire.point(++step, number, dragged))
  // Guests begin at different moments, as people do.
  const begin = (every: number, work: () => void) => {
    const state: { timer?: NodeJS.Timeout } = {}
    state.timer = setTimeout(
      () => {
        work()
        state.timer = setInterval(work, every)
      },
      (((number * 7919) % 997) / 997) * every,
    )
    return state
  }
  return [
    begin(1000 / EDITS_A_SECOND, edit),
    begin(1000 / (dragged === null ? CURSORS_A_SECOND : DRAGS_A_SECOND), point),
  ]
})

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
await wait(crowd.seconds * 1_000)
for (const { timer } of timers) clearInterval(timer)
const [heard, took] = [messages, bytes]
await wait(GRACE)
isOver = true
const [looker = -1] = crowd.guests
const result: Seen = { delays, made, latest, looker, end: now(), messages: heard, bytes: took, lost }
process.send?.(result, () => process.exit(0))

import { WebSocket } from 'ws'
import { addStory } from '#shared/board/actions/stories'
import type { Writer } from '#shared/board/actions/writer'
import { decodeGuestMessage, decodeHubMessage } from '#shared/sync/messages'
import { connectReplica } from '../../renderer/board/connectReplica'
import type { Line } from '../../renderer/board/line'
import type { Replica } from '../../renderer/board/replica'
import { ACTS } from '../fuzz/everyAction'
import type { Randomness } from '../support/randomness'

/** A message of a guest with updates of its own. */
export interface Sent {
  readonly sequence: number
  readonly bytes: Uint8Array
  /** Which of the guest's lines to this hub's process it went over, from 0. */
  readonly line: number
  isAcknowledged: boolean
}

/** A guest who edits at random over a real socket and remembers what was sent and what was said to be saved. */
export interface Guest {
  readonly name: string
  readonly replica: Replica
  /** What was sent to the present hub's process. */
  sent: Sent[]
  /** Forgets what was sent, and knocks no more until `meet`: another process serves from then on. */
  begin(): void
  meet(): void
  act(): void
  /** Tells a story as this person; returns its id. */
  tell(words: string, person: string): string
  /** Brings in a story of this many characters. */
  paste(length: number): void
  dispose(): void
}

/** A line that is opened once `gate` is. */
function waitingLine(gate: Promise<void>, open: () => WebSocket): Line {
  let socket: WebSocket | undefined
  let isClosed = false
  const line: Line = {
    binaryType: 'arraybuffer',
    get readyState() {
      return socket?.readyState ?? 0
    },
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (data) => socket?.send(data),
    close() {
      isClosed = true
      socket?.close()
    },
  }
  void gate.then(() => {
    if (isClosed) return
    socket = open()
    socket.binaryType = 'arraybuffer'
    socket.on('open', () => line.onopen?.())
    socket.on('message', (data) => line.onmessage?.({ data }))
    socket.on('close', (code) => line.onclose?.({ code }))
    socket.on('error', () => line.onerror?.())
  })
  return line
}

/**
 * What no window of a guest does: the hub would send whoever does it away. People have ids that nobody makes twice; those
 * of the random acts would be made by two guests at once.
 */
const NOT_A_GUESTS = new Set(['purgeRecords', 'restoreBoard', 'castVote', 'keepOutcome', 'putPerson'])
const NAMES = Object.keys(ACTS).filter((act) => !NOT_A_GUESTS.has(act))

/** Comes in with the room's code, and later by the token that the hub gave. */
export function createGuest(name: string, url: string, code: string, random: Randomness): Guest {
  let lines = -1
  let meet = () => {}
  let gate = Promise.resolve()
  let isWaiting = false
  const openLine = (to: string): Line => {
    let line = -1
    let ofLine: Sent[] = []
    return waitingLine(gate, () => {
      const socket = new WebSocket(to, { perMessageDeflate: false })
      socket.on('open', () => {
        line = ++lines
        ofLine = []
      })
      socket.on('message', (data: ArrayBuffer) => {
        const message = decodeHubMessage(new Uint8Array(data))
        if (message?.kind !== 'control' || message.control.say !== 'saved') return
        for (const sent of ofLine) if (sent.sequence <= message.control.through) sent.isAcknowledged = true
      })
      const send = socket.send.bind(socket)
      socket.send = (data: Uint8Array) => {
        const message = decodeGuestMessage(data)
        if (message?.kind === 'update' && message.sequence > 0) {
          const { sequence, sync } = message
          const sent = { sequence, bytes: sync.bytes, line, isAcknowledged: false }
          ofLine.push(sent)
          guest.sent.push(sent)
        }
        send(data)
      }
      return socket
    })
  }
  const replica = connectReplica(
    { url, credential: { kind: 'code', code } },
    { name, side: 'resident', languages: [] },
    { openLine, firstRetry: 15 },
  )
  const writer: Writer = {
    doc: replica.doc,
    get person() {
      return replica.me.get()?.person ?? ''
    },
    origin: null,
    now: () => 1,
  }
  const guest: Guest = {
    name,
    replica,
    sent: [],
    begin() {
      guest.sent = []
      lines = -1
      // A line that waits already is to hear of the next hub too.
      if (isWaiting) return
      isWaiting = true
      gate = new Promise((resolve) => {
        meet = resolve
      })
    },
    meet() {
      isWaiting = false
      meet()
    },
    act() {
      ACTS[random.of(NAMES) ?? 'addCard']?.(writer, random)
    },
    tell: (words, as) =>
      addStory({ ...writer, person: as }, { title: words, paragraphs: [{ heading: 0, text: words }] }),
    paste(length) {
      // Without repetition, so that nothing packs it away.
      const words = Array.from({ length: Math.ceil(length / 7) }, () => random.under(1e6).toString(36))
      addStory(writer, { title: name, paragraphs: [{ heading: 0, text: words.join(' ').slice(0, length) }] })
    },
    dispose: () => replica.dispose(),
  }
  return guest
}

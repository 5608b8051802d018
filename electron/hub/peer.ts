import type { RawData, WebSocket } from 'ws'
import { type FailureCode, failed, type Result } from '#shared/failure'
import { decodeGuestMessage, encodeControl, type GuestMessage, helloProtocol } from '#shared/sync/messages'
import {
  type FromGuest,
  type FromHub,
  type Hello,
  MESSAGE,
  type PeerInfo,
  PROTOCOL_VERSION,
} from '#shared/sync/protocol'
import type { Line } from '../lan/server'
import { createAllowance } from './allowance'
import { createInbox } from './inbox'
import { createQuestions } from './questions'
import type { Relay } from './replica/relay'
import type { Member, Room } from './room'

export interface Admission {
  readonly room: Room
  readonly info: PeerInfo
  /** The person who connects, who may only be watching. */
  readonly owner: string
  readonly token: string
  readonly isGuest: boolean
  /** See `Member.mayBring`. */
  readonly mayBring: boolean
  /** See `hello.purges`. */
  readonly purges: number | undefined
  /** Settles when the file knows a token that was made for this connection; undefined when it knew it before. */
  readonly remembered: Promise<void> | undefined
  /** Another hub's room, when the board is a copy of its board: who is there and what they may do is said there. */
  readonly relay?: Relay | undefined
  /** See `hello.keeps`. */
  readonly keeps?: Hello['keeps']
  /** Takes in by which tokens others are known; only for who `keeps` a file. */
  readonly learn?: (devices: readonly (readonly [string, string])[]) => void
}

/** Decides who a `hello` from the address `caller` is and where it belongs. */
export type Admit = (hello: Hello, caller: string) => Result<Admission>

/** Bytes waiting on a connection above which presence is left out for it. */
const BEHIND = 256 * 1024
/** Bytes waiting above which a connection is cut: it comes back and is brought up to date in one step. */
const FAR_BEHIND = 64 * 1024 * 1024
/** Milliseconds a connection may stay silent before it says hello. */
const HELLO_WITHIN = 10_000
/** Copies that one connection may say it saved: each is a row in the file. */
const MOST_EXPORTS = 100
/** Differences that one connection which may not write may have looked through: each costs a walk over the board. */
const MOST_LOOKS = 100
/** What a message about a hidden document counts besides its bytes: the whole document is made ready for the file anew. */
const SEALED_WORK = 128 * 1024

/** Serves one connection from the address `caller` until it ends. Whatever it sends, nothing is thrown. */
export function servePeer(
  { socket, line }: { readonly socket: WebSocket; readonly line: Line },
  caller: string,
  admit: Admit,
): void {
  let member: Member | undefined
  let room: Room | undefined
  let relay: Relay | undefined
  let learn: Admission['learn']
  let exported = 0
  let looks = 0
  /** What is said before the file knows the token that comes with it. */
  let held: Uint8Array[] | undefined
  let isGathering = false
  const allowance = createAllowance()
  const questions = createQuestions({
    unsent: () => (held ? held.reduce((sum, { length }) => sum + length, 0) : socket.bufferedAmount),
    // What somebody has the hub say is work for it too.
    rest: allowance.take,
  })
  const late = setTimeout(() => socket.terminate(), HELLO_WITHIN)

  /** What is said in one go leaves in one write: that costs nearly as much for one message as for all. */
  const gather = () => {
    if (isGathering) return
    isGathering = true
    line.cork()
    process.nextTick(() => {
      isGathering = false
      line.uncork()
    })
  }
  const send = (message: Uint8Array) => {
    if (socket.readyState !== socket.OPEN) return
    if (held) held.push(message)
    else if (socket.bufferedAmount > FAR_BEHIND) socket.terminate()
    else {
      gather()
      socket.send(message)
    }
  }
  const letGo = () => {
    const messages = held ?? []
    held = undefined
    for (const message of messages) send(message)
  }
  const end = (last?: FromHub) => {
    letGo()
    if (last) send(encodeControl(last))
    leave()
    socket.close(last?.say === 'refused' ? 4000 : 1001)
    // A window that does not close its side would be kept for half a minute.
    setTimeout(() => socket.terminate(), 2_000).unref()
  }
  const refuse = (code: FailureCode) => end({ say: 'refused', code })
  const ask = (answer: () => void) => {
    const isTaken = questions.ask(() => {
      try {
        answer()
      } catch {
        refuse('badMessage')
      }
    })
    if (!isTaken) refuse('badMessage')
  }
  const leave = () => {
    clearTimeout(late)
    questions.stop()
    if (member) {
      room?.leave(member)
      relay?.detach(member)
    }
    member = undefined
  }

  const greet = (bytes: Uint8Array) => {
    const admitted = admitBy(bytes, caller, admit)
    if (!admitted.ok) {
      refuse(admitted.failure.code)
      return
    }
    clearTimeout(late)
    const { info, owner, token, isGuest, mayBring, purges, remembered, keeps } = admitted.value
    const place = admitted.value.room
    room = place
    relay = admitted.value.relay
    learn = admitted.value.learn
    const watches = info.role === 'observer' && info.person === ''
    const now = relay
    const come: Member = {
      // What somebody may do in another hub's room changes there.
      get info() {
        return now ? now.me(watches) : info
      },
      owner,
      address: caller,
      isGuest,
      mayBring,
      isRelayed: now !== undefined,
      keeps: keeps && { ...keeps, host: plainAddress(caller) },
      token,
      purges,
      send,
      end,
      canHear: () => !held && socket.bufferedAmount <= BEHIND,
    }
    member = come
    if (remembered) {
      // Whoever is let in must be known again, even if the host's laptop dies in this moment.
      held = []
      void remembered.then(letGo)
    }
    const welcome = () =>
      send(
        encodeControl({
          say: 'welcome',
          board: place.file.id,
          me: place.seen(come),
          token,
          purges: place.purges(),
        }),
      )
    welcome()
    place.join(come)
    relay?.attach({ member: come, watches, welcome })
  }

  const hearControl = (said: FromGuest, from: Member, place: Room) => {
    const forbid = () => end({ say: 'rejected', code: 'noPermission' })
    if (said.say === 'exported' && relay && exported < MOST_EXPORTS) void place.noteExport(said)
    if (relay) {
      if (said.say === 'hello' || said.say === 'devices') refuse('badMessage')
      // The other hub would end the line that all windows here share.
      else if (said.say === 'round' || said.say === 'guide') forbid()
      else relay.ask(said)
    } else if (said.say === 'round') {
      if (from.info.role === 'facilitator') place.rounds.order(from, said.order)
      else forbid()
    } else if (said.say === 'ask') {
      if (from.info.role !== 'observer') place.rounds.ask(from, said.round, said.ask)
      else forbid()
    } else if (said.say === 'letGo') {
      if (from.info.role !== 'observer') place.rounds.letGo(from, said.round)
      else forbid()
    } else if (said.say === 'guide') {
      if (from.info.role === 'facilitator') place.guiding.order(from, said.order)
      else forbid()
    } else if (said.say === 'devices' && learn) learn(said.devices)
    else if (said.say === 'exported' && exported++ < MOST_EXPORTS)
      void place.noteExport(said, { member: from })
    else refuse('badMessage')
  }

  const hear = (message: GuestMessage, from: Member, place: Room) => {
    switch (message.kind) {
      case 'presence':
        if (from.info.role === 'observer') break
        if (relay) relay.show(message.presence)
        else place.show(from, message.presence)
        break
      case 'update': {
        const { step, bytes } = message.sync
        if (step === 'vector')
          ask(() => {
            for (const message of place.answer(bytes)) send(message)
          })
        else if (step === 'whole') refuse('badMessage')
        else if (place.seen(from).role === 'observer' && !isKnown(step, bytes, place)) {
          end({ say: 'rejected', code: 'noPermission' })
        } else place.edit(from, message.sequence, bytes, step === 'difference')
        break
      }
      case 'sealed':
        // Of another hub's room somebody may be an observer for a while only; nothing is sent there then.
        if (from.info.role === 'observer' && relay) break
        if (from.info.role === 'observer') end({ say: 'rejected', code: 'noPermission' })
        else if (message.sync.step === 'whole') refuse('badMessage')
        else if (relay) relay.sync(from, message)
        else if (message.sync.step === 'vector')
          ask(() => place.rounds.sync(from, message.round, 0, message.sync))
        else place.rounds.sync(from, message.round, message.sequence, message.sync)
        break
      case 'control':
        hearControl(message.control, from, place)
        break
      case 'beat':
        break
    }
  }

  /** Who comes back sends all that they know to be deleted, and need not have changed anything. */
  const isKnown = (step: 'difference' | 'update', bytes: Uint8Array, place: Room) =>
    isEmptyUpdate(bytes) || (step === 'difference' && looks++ < MOST_LOOKS && place.holds(bytes))

  const read = (bytes: Uint8Array | undefined) => {
    try {
      // What arrives after the goodbye is not read.
      if (socket.readyState !== socket.OPEN) return
      if (!member || !room) {
        greet(bytes ?? new Uint8Array())
        return
      }
      const message = bytes && decodeGuestMessage(bytes)
      if (message) hear(message, member, room)
      else refuse('badMessage')
    } catch {
      // Nothing a window sends may bring the room down.
      refuse('badMessage')
    }
  }
  const inbox = createInbox(socket, allowance, read)
  socket.on('message', (data, isBinary) => {
    const bytes = bytesOf(data)
    const work = bytes[0] === MESSAGE.sealed ? SEALED_WORK : 0
    inbox.put(isBinary ? bytes : undefined, bytes.length + work)
  })
  socket.on('close', () => {
    inbox.stop()
    leave()
  })
  // Oversized and malformed frames arrive here; ws closes the connection itself.
  socket.on('error', leave)
}

/** Who says hello with these bytes. The version is asked first: nothing else of an older tab need fit. */
function admitBy(bytes: Uint8Array, caller: string, admit: Admit): Result<Admission> {
  const protocol = helloProtocol(bytes)
  if (protocol === undefined) return failed('badMessage')
  if (protocol !== PROTOCOL_VERSION) return failed('wrongProtocol')
  const message = decodeGuestMessage(bytes)
  if (message?.kind !== 'control' || message.control.say !== 'hello') return failed('badMessage')
  return admit(message.control, caller)
}

/** Version 1 of an update without structs and deletions. */
const isEmptyUpdate = (bytes: Uint8Array): boolean => bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0

/** A server that listens on both protocols writes IPv4 addresses as IPv6 ones. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/, '')

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

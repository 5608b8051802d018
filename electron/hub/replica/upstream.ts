import * as Y from 'yjs'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { FailureCode } from '#shared/failure'
import {
  decodeHubMessage,
  encodeControl,
  encodeSync,
  type HubMessage,
  type SyncMessage,
} from '#shared/sync/messages'
import { isSamePlace, type RoomPlace } from '#shared/sync/place'
import { type FromHub, MAX_MESSAGE, MESSAGE, type PeerInfo } from '#shared/sync/protocol'
import type { People } from '../people'
import type { Member, Room } from '../room'
import { placesOf } from '../standby'
import { type HostLine, openHostLine } from './hostLine'
import type { RoomMark } from './mark'
import { createRelay, type Relay } from './relay'
import { helloOf, unfold } from './visit'

/** A board's way to the hub of the room that it is a copy of. */
export interface Upstream {
  readonly relay: Relay
  /** As the board's own room sees it. */
  readonly member: Member
  readonly mark: RoomMark
  /** True while the other hub answers. */
  isLive(): boolean
  /** Changes what is kept of the room. */
  remember(change: Partial<RoomMark>): void
  /** Calls `listener` when the other hub has all that this one may send, and again after each time it was away. */
  onLive(listener: () => void): void
  /** Lets go of the room for good. */
  stop(): void
}

interface Options {
  readonly room: Room
  readonly people: Pick<People, 'known' | 'learn'>
  readonly mark: RoomMark
  /** Where this computer would host the board. */
  readonly own: Own
  readonly keep: (mark: RoomMark) => void
  /** ms before the first try to come back. */
  readonly firstRetry?: number
}

/** Where this computer hosts, if it does. */
export type Own = Pick<RoomPlace, 'port' | 'print'>

const FIRST_RETRY = 300
const LONGEST_RETRY = 5_000

/**
 * Keeps a board in step with the room that it is a copy of, as one guest of it for all windows of this app. What is
 * written while that room is away is in the board's own file and goes there when it is back. What this person may not
 * write waits until they may: the other hub would refuse it, and everything after it.
 */
export function followRoom(options: Options): Upstream {
  const { room, people, own, mark: first, keep, firstRetry = FIRST_RETRY } = options
  let mark = first
  let line: HostLine | undefined
  let retry = firstRetry
  let retryTimer: NodeJS.Timeout | undefined
  let isLive = false
  let isOver = false
  /** Own updates of this connection. */
  let sent = 0
  /** What the other hub had when it asked; until then nothing is sent alone, since the difference will hold it. */
  let theirs: Uint8Array | undefined
  let isCaughtUp = false
  /** What it had and this board lacked is here. */
  let isSynced = false
  /** What this person has in its round was brought in this connection; since then their windows have sent it there. */
  let isBrought = false
  /** It refused something, and has not taken anything in since. */
  let wasRejected = false
  let orders: { readonly all: readonly PurgeOrder[]; readonly count: number } | undefined
  let tried = 0
  const liveListeners: (() => void)[] = []

  const remember = (change: Partial<RoomMark>) => {
    mark = { ...mark, ...change }
    keep(mark)
  }
  const relay = createRelay(mark.me, room, (message) => line?.send(message))
  const mayWrite = () => mark.me.role !== 'observer'

  const sendSync = (sync: SyncMessage) => {
    const message = encodeSync(sync.step === 'vector' ? 0 : ++sent, sync)
    if (message.length <= MAX_MESSAGE) line?.send(message)
    // It stays in this file, and is tried again with the next difference.
    else relay.tell({ say: 'notSaved', code: 'tooLarge' })
  }
  const catchUp = () => {
    if (!theirs || !mayWrite() || isCaughtUp) return
    isCaughtUp = true
    sendSync({ step: 'difference', bytes: Y.encodeStateAsUpdate(room.doc, theirs) })
    for (const listener of liveListeners) listener()
  }

  const member: Member = {
    info: { peer: 0, person: '', name: '', side: 'facilitator', role: 'facilitator' },
    owner: '',
    address: '',
    isGuest: false,
    mayBring: true,
    isRelayed: true,
    token: '',
    purges: undefined,
    canHear: () => false,
    send(message) {
      if (message[0] !== MESSAGE.update || !isLive) return
      const heard = decodeHubMessage(message)
      if (heard?.kind !== 'update') return
      const { step } = heard.sync
      if (step === 'vector' || (step === 'update' && isCaughtUp && mayWrite())) sendSync(heard.sync)
    },
    end: () => lose(),
  }

  const meet = (me: PeerInfo) => {
    if (JSON.stringify(me) === JSON.stringify(mark.me)) return
    remember({ me })
    relay.setMe(me)
    // What waited until this person may write goes now.
    if (mayWrite()) catchUp()
    else isCaughtUp = false
  }

  const hearControl = (said: FromHub) => {
    switch (said.say) {
      case 'welcome': {
        // Another board is at this address now.
        if (said.board !== mark.board) return lose()
        retry = firstRetry
        isLive = true
        const place = mark.places[tried]
        const places = place ? [place, ...mark.places.filter((each) => each !== place)] : mark.places
        tried = 0
        remember({ token: said.token, me: said.me, places })
        relay.begin(said.me)
        line?.send(encodeControl({ say: 'devices', devices: [...people.known()].slice(-2_000) }))
        sendSync({ step: 'vector', bytes: Y.encodeStateVector(room.doc) })
        break
      }
      case 'people': {
        const own = said.people.find(({ peer }) => peer === mark.me.peer)
        if (own) meet(own)
        relay.tell(said)
        break
      }
      case 'purged':
        if (said.orders) orders = { all: said.orders, count: said.purges }
        if (isSynced) followPurges()
        break
      case 'refused':
        refuse(said.code)
        break
      case 'rejected':
        // Somebody may only look from this moment on: what came too late waits. Anything else would come back for ever.
        if (wasRejected && mayWrite()) refuse('notTakenIn')
        else {
          wasRejected = true
          lose()
        }
        break
      case 'ended':
        refuse('roomClosed')
        break
      case 'saved':
        if (said.through > 0) wasRejected = false
        break
      case 'standby':
        standBy(said)
        break
      case 'carry':
        room.rounds.carry(said.round, isBrought ? mark.me.person : null)
        if (!isBrought) relay.bring()
        isBrought = true
        break
      case 'notSaved':
      case 'away':
        break
      case 'guidance':
        room.guiding.carry(said.guidance)
        relay.tell(said)
        break
      default:
        relay.tell(said)
    }
  }
  const standBy = ({ places, devices, origins }: Extract<FromHub, { say: 'standby' }>) => {
    const [speaker] = mark.places
    if (!speaker) return
    const ranking = placesOf(places, speaker)
    const others = ranking.filter((place) => place.print !== own.print && !isSamePlace(place, speaker))
    const known = [...new Set([...mark.origins, ...(origins ?? [])])].slice(-200)
    remember({ ranking, places: [speaker, ...others], origins: known })
    if (devices) people.learn(devices)
  }
  const followPurges = () => {
    const due = orders
    orders = undefined
    if (due) void room.followPurges(due.all, due.count)
  }

  const hearSync = ({ step, bytes }: SyncMessage) => {
    if (step === 'vector') {
      theirs = bytes
      catchUp()
      return
    }
    room.edit(member, 0, step === 'whole' ? unfold(bytes) : bytes, step === 'difference')
    if (step !== 'difference' || isSynced) return
    isSynced = true
    // Whose words go is asked of a board that no longer has them, or it would write what the other hub wrote already.
    followPurges()
  }

  const hear = (message: HubMessage) => {
    if (message.kind === 'control') hearControl(message.control)
    else if (message.kind === 'update') hearSync(message.sync)
    else if (message.kind === 'sealed') relay.syncAll(message)
    else if (message.kind === 'presence') relay.showAll(message.presence)
  }

  /** The room does not want this person, or not what they wrote: their windows say so, and nothing is tried again. */
  const refuse = (code: FailureCode) => {
    const wasHere = isLive
    if (code === 'notTakenIn') remember({ isSpoilt: true })
    // A room that is closed, or another one with another code, may be this one again tomorrow.
    // And whoever is asked in its host's place may host something else.
    if (!wasHere && (tried > 0 ? !FINAL.includes(code) : RETURNS.includes(code))) return lose()
    stop()
    relay.end(code === 'wrongProtocol' ? 'otherVersion' : code)
    if (code === 'wordsRemoved') void room.purge({ kind: 'person', id: mark.me.person })
  }

  const lose = () => {
    line?.close()
    line = undefined
    const wasLive = isLive
    isLive = isCaughtUp = isSynced = isBrought = false
    theirs = undefined
    if (isOver) return
    if (wasLive) relay.setAway()
    else tried = (tried + 1) % mark.places.length
    clearTimeout(retryTimer)
    // Everybody who may host the room is asked in the same go.
    if (tried > 0) {
      retryTimer = setTimeout(call)
      return
    }
    // Spread out, so that not everybody comes back in the same instant.
    retryTimer = setTimeout(call, retry * (0.5 + Math.random()))
    retry = Math.min(LONGEST_RETRY, retry * 2)
  }

  function call(): void {
    const place = mark.places[tried] ?? mark.places[0]
    if (isOver || !place) return
    sent = 0
    line = openHostLine(place, {
      opened: () => {
        const credential = { kind: 'token', token: mark.token } as const
        line?.send(helloOf(credential, mark.greeting, own, room.purges()))
      },
      heard: hear,
      closed: () => lose(),
    })
  }

  function stop(): void {
    isOver = true
    clearTimeout(retryTimer)
    line?.close()
    line = undefined
    isLive = false
    room.leave(member)
  }

  room.join(member)
  call()
  return {
    relay,
    member,
    get mark() {
      return mark
    },
    isLive: () => isLive,
    remember,
    onLive: (listener) => {
      liveListeners.push(listener)
    },
    stop,
  }
}

const FINAL: readonly FailureCode[] = ['removed', 'wordsRemoved', 'notTakenIn']
const RETURNS: readonly FailureCode[] = [
  'roomClosed',
  'wrongCode',
  'doorClosed',
  'tooManyTries',
  'badMessage',
]

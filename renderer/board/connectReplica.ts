import { inflateSync } from 'fflate'
import * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import { NO_GUIDANCE } from '#shared/room/guiding'
import {
  decodeHubMessage,
  encodeControl,
  encodePresence,
  encodeSync,
  type HubMessage,
  type SyncMessage,
} from '#shared/sync/messages'
import type { RoomPlace } from '#shared/sync/place'
import { afterStep, type Presence } from '#shared/sync/presence'
import {
  type FromHub,
  type Hello,
  MAX_MESSAGE,
  type PeerInfo,
  PROTOCOL_VERSION,
  SYNC_PATH,
} from '#shared/sync/protocol'
import type { HubAddress } from '../platform/platform'
import { browserLine, type Line } from './line'
import { createPictureLine } from './pictureLine'
import { createPresenceOutbox } from './presenceOutbox'
import type { Connection, Replica, Saving } from './replica'
import { createRoundLine } from './roundLine'
import { signal } from './signal'
import { keepLine } from './steadyLine'
import type { UnsentEdits } from './unsentEdits'

const socketOf = ({ host, port }: RoomPlace): string =>
  `ws://${host.includes(':') ? `[${host}]` : host}:${port}${SYNC_PATH}`

/** What a person says of themselves when they come in. */
export type Greeting = Pick<Hello, 'name' | 'side' | 'languages' | 'watch'>

export interface ReplicaOptions {
  /** Opens the line to the hub; a browser's WebSocket unless given. */
  readonly openLine?: (url: string) => Line
  /** Milliseconds before the first try to come back. */
  readonly firstRetry?: number
  /** Where own edits wait until the file has them. */
  readonly unsent?: UnsentEdits
  /** The same for cards that nobody else may see yet, and for this connection alone. */
  readonly hidden?: UnsentEdits
  /** Hidden cards wait on this device only while the room is away: the hub is on this computer. */
  readonly isAtHub?: boolean
}

const FIRST_RETRY = 300
/** What a computer says that hosts something else, or nothing. */
const NOT_HERE: readonly FailureCode[] = [
  'wrongCode',
  'roomClosed',
  'doorClosed',
  'wrongProtocol',
  'badMessage',
]
/** The close code of WebSocket for a message that is too large. */
const TOO_LARGE = 1009

/**
 * Connects a fresh document to a hub and keeps it connected until disposed: through drops it stays alive,
 * takes edits, and catches up by exchanging what each side lacks.
 */
export function connectReplica(
  address: HubAddress,
  greeting: Greeting,
  options: ReplicaOptions = {},
): Replica {
  const doc = new Y.Doc()
  const connection = signal<Connection>({ state: 'connecting' })
  const saving = signal<Saving>({ state: 'saved' })
  const me = signal<PeerInfo | null>(null)
  const people = signal<readonly PeerInfo[]>([])
  const isReadOnly = signal(false)
  const guidance = signal(NO_GUIDANCE)
  const isOutdated = signal(false)
  const presences = signal<ReadonlyMap<number, Presence>>(new Map())
  const isRecovered = signal(false)
  const isAway = signal(false)
  const { unsent } = options

  let { credential, url } = address
  /** The address of this connection, and where the room was last. */
  let trying = url
  /** Other computers that would host the room. */
  let elsewhere: readonly string[] = []
  /** The board's id; empty until the hub has said it. */
  let board = ''
  /** What an earlier page kept is asked for once, and sent when there is any. */
  let recovery: 'none' | 'asked' | 'sent' = 'none'
  /** The board's count of purges when this copy was begun. */
  let purges: number | undefined
  /** Own updates of this connection: the last one sent, and whether the hub knows of everything before. */
  let sent = 0
  let isCaughtUp = false
  /** Something was too large to send: nothing counts as saved until the next connection tries again. */
  let isIncomplete = false
  /** The same between the hub that this one is at and the one whose room it is. */
  let isHeldBack = false

  let markLoaded: () => void = () => {}
  const loaded = new Promise<void>((resolve) => {
    markLoaded = resolve
  })

  const token = () => (credential.kind === 'token' ? credential.token : '')
  const send = (message: Uint8Array) => line.send(message)
  const rounds = createRoundLine({
    board: doc,
    send,
    // Whoever only watches has nothing in a round. Who may not write for a while has what they wrote before.
    takesPart() {
      const now = me.get()
      if (!now || now.person === '' || greeting.watch) return false
      return now.role !== 'observer' || isReadOnly.get()
    },
    unsent: options.hidden,
    mustKeep: () => !options.isAtHub || isAway.get(),
  })
  const outbox = createPresenceOutbox((step) => send(encodePresence(step)))
  const sendSync = (sync: SyncMessage) => {
    const message = encodeSync(sync.step === 'vector' ? 0 : ++sent, sync)
    if (message.length > MAX_MESSAGE) {
      isIncomplete = true
      saving.set({ state: 'failed', code: 'tooLarge' })
      return
    }
    send(message)
  }
  const setSaving = (state: 'saved' | 'saving') => {
    if (saving.get().state === state) return
    saving.set({ state })
    if (state !== 'saved') return
    unsent?.letGo()
    if (recovery === 'sent') isRecovered.set(true)
  }

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === remote) return
    if (board !== '') unsent?.keep(board, update)
    if (saving.get().state === 'saved') setSaving('saving')
    // Before the hub has said what it lacks, nothing is sent alone: the difference will hold it.
    if (isCaughtUp) sendSync({ step: 'update', bytes: update })
  }
  const remote = { of: 'hub' }
  doc.on('update', onUpdate)

  const stop = (last: Connection) => {
    line.stop()
    outbox.stop()
    // The hub will never take these: sent again by the next page they would lock it out.
    if (last.state === 'rejected' || (last.state === 'refused' && last.code === 'wordsRemoved'))
      unsent?.letGo()
    if (last.state === 'refused' && last.code === 'wordsRemoved') rounds.forget()
    connection.set(last)
  }

  const noticePurges = (now: number) => {
    purges ??= now
    if (now > purges) isOutdated.set(true)
  }

  /** What this window may do changes while it is in the room. */
  const noticeRole = (all: readonly PeerInfo[]) => {
    const now = me.get()
    const own = all.find(({ peer }) => peer === now?.peer)
    if (own && own.role !== now?.role) me.set(own)
  }

  const hearControl = (said: FromHub) => {
    switch (said.say) {
      case 'welcome':
        // Somebody hosts another board there.
        if (board !== '' && said.board !== board) return line.drop()
        url = trying
        credential = { kind: 'token', token: said.token }
        board = said.board
        line.settle()
        me.set(said.me)
        isAway.set(false)
        isHeldBack = false
        noticePurges(said.purges)
        rounds.begin(board)
        sendSync({ step: 'vector', bytes: Y.encodeStateVector(doc) })
        break
      case 'purged':
        noticePurges(said.purges)
        break
      case 'people': {
        people.set(said.people)
        noticeRole(said.people)
        const here = new Set(said.people.map(({ peer }) => peer))
        const kept = [...presences.get()].filter(([peer]) => here.has(peer))
        if (kept.length !== presences.get().size) presences.set(new Map(kept))
        break
      }
      case 'readOnly':
        isReadOnly.set(said.isOn)
        if (!said.isOn) {
          void recover()
          rounds.goOn()
        }
        break
      case 'round':
      case 'leftovers':
      case 'sealed':
        rounds.hear(said)
        break
      case 'guidance':
        guidance.set(said.guidance)
        break
      case 'saved':
        if (!isIncomplete && !isHeldBack) setSaving(isCaughtUp && said.through >= sent ? 'saved' : 'saving')
        break
      case 'notSaved':
        isHeldBack ||= said.code === 'tooLarge'
        saving.set({ state: 'failed', code: said.code })
        break
      case 'refused':
        // Whoever is asked in the host's place may not host this room, or not any more.
        if (board !== '' && trying !== url && NOT_HERE.includes(said.code)) return line.drop()
        stop({ state: 'refused', code: said.code })
        break
      case 'rejected':
        stop({ state: 'rejected', code: said.code })
        break
      case 'standby':
        elsewhere = said.places.flatMap((place) => (place ? socketOf(place) : []))
        break
      case 'away':
        isAway.set(said.isAway)
        break
      case 'ended':
        stop({ state: 'ended' })
        break
    }
  }

  const hearSync = ({ step, bytes }: SyncMessage) => {
    switch (step) {
      case 'vector':
        // Sent even when empty: what the hub already has may not be in its file yet, and is acknowledged.
        isCaughtUp = true
        sendSync({ step: 'difference', bytes: Y.encodeStateAsUpdate(doc, bytes) })
        break
      case 'whole':
        // A difference follows, with which it is complete.
        Y.applyUpdateV2(doc, inflateSync(bytes), remote)
        break
      case 'difference':
        Y.applyUpdate(doc, bytes, remote)
        settle()
        break
      case 'update':
        Y.applyUpdate(doc, bytes, remote)
        break
    }
  }
  const settle = () => {
    markLoaded()
    connection.set({ state: 'live' })
    outbox.start()
    rounds.settle()
    void recover()
  }

  /** Sends what an earlier page kept, once per page. */
  const recover = async () => {
    // Whoever only watches would be refused: it waits for somebody who writes.
    const mayWrite = me.get()?.role !== 'observer' && !isReadOnly.get()
    if (!unsent || recovery !== 'none' || !mayWrite || connection.get().state !== 'live') return
    recovery = 'asked'
    const kept = await unsent.recall(board)
    if (kept.length === 0) return
    recovery = 'sent'
    const bytes = Y.mergeUpdates([...kept])
    setSaving('saving')
    // What it builds on may be missing here still: the hub gets the bytes themselves.
    Y.applyUpdate(doc, bytes, remote)
    if (isCaughtUp) sendSync({ step: 'update', bytes })
  }

  const hear = (message: HubMessage) => {
    if (message.kind === 'control') hearControl(message.control)
    else if (message.kind === 'update') hearSync(message.sync)
    else if (message.kind === 'sealed') rounds.hearSealed(message)
    else if (message.kind === 'presence') {
      const next = new Map(presences.get())
      for (const [peer, step] of message.presence) {
        if (peer !== me.get()?.peer) next.set(peer, afterStep(next.get(peer), step))
      }
      presences.set(next)
    }
  }

  const lose = (closeCode?: number) => {
    outbox.stop()
    isCaughtUp = false
    people.set([])
    presences.set(new Map())
    guidance.set(NO_GUIDANCE)
    if (closeCode === TOO_LARGE) {
      saving.set({ state: 'failed', code: 'tooLarge' })
      stop({ state: 'refused', code: 'tooLarge' })
    } else connection.set({ state: 'offline' })
  }

  const line = keepLine(address.url, {
    openLine: options.openLine ?? browserLine,
    firstRetry: options.firstRetry ?? FIRST_RETRY,
    elsewhere: () => elsewhere,
    opened(at) {
      trying = at
      sent = 0
      isIncomplete = false
      // Whoever greets may know more of themselves than the room is to hear.
      const { name, side, languages, watch } = greeting
      const said = { name, side, languages, ...(watch === undefined ? {} : { watch }) }
      const again = purges === undefined ? {} : { purges }
      send(encodeControl({ say: 'hello', protocol: PROTOCOL_VERSION, credential, ...said, ...again }))
    },
    heard(bytes) {
      const message = bytes && decodeHubMessage(bytes)
      if (message) hear(message)
      else stop({ state: 'refused', code: 'wrongProtocol' })
    },
    lost: lose,
  })

  return {
    doc,
    connection,
    saving,
    me,
    people,
    isReadOnly,
    rounds,
    guidance,
    presences,
    isOutdated,
    isRecovered,
    isAway,
    pictures: createPictureLine(() => url, token),
    guide: (order) => send(encodeControl({ say: 'guide', order })),
    noteExport: (copy) => send(encodeControl({ say: 'exported', ...copy })),
    showPresence: outbox.show,
    loaded,
    token,
    dispose() {
      line.stop()
      outbox.stop()
      doc.off('update', onUpdate)
      rounds.dispose()
      doc.destroy()
    },
  }
}

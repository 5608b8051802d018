import { deflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import type { FailureCode } from '#shared/failure'
import { BEAT, encodeControl, encodeRoomPresence, encodeSync } from '#shared/sync/messages'
import { afterStep, type Presence, type PresenceStep } from '#shared/sync/presence'
import { BEAT_EVERY, type FromHub, type PeerInfo } from '#shared/sync/protocol'
import type { FileThread } from '../files/thread/openFile'
import { createSaver, type Saver } from './saver'

/** Milliseconds between two rounds of edits, and of presence. */
const EDIT_TICK = 33
const PRESENCE_TICK = 66

/** Bytes after which the whole document is made afresh for joining windows. */
const LONGEST_SINCE = 64 * 1024

/** Version 1, without structs and deletions. */
const EMPTY_UPDATE = Uint8Array.of(0, 0)

/** A window as its room sees it. */
export interface Member {
  readonly info: PeerInfo
  /** True for whoever came in by the room's code or a token it gave out. */
  readonly isGuest: boolean
  send(message: Uint8Array): void
  /** False when it is behind: presence is left out for it then, since the next one replaces it. */
  canHear(): boolean
  /** Ends the connection after a last message. */
  end(last?: FromHub): void
}

/** One open board: its document, the windows on it, and its file. */
export interface Room {
  readonly doc: Y.Doc
  readonly file: FileThread
  readonly saver: Saver
  readonly members: ReadonlySet<Member>
  join(member: Member): void
  leave(member: Member): void
  /** Takes an update into the next round; `sequence` is acknowledged once the file has it. */
  edit(member: Member, sequence: number, update: Uint8Array): void
  /** The answers to a replica with this state vector. Throws when the bytes are none. */
  answer(vector: Uint8Array): readonly Uint8Array[]
  show(member: Member, step: PresenceStep): void
  /** Saves what is left, ends every connection and lets go of the file. */
  close(): Promise<void>
}

interface Edit {
  readonly member: Member
  readonly sequence: number
  readonly update: Uint8Array
}

/** Opens a room over a document that already holds what the file holds. */
export function openRoom(doc: Y.Doc, file: FileThread): Room {
  const members = new Set<Member>()
  /** The newest update of each window that is in the document. */
  const taken = new Map<Member, number>()
  let acknowledged = new WeakMap<Member, number>()
  const shown = new Map<Member, Presence>()
  let steps = new Map<Member, PresenceStep>()
  /** Windows that missed a step and need the whole of everybody's presence. */
  const behind = new Set<Member>()
  let queue: Edit[] = []
  let lastRound = 0
  let editTimer: NodeJS.Timeout | undefined
  /** The whole document as a joining window gets it, and what came since it was made. */
  let first: { readonly whole: Uint8Array; since: Uint8Array; missed: Uint8Array[] } | undefined
  let isListStale = false
  let isClosing = false
  let broadcastTo: (member: Member) => boolean = () => true

  const tell = (said: FromHub) => {
    const message = encodeControl(said)
    for (const member of members) member.send(message)
  }

  const saver = createSaver(file, {
    writing() {
      // What a window sends from now on is not in this write.
      const through = new Map([...members].map((member) => [member, taken.get(member) ?? 0]))
      return () => {
        for (const [member, sequence] of through) {
          if (!members.has(member) || acknowledged.get(member) === sequence) continue
          acknowledged.set(member, sequence)
          member.send(encodeControl({ say: 'saved', through: sequence }))
        }
      }
    },
    failed(code: FailureCode) {
      // Everybody hears it, and everybody is to hear when it is over.
      acknowledged = new WeakMap()
      tell({ say: 'notSaved', code })
    },
  })

  const onUpdate = (update: Uint8Array) => {
    if (first) first.missed.push(update)
    saver.add(update)
    const message = encodeSync(0, { step: 'update', bytes: update })
    for (const member of members) if (broadcastTo(member)) member.send(message)
  }
  doc.on('update', onUpdate)

  const round = () => {
    editTimer = undefined
    if (queue.length === 0) return
    const edits = queue
    queue = []
    lastRound = performance.now()
    const authors = new Set(edits.map(({ member }) => member))
    const [only] = authors
    // What one window wrote need not go back to it; a round of several is encoded once for everybody.
    if (authors.size === 1) broadcastTo = (member) => member !== only
    const bad = new Set<Member>()
    doc.transact(() => {
      for (const { member, update } of edits) {
        if (bad.has(member)) continue
        try {
          Y.applyUpdate(doc, update, member)
        } catch {
          bad.add(member)
        }
      }
    })
    broadcastTo = () => true
    for (const { member, sequence } of edits) {
      if (members.has(member)) taken.set(member, sequence)
    }
    for (const member of bad) member.end({ say: 'refused', code: 'badMessage' })
    // An update that builds on one we never had waits in the document, not in the file: ask for the rest.
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      const ask = encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(doc) })
      for (const member of authors) if (!asked.has(member)) member.send(ask)
      for (const member of authors) asked.add(member)
    }
    saver.touch()
  }
  const asked = new WeakSet<Member>()

  const presenceRound = () => {
    if (isListStale) {
      isListStale = false
      tell({ say: 'people', people: [...members].map(({ info }) => info) })
    }
    if (steps.size === 0 && behind.size === 0) return
    const byPeer = (entries: Iterable<[Member, PresenceStep]>) =>
      encodeRoomPresence(new Map([...entries].map(([member, step]) => [member.info.peer, step])))
    const news = steps.size > 0 ? byPeer(steps) : undefined
    let whole: Uint8Array | undefined
    for (const member of members) {
      if (!member.canHear()) {
        behind.add(member)
      } else if (behind.delete(member)) {
        whole ??= byPeer([...shown].map(([other, presence]) => [other, wholeStep(presence)]))
        member.send(whole)
      } else if (news) member.send(news)
    }
    steps = new Map()
  }
  const presenceTimer = setInterval(presenceRound, PRESENCE_TICK)
  const beatTimer = setInterval(() => {
    for (const member of members) if (member.canHear()) member.send(BEAT)
  }, BEAT_EVERY)

  const room: Room = {
    doc,
    file,
    saver,
    members,
    join(member) {
      members.add(member)
      if (shown.size > 0) behind.add(member)
      member.send(encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(doc) }))
      isListStale = true
      const failure = saver.failure()
      if (failure) member.send(encodeControl({ say: 'notSaved', code: failure }))
    },
    leave(member) {
      if (!members.delete(member)) return
      taken.delete(member)
      shown.delete(member)
      steps.delete(member)
      behind.delete(member)
      isListStale = true
    },
    edit(member, sequence, update) {
      if (isClosing) return
      queue.push({ member, sequence, update })
      if (editTimer !== undefined) return
      const wait = Math.max(0, lastRound + EDIT_TICK - performance.now())
      if (wait === 0) round()
      else editTimer = setTimeout(round, wait)
    },
    answer(vector) {
      if (Y.decodeStateVector(vector).size > 0) {
        return [encodeSync(0, { step: 'difference', bytes: Y.encodeStateAsUpdate(doc, vector) })]
      }
      // Sixty guests who join at once get the same bytes, made once: each of them is written to the document,
      // so what came since is sent after the whole instead of making the whole again.
      if (first && first.missed.length > 0) {
        first = { whole: first.whole, since: Y.mergeUpdates([first.since, ...first.missed]), missed: [] }
      }
      if (!first || first.since.length > LONGEST_SINCE) {
        const bytes = deflateRawSync(Y.encodeStateAsUpdateV2(doc), { level: 3 })
        first = { whole: encodeSync(0, { step: 'whole', bytes }), since: EMPTY_UPDATE, missed: [] }
      }
      return [first.whole, encodeSync(0, { step: 'difference', bytes: first.since })]
    },
    show(member, step) {
      const next = afterStep(shown.get(member), step)
      shown.set(member, next)
      const waiting = steps.get(member)
      steps.set(member, { ...step, hands: step.hands ?? waiting?.hands ?? null })
    },
    async close() {
      clearTimeout(editTimer)
      round()
      // What arrives from now on is not acknowledged: its window keeps it.
      isClosing = true
      await saver.close()
      clearInterval(presenceTimer)
      clearInterval(beatTimer)
      doc.off('update', onUpdate)
      for (const member of [...members]) member.end()
      members.clear()
      doc.destroy()
    },
  }
  return room
}

const wholeStep = ({ cursor, drag, selection, editing }: Presence): PresenceStep => ({
  cursor,
  drag,
  hands: { selection, editing },
})

import * as Y from 'yjs'
import type { PurgeOrder } from '#shared/board/purgeOrder'
import type { FailureCode, Result } from '#shared/failure'
import { BEAT, encodeControl, encodeSync } from '#shared/sync/messages'
import type { RoomPlace } from '#shared/sync/place'
import type { PresenceStep } from '#shared/sync/presence'
import { BEAT_EVERY, type ExportedCopy, type FromHub, type PeerInfo } from '#shared/sync/protocol'
import type { PurgedFile } from '../files/purgeFile'
import type { Contents } from '../files/readContents'
import type { FileThread } from '../files/thread/openFile'
import { createEdits } from './edits'
import { createFirstSync } from './firstSync'
import { createGuards } from './guards'
import { createGuiding, type Guiding } from './guiding'
import { createPictures, type Pictures } from './pictures'
import { createPortions } from './portions'
import { createPresences } from './presences'
import { createPurges } from './purges'
import { createPurgeWriter } from './purgeWriter'
import { createRounds, type Rounds } from './rounds/rounds'
import { createSaver, type Saver } from './saver'
import { startShownRounds } from './shownRounds'

/** A window as its room sees it. */
export interface Member {
  readonly info: PeerInfo
  /** The person who connected it, who may only be watching. */
  readonly owner: string
  /** Where it called from. */
  readonly address: string
  /** True for whoever came in by the room's code or a token it gave out. */
  readonly isGuest: boolean
  /**
   * True for whoever may have been in this room while another hub held it, or one that died: what they come back with may
   * be what others wrote there.
   */
  readonly mayBring: boolean
  /** It is told elsewhere who is in the room and what they show: this board is a copy of another hub's. */
  readonly isRelayed?: boolean
  /** Where it would host the board, of which it keeps a file of its own; see `hello.keeps`. */
  readonly keeps?: RoomPlace | undefined
  /** The token it came in with, or was given. */
  readonly token: string
  /** The board's count of purges when its copy began; undefined when that is empty. */
  readonly purges: number | undefined
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
  readonly rounds: Rounds
  readonly guiding: Guiding
  readonly pictures: Pictures
  join(member: Member): void
  leave(member: Member): void
  /** Calls `listener` when somebody has come or gone, with whoever came. Returns how to stop that. */
  onPeople(listener: (joined?: Member) => void): () => void
  /**
   * Takes an update into the next round; `sequence` is acknowledged once the file has it. A difference is all that the
   * window has and this board lacked when it asked.
   */
  edit(member: Member, sequence: number, update: Uint8Array, isDifference?: boolean): void
  /** True once somebody was here who keeps a copy, and may have held the room meanwhile. */
  hasHadCopies(): boolean
  /** The answers to a replica with this state vector. Throws when the bytes are none. */
  answer(vector: Uint8Array): readonly Uint8Array[]
  show(member: Member, step: PresenceStep): void
  /** Guests may only look from now on, or may write again. Nobody has to come in anew. */
  setReadOnly(isOn: boolean): void
  /** How everybody sees this window just now. */
  seen(member: Member): PeerInfo
  /** True when an update holds nothing that the document lacks. Throws when the bytes are none. */
  holds(update: Uint8Array): boolean
  /** How often words have been taken out of this board for good. */
  purges(): number
  /**
   * Takes words out for good: of the document and every window's copy at once, then of the file with all its
   * versions. A failure is the file's: it is tried again as soon as it can be written, or when asked again.
   */
  purge(order: PurgeOrder): Promise<Result<PurgedFile>>
  /** Does the same with what another hub took out of the board that this one is a copy of, up to its count. */
  followPurges(orders: readonly PurgeOrder[], count: number): Promise<void>
  /** Notes a copy that left, for who purges later. */
  noteExport(
    copy: ExportedCopy,
    how?: { readonly member?: Member; readonly made?: number | undefined },
  ): Promise<Result<void>>
  /**
   * Takes in whatever arrives until it is all in the file and nothing comes for a moment, and everybody has heard so.
   * Gives up while the file cannot be written, or when somebody never stops.
   */
  takeAllIn(): Promise<void>
  /** Saves what is left, ends every connection and lets go of the file. */
  close(): Promise<void>
}

/** ms without a word after which everybody counts as silent: what was written before has arrived. */
const SILENCE = 60
/** After so many looks somebody who never stops is not waited for any more. */
const MOST_LOOKS = 15

/** Opens a room over the document of a file's contents. */
export function openRoom(doc: Y.Doc, file: FileThread, contents: Contents): Room {
  const members = new Set<Member>()
  let acknowledged = new WeakMap<Member, number>()
  const firstSync = createFirstSync(doc, contents)
  let isListStale = false
  const peopleListeners = new Set<(joined?: Member) => void>()
  let isClosing = false
  let isReadOnly = false
  let hasHadCopies = false
  const purges = createPurges<Member>(doc, { count: contents.purges, orders: contents.purged })
  const guards = createGuards(doc)
  const portions = createPortions()
  const pictures = createPictures(file)
  const purgeWriter = createPurgeWriter(file, () => saver, purges, pictures.fresh)

  const tell = (said: FromHub) => {
    const message = encodeControl(said)
    for (const member of members) member.send(message)
  }
  /** Tells what a copy of another hub's board hears from there. */
  const tellRoom = (said: FromHub) => {
    const message = encodeControl(said)
    for (const member of members) if (!member.isRelayed) member.send(message)
  }
  const tellPurges = () => {
    const said = { say: 'purged', purges: purges.count() } as const
    const [short, whole] = [encodeControl(said), encodeControl({ ...said, orders: [...purges.orders()] })]
    for (const member of members) member.send(member.keeps ? whole : short)
  }

  const mayWrite = (member: Member) => !(isReadOnly && member.isGuest)
  const seen = (member: Member): PeerInfo =>
    mayWrite(member) ? member.info : { ...member.info, role: 'observer' }
  const tellPeople = () => {
    isListStale = false
    tellRoom({ say: 'people', people: [...members].map(seen) })
  }

  const saver = createSaver(file, {
    writing() {
      // What a window sends from now on is not in this write.
      const through = new Map([...members].map((member) => [member, edits.taken(member)]))
      const sealed = rounds.writing()
      return () => {
        sealed()
        for (const [member, sequence] of through) {
          if (!members.has(member) || acknowledged.get(member) === sequence) continue
          acknowledged.set(member, sequence)
          member.send(encodeControl({ say: 'saved', through: sequence }))
        }
        void purgeWriter.retry()
      }
    },
    failed(code: FailureCode) {
      // Everybody hears it, and everybody is to hear when it is over.
      acknowledged = new WeakMap()
      tell({ say: 'notSaved', code })
    },
  })

  const onUpdate = (update: Uint8Array) => {
    firstSync.add(update)
    saver.add(update)
    const message = encodeSync(0, { step: 'update', bytes: update })
    for (const member of members) if (edits.isNewTo(member)) member.send(message)
  }
  doc.on('update', onUpdate)

  const edits = createEdits({
    doc,
    members,
    guards,
    purges,
    done() {
      saver.touch()
      shown.withEdits()
    },
  })
  const { settle } = edits
  const rounds = createRounds({ board: doc, rows: contents.sealed, members, saver, mayWrite, settle })

  const askAll = () => {
    const ask = encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(doc) })
    for (const member of members) member.send(ask)
  }

  const presences = createPresences(members, mayWrite)
  const guiding = createGuiding(members, contents.sealed, saver)
  const shown = startShownRounds(() => {
    if (isListStale) tellPeople()
    presences.round()
    guiding.round()
  }, edits.isDue)
  const beatTimer = setInterval(() => {
    for (const member of members) if (member.canHear()) member.send(BEAT)
  }, BEAT_EVERY)

  const room: Room = {
    doc,
    file,
    saver,
    members,
    rounds,
    guiding,
    pictures,
    hasHadCopies: () => hasHadCopies,
    join(member) {
      members.add(member)
      if (member.keeps) hasHadCopies = true
      purges.meet(member, member.purges)
      guiding.meet(member)
      member.send(encodeSync(0, { step: 'vector', bytes: Y.encodeStateVector(doc) }))
      if (!member.isRelayed) {
        presences.meet(member)
        isListStale = true
        member.send(encodeControl({ say: 'readOnly', isOn: isReadOnly }))
        rounds.meet(member)
      }
      for (const listener of peopleListeners) listener(member)
      if (member.keeps && (member.purges ?? 0) < purges.count()) {
        const orders = [...purges.orders()]
        member.send(encodeControl({ say: 'purged', purges: purges.count(), orders }))
      }
      const failure = saver.failure()
      if (failure) member.send(encodeControl({ say: 'notSaved', code: failure }))
    },
    leave(member) {
      if (!members.delete(member)) return
      edits.leave(member)
      presences.leave(member)
      rounds.leave(member)
      guiding.leave(member)
      isListStale = true
      for (const listener of peopleListeners) listener()
    },
    onPeople(listener) {
      peopleListeners.add(listener)
      return () => void peopleListeners.delete(listener)
    },
    edit(member, sequence, update, isDifference = false) {
      if (isClosing) return
      if (member.isGuest && !portions.take(member.owner, update.length))
        return member.end({ say: 'refused', code: 'tooLarge' })
      edits.add({ member, sequence, update, isDifference })
    },
    answer: firstSync.answer,
    show: presences.show,
    setReadOnly(isOn) {
      if (isReadOnly === isOn) return
      // What came before counts.
      settle()
      isReadOnly = isOn
      tellRoom({ say: 'readOnly', isOn })
      tellPeople()
      if (isOn) presences.showAgain()
    },
    seen,
    holds: (update) => Y.snapshotContainsUpdate(Y.snapshot(doc), update),
    purges: purges.count,
    async purge(order) {
      settle()
      const isWaiting = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
      const taken = purges.take(order, members)
      if (order.kind === 'person') rounds.forget(order.id)
      // Made when the words were still there.
      firstSync.forget()
      if (isWaiting) askAll()
      for (const member of [...members]) {
        const isTheirs = order.kind === 'person' && member.info.person === order.id
        if (isTheirs && member.isGuest) member.end({ say: 'refused', code: 'wordsRemoved' })
      }
      tellPurges()
      return purgeWriter.write(taken)
    },
    async followPurges(orders, count) {
      if (count <= purges.count()) return
      // Each of them counts one up; the other hub may have been asked twice for the same.
      purges.catchUp(count - orders.length)
      for (const order of orders) await room.purge(order)
    },
    noteExport: ({ kind, name }, { member, made = Date.now() } = {}) =>
      file.noteExport(made, { kind, name, isGuest: member?.isGuest ?? false }),
    async takeAllIn() {
      for (let look = 0; look < MOST_LOOKS; look++) {
        settle()
        await saver.flush()
        await new Promise((resolve) => setTimeout(resolve, SILENCE))
        settle()
        if (!saver.isWaiting() || saver.failure()) return
      }
    },
    async close() {
      settle()
      guiding.rest()
      // What arrives from now on is not acknowledged: its window keeps it.
      isClosing = true
      await saver.flush()
      await purgeWriter.finish()
      await saver.close()
      shown.stop()
      clearInterval(beatTimer)
      rounds.dispose()
      guards.dispose()
      doc.off('update', onUpdate)
      for (const member of [...members]) member.end()
      members.clear()
      doc.destroy()
    },
  }
  return room
}

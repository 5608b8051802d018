import type * as Y from 'yjs'
import { newId } from '#shared/id'
import type { CarriedRound, RoundAsk, RoundOrder, RoundSettings } from '#shared/room/round'
import { encodeControl, encodeSealed, type SyncMessage } from '#shared/sync/messages'
import type { FromHub } from '#shared/sync/protocol'
import type { SealedRow } from '../../files/sealedRows'
import type { Member } from '../room'
import type { Saver } from '../saver'
import { carriedOf, recordOf } from './carried'
import { createLeftovers } from './leftovers'
import { type OpenRound, openRound } from './openRound'
import { peopleAmong, personOf } from './people'
import { type RoundRecord, readRecord } from './record'
import { type OwnDocument, ownDocument } from './sealedDocuments'
import { createSealedParts } from './sealedParts'

/** The rounds of one room: at most one runs. */
export interface Rounds {
  /** A window came in: it is told what runs, and what its person has left in rounds that were cancelled. */
  meet(member: Member): void
  leave(member: Member): void
  /** Does what a facilitator orders; the caller has asked for the role. What makes no sense is without effect. */
  order(member: Member, order: RoundOrder): void
  /** Somebody who is no observer asks for something inside the round that runs. */
  ask(member: Member, round: string, ask: RoundAsk): void
  /** A person lets go of what they have in a cancelled round. */
  letGo(member: Member, round: string): void
  /**
   * Exchanges a document that the person at a window has in a round with that window. Throws when the bytes are no such
   * message.
   */
  sync(member: Member, name: string, sequence: number, sync: SyncMessage): void
  /**
   * The hub whose board this one is a copy of runs this round, or none: it would go on here if that hub went away. What
   * people have here of another round, since this hub hosted it, is theirs until they let go of it; but what `known` has
   * in it was brought to that hub.
   */
  carry(round: CarriedRound | null, known: string | null): void
  /** A document of a person by its name, or the one that they have in the round that runs; undefined for any other. */
  documentOf(person: string, name?: string): OwnDocument | undefined
  /** A write to the file begins; what is returned is called when the file has it. */
  writing(): () => void
  /** Takes a person's words out of every round for good, also those that their windows still hold. */
  forget(person: string): void
  dispose(): void
}

export interface RoundsOptions {
  readonly board: Y.Doc
  /** What the file keeps of rounds. */
  readonly rows: readonly SealedRow[]
  readonly members: ReadonlySet<Member>
  readonly saver: Pick<Saver, 'seal' | 'touch'>
  mayWrite(member: Member): boolean
  /** Takes in what has arrived already. */
  settle(): void
  readonly now?: () => number
}

/** Milliseconds in which changes of a round are gathered before everybody is shown them. */
const GATHER = 400

/** Goes on with what the file kept: a round that ran, with its time, and what people have in it. */
export function createRounds(options: RoundsOptions): Rounds {
  const { board, members, saver, mayWrite } = options
  const parts = createSealedParts(options.rows, saver.seal)
  const leftovers = createLeftovers(parts)
  let running: OpenRound | null = null
  let showing: NodeJS.Timeout | undefined
  /** The newest message of each window about its document that was taken in. */
  const taken = new Map<Member, number>()
  const acknowledged = new WeakMap<Member, number>()
  /** Windows that hold words which were taken out for good. */
  const stale = new WeakSet<Member>()

  /** A window whose board is a copy of another hub's takes part in the rounds there. */
  const here = () => [...members].filter(({ isRelayed }) => !isRelayed)
  const windowsOf = (person: string) => here().filter((member) => personOf(member) === person)
  const say = (member: Member, said: FromHub) => member.send(encodeControl(said))

  const show = (member: Member) => {
    const viewer = { person: personOf(member), isFacilitator: member.info.role === 'facilitator' }
    // First: a round that somebody sees is one that their computer can go on with.
    if (member.keeps) say(member, { say: 'carry', round: running && carriedOf(running.id, running.record()) })
    say(member, { say: 'round', round: running?.shownTo(viewer) ?? null })
  }
  const showAll = () => {
    clearTimeout(showing)
    showing = undefined
    for (const member of here()) show(member)
  }
  const showSoon = () => {
    showing ??= setTimeout(showAll, GATHER)
  }
  const tellLeftovers = (member: Member) => {
    const person = personOf(member)
    if (person !== '') say(member, { say: 'leftovers', rounds: leftovers.of(person) })
  }
  const open = (id: string, record: RoundRecord) => {
    running = openRound(id, record, {
      board,
      parts,
      people: () => peopleAmong(here()),
      changed: showSoon,
      gone: () => {
        close()
        showAll()
      },
      ...(options.now ? { now: options.now } : {}),
    })
  }
  /** Ends what runs, with everything that is sealed in it. */
  const close = () => {
    const round = running
    running = null
    round?.dispose()
    if (round) parts.letGo(round.id)
  }

  const begin = (settings: RoundSettings, by: string) => {
    if (running && !running.givesWay) return
    close()
    const time = settings.ms === null ? null : { endsAt: Date.now() + settings.ms, whole: settings.ms }
    open(newId(), { settings, by, time, state: null, isCancelled: false })
    running?.keep()
  }
  const reveal = (round: OpenRound, by: string, at: readonly [number, number]) => {
    options.settle()
    const writer = { doc: board, person: by, origin: { of: 'hub' }, now: () => Date.now() }
    board.transact(() => round.reveal(writer, at), writer.origin)
    close()
  }
  const cancel = (round: OpenRound) => {
    const record = round.record()
    const isKept = round.leavesWords && parts.of(round.id).people().length > 0
    if (!isKept) return close()
    running = null
    round.dispose()
    leftovers.add(round.id, record)
    for (const member of here()) tellLeftovers(member)
  }

  for (const id of parts.rounds()) {
    const record = readRecord(parts.record(id))
    if (!record) continue
    if (record.isCancelled) leftovers.add(id, record)
    else if (!running) open(id, record)
  }

  const acknowledge = (member: Member, sequence: number) => {
    taken.set(member, sequence)
    saver.touch()
  }
  const find = (person: string, name = running?.documentOf(person)?.name ?? ''): OwnDocument | undefined => {
    const own = running?.documentOf(person)
    if (running && own?.name === name) {
      const { documents, wrote } = running
      return ownDocument(documents, own, () => wrote(person))
    }
    const documents = person === '' ? undefined : leftovers.documentsOf(name)
    return documents && ownDocument(documents, { name, owner: person }, () => {})
  }

  return {
    meet(member) {
      show(member)
      tellLeftovers(member)
    },
    leave(member) {
      taken.delete(member)
    },
    order(member, order) {
      const by = member.info.person
      if (order.do === 'begin') begin(order.settings, by)
      else if (running?.id === order.round) {
        if (order.do === 'next') running.next()
        else if (order.do === 'addTime') running.addTime(order.ms)
        else if (order.do === 'end') reveal(running, by, order.at ?? [0, 0])
        else cancel(running)
      }
      showAll()
    },
    ask(member, round, ask) {
      if (running?.id === round && mayWrite(member)) running.ask(member.info.person, ask)
      // Whoever asked in vain sees how it is.
      else show(member)
    },
    letGo(member, round) {
      const person = personOf(member)
      if (!leftovers.letGo(round, person)) return
      for (const window of windowsOf(person)) tellLeftovers(window)
    },
    sync(member, name, sequence, { step, bytes }) {
      const person = personOf(member)
      const place = find(person, name)
      if (!place) return
      const { documents, owner } = place
      const answer = (message: SyncMessage) => member.send(encodeSealed(name, 0, message))
      if (step === 'vector') return documents.answer(owner, bytes).forEach(answer)
      // Not acknowledged, so that the window keeps it until it may be written.
      if (!mayWrite(member)) return
      // What a window has of words that were taken out for good is never wanted.
      if (stale.has(member)) return acknowledge(member, sequence)
      const done = place.take(bytes)
      if (!done) return member.end({ say: 'refused', code: 'tooLarge' })
      const { news, isMissing } = done
      if (isMissing) answer({ step: 'vector', bytes: documents.vector(owner) })
      else acknowledge(member, sequence)
      if (!news) return
      for (const other of here())
        if (other !== member && find(personOf(other), name)?.owner === owner)
          other.send(encodeSealed(name, 0, { step: 'update', bytes: news }))
    },
    documentOf: find,
    carry(round, known) {
      if (running && running.id !== round?.id) {
        const own = find(known ?? '')
        own?.documents.forget(own.owner)
        cancel(running)
      }
      if (!round) return
      running?.dispose()
      open(round.id, recordOf(round))
      running?.keep()
    },
    writing() {
      const through = [...taken]
      return () => {
        for (const [member, sequence] of through) {
          if (!members.has(member) || acknowledged.get(member) === sequence) continue
          acknowledged.set(member, sequence)
          say(member, { say: 'sealed', through: sequence })
        }
      }
    },
    forget(person) {
      for (const member of windowsOf(person)) stale.add(member)
      leftovers.forget(person)
      running?.forget(person)
      showAll()
    },
    dispose() {
      clearTimeout(showing)
      running?.dispose()
      leftovers.dispose()
    },
  }
}

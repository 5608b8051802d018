import * as Y from 'yjs'
import type { Leftover, RoundSettings } from '#shared/room/round'
import { encodeSealed, type SealedMessage, type SyncMessage } from '#shared/sync/messages'
import { type LateCards, lateCards } from './lateCards'
import { createSealedOutbox } from './sealedOutbox'
import { type Signal, signal } from './signal'
import type { UnsentEdits } from './unsentEdits'

/** What this person has in rounds and nobody else may see. */
export interface SealedLine {
  /** Their document in the round that runs; null when there is none, or its kind has none. */
  readonly mine: Signal<Y.Doc | null>
  /** True once the file has everything that was written here. */
  readonly isKept: Signal<boolean>
  /** Cards of rounds that are over which are on no wall: of cancelled ones, and what came too late for the reveal. */
  readonly leftovers: Signal<readonly LateCards[]>
  /** Nothing more is wanted of what is left of a round. */
  letGo(round: string): void
}

export interface SealedLineOptions {
  /** The board, in which revealed cards are. */
  readonly board: Y.Doc
  send(message: Uint8Array): void
  /** Tells the hub that nothing more is wanted of a cancelled round. */
  letGo(round: string): void
  /** Whether this window writes as somebody. */
  takesPart(): boolean
  /** Where words wait until the file has them, for this connection alone; `mustKeep` says whether they have to. */
  readonly unsent: UnsentEdits | undefined
  mustKeep(): boolean
}

/** The side of it that hears the hub. */
export interface SealedLineInside extends SealedLine {
  /** The hub answers, for the board with this id: what each side lacks is exchanged anew. */
  begin(board: string): void
  hearRound(round: { readonly document: string | null } | null): void
  hearLeftovers(rounds: readonly Leftover[]): void
  hear(message: SealedMessage): void
  hearKept(through: number): void
  /** The board is as the hub has it; what earlier pages kept is brought along. */
  settle(): void
  /** This person may write again. */
  goOn(): void
  /** Their words were taken out for good. */
  forget(): void
  dispose(): void
}

interface Held {
  readonly doc: Y.Doc
  /** The hub has said in this connection what it has. */
  isCaughtUp: boolean
  /** Something in it has not been acknowledged. */
  isUnsent: boolean
}

export function createSealedLine(options: SealedLineOptions): SealedLineInside {
  const { send, takesPart, board } = options
  const mine = signal<Y.Doc | null>(null)
  const isKept = signal(true)
  const leftovers = signal<readonly LateCards[]>([])
  const held = new Map<string, Held>()
  const remote = { of: 'hub' }
  let running: string | null = null
  /** Cancelled rounds, as the hub lists them. */
  let listed = new Map<string, RoundSettings>()
  let isOver = false
  let isSettled = false
  /** What the hub said of rounds in this connection is known. */
  let isTold = false
  /** Own messages of this connection. */
  let sent = 0

  const outbox = createSealedOutbox(options.unsent, options.mustKeep)

  const sync = (round: string, message: SyncMessage) =>
    send(encodeSealed(round, message.step === 'vector' ? 0 : ++sent, message))
  const open = (round: string): Held => {
    const known = held.get(round)
    if (known) return known
    const doc = new Y.Doc()
    const fresh: Held = { doc, isCaughtUp: false, isUnsent: false }
    held.set(round, fresh)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === remote) return
      outbox.keep(round, doc, update)
      fresh.isUnsent = true
      isKept.set(false)
      if (fresh.isCaughtUp) sync(round, { step: 'update', bytes: update })
    })
    return fresh
  }
  const ask = (round: string) => {
    if (takesPart()) sync(round, { step: 'vector', bytes: Y.encodeStateVector(open(round).doc) })
  }
  const askAll = () => {
    for (const round of known()) ask(round)
  }
  /** The rounds of which the hub has documents. */
  const known = () => [...(running === null ? [] : [running]), ...listed.keys()]

  const refresh = () => {
    if (!isSettled || !isTold) return
    const over = [...held].filter(([round]) => round !== running)
    const late = over.flatMap(([round, { doc, isUnsent }]) => {
      const settings = listed.get(round)
      if (!settings && !isUnsent) return []
      const cards = lateCards(board, round, doc)
      return cards.length > 0 ? [{ round, question: questionOf(settings), cards }] : []
    })
    if (!isSame(leftovers.get(), late)) leftovers.set(late)
    for (const [round] of over)
      if (!listed.has(round) && !late.some((one) => one.round === round)) drop(round)
    tidy()
  }
  const drop = (round: string) => {
    held.get(round)?.doc.destroy()
    held.delete(round)
  }
  /** Once nothing waits any more, nothing is kept on this device. */
  const tidy = () => {
    const isAllKept = [...held.values()].every(({ isUnsent }) => !isUnsent)
    if (isAllKept) outbox.letGo()
    isKept.set([...held].every(([round, { isUnsent }]) => !isUnsent || !known().includes(round)))
  }

  const recall = async (of: string) => {
    for (const [round, update] of await outbox.recall(of)) {
      const one = open(round)
      one.isUnsent = true
      Y.applyUpdate(one.doc, update, remote)
      if (one.isCaughtUp) sync(round, { step: 'update', bytes: update })
    }
    refresh()
  }
  const cards = board.getMap('cards')
  const boardChanged = () => {
    if (held.size > (running === null ? 0 : 1)) refresh()
  }
  cards.observe(boardChanged)

  return {
    mine,
    isKept,
    leftovers,
    letGo(round) {
      drop(round)
      if (listed.delete(round)) options.letGo(round)
      refresh()
    },
    begin(id) {
      outbox.begin(id)
      sent = 0
      isSettled = isTold = false
      for (const one of held.values()) one.isCaughtUp = false
    },
    hearRound(round) {
      isTold = true
      const next = takesPart() ? (round?.document ?? null) : null
      // Told again and again while it runs.
      if (next !== null && (next !== running || held.get(next)?.isCaughtUp === false)) {
        running = next
        mine.set(open(next).doc)
        ask(next)
      } else if (next === null) {
        running = null
        mine.set(null)
      }
      refresh()
    },
    hearLeftovers(rounds) {
      const before = listed
      listed = new Map(rounds.map(({ round, settings }) => [round, settings]))
      for (const round of listed.keys()) if (held.get(round)?.isCaughtUp !== true) ask(round)
      // Another window of this person has let go of it.
      for (const round of before.keys()) if (!listed.has(round)) drop(round)
      refresh()
    },
    hear({ round, sync: { step, bytes } }) {
      const one = held.get(round)
      if (!one) return
      if (step === 'vector') {
        one.isCaughtUp = true
        one.isUnsent = true
        sync(round, { step: 'difference', bytes: Y.encodeStateAsUpdate(one.doc, bytes) })
      } else Y.applyUpdate(one.doc, bytes, remote)
      refresh()
    },
    hearKept(through) {
      if (through < sent) return
      for (const round of known()) {
        const one = held.get(round)
        if (one?.isCaughtUp) one.isUnsent = false
      }
      refresh()
    },
    settle() {
      isSettled = true
      refresh()
      void outbox.once(recall)
    },
    goOn: askAll,
    forget() {
      for (const round of [...held.keys()]) drop(round)
      mine.set(null)
      leftovers.set([])
      tidy()
    },
    dispose() {
      if (isOver) return
      isOver = true
      cards.unobserve(boardChanged)
      for (const { doc } of held.values()) doc.destroy()
    },
  }
}

const questionOf = (settings: RoundSettings | undefined): string =>
  settings && 'question' in settings ? settings.question : ''

const isSame = (one: readonly LateCards[], other: readonly LateCards[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

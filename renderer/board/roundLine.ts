import type * as Y from 'yjs'
import type { RoundAsk, RoundOrder, RoundShown } from '#shared/room/round'
import { encodeControl, type SealedMessage } from '#shared/sync/messages'
import type { FromGuest, FromHub } from '#shared/sync/protocol'
import { createSealedLine, type SealedLine } from './sealedLine'
import { type Signal, signal } from './signal'
import type { UnsentEdits } from './unsentEdits'

/** The round that the room is in, by this window's own clock. */
export interface RunningRound {
  readonly id: string
  /** Null without an end. */
  readonly time: {
    /** In the time of `performance.now()`; past when the time is up. */
    readonly endsAt: number
    /** ms */
    readonly whole: number
  } | null
  /** What this person is shown of it; others may be shown something else. */
  readonly shown: RoundShown
}

/** The rounds of the room, as this window takes part in them. */
export interface RoomRounds extends SealedLine {
  /** Null when there is none. */
  readonly running: Signal<RunningRound | null>
  /** Asks the hub for what only a facilitator may order. */
  order(order: RoundOrder): void
  /** Asks for something inside the round that runs; nothing happens when there is none. */
  ask(ask: RoundAsk): void
}

export interface RoundLineOptions {
  readonly board: Y.Doc
  send(message: Uint8Array): void
  /** Whether this window is there for somebody. */
  takesPart(): boolean
  /** Where hidden words wait until the file has them, for this connection alone. */
  readonly unsent: UnsentEdits | undefined
  mustKeep(): boolean
}

/** The rounds of a connection. */
export interface RoundLine extends RoomRounds {
  /** The hub answers, for the board with this id. */
  begin(board: string): void
  hear(said: Extract<FromHub, { say: 'round' | 'leftovers' | 'sealed' }>): void
  hearSealed(message: SealedMessage): void
  /** The board is as the hub has it. */
  settle(): void
  /** This person may write again. */
  goOn(): void
  /** Their words were taken out for good. */
  forget(): void
  dispose(): void
}

export function createRoundLine({ send, ...options }: RoundLineOptions): RoundLine {
  const say = (said: FromGuest) => send(encodeControl(said))
  const running = signal<RunningRound | null>(null)
  const sealed = createSealedLine({
    ...options,
    send,
    letGo: (round) => say({ say: 'letGo', round }),
  })
  return {
    ...sealed,
    running,
    order: (order) => say({ say: 'round', order }),
    ask(ask) {
      const round = running.get()
      if (round) say({ say: 'ask', round: round.id, ask })
    },
    hear(said) {
      if (said.say === 'leftovers') return sealed.hearLeftovers(said.rounds)
      if (said.say === 'sealed') return sealed.hearKept(said.through)
      const { round } = said
      running.set(
        round && {
          id: round.id,
          time: round.time && { endsAt: performance.now() + round.time.left, whole: round.time.whole },
          shown: round.shown,
        },
      )
      sealed.hearRound(round)
    },
    hearSealed: sealed.hear,
  }
}

/** The rounds of a window that is in no room. */
export const NO_ROUNDS: RoomRounds = {
  running: signal(null),
  mine: signal(null),
  isKept: signal(true),
  leftovers: signal([]),
  order: () => {},
  ask: () => {},
  letGo: () => {},
}

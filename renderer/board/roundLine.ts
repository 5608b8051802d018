import type { RoundAsk, RoundOrder, RoundShown, ShownRound } from '#shared/room/round'
import type { FromGuest } from '#shared/sync/protocol'
import { type Signal, signal } from './signal'

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
export interface RoomRounds {
  /** Null when there is none. */
  readonly running: Signal<RunningRound | null>
  /** Asks the hub for what only a facilitator may order. */
  order(order: RoundOrder): void
  /** Asks for something inside the round that runs; nothing happens when there is none. */
  ask(ask: RoundAsk): void
}

/** The rounds of a connection: `send` says something to the hub, `hear` is told what the hub says of rounds. */
export function createRoundLine(send: (said: FromGuest) => void): RoomRounds & {
  hear(round: ShownRound | null): void
} {
  const running = signal<RunningRound | null>(null)
  return {
    running,
    order: (order) => send({ say: 'round', order }),
    ask(ask) {
      const round = running.get()
      if (round) send({ say: 'ask', round: round.id, ask })
    },
    hear(round) {
      running.set(
        round && {
          id: round.id,
          time: round.time && { endsAt: performance.now() + round.time.left, whole: round.time.whole },
          shown: round.shown,
        },
      )
    },
  }
}

/** The rounds of a window that is in no room. */
export const NO_ROUNDS: RoomRounds = { running: signal(null), order: () => {}, ask: () => {} }

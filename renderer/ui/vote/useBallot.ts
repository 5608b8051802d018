import { useCallback } from 'react'
import type * as Y from 'yjs'
import type { ShownOf } from '#shared/room/round'
import { type Ballot, dotsOn, putDots, readBallot } from '#shared/room/vote'
import { useSession, useSignal } from '../hooks'
import { useSealed } from '../rounds/useSealed'

const NONE: Ballot = {}

/** This person's ballot, which no other person is sent. */
export function useBallot({ cards, dots, most }: ShownOf<'vote'>): {
  readonly left: number
  on(card: string): number
  mayAdd(card: string): boolean
  put(card: string, dots: number): void
} {
  const doc = useSignal(useSession().replica.rounds.mine)
  const read = useCallback((mine: Y.Doc) => readBallot(mine, { cards, dots, most }), [cards, dots, most])
  const now = useSealed(doc, read, NONE)
  const left = dots - dotsOn(now)
  const on = (card: string) => now[card] ?? 0
  return {
    left,
    on,
    mayAdd: (card) => left > 0 && on(card) < most,
    put(card, wanted) {
      if (doc) putDots(doc, card, wanted)
    },
  }
}

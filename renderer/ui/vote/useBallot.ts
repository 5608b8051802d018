import { useEffect, useState } from 'react'
import type { ShownOf } from '#shared/room/round'
import { type Ballot, dotsOn } from '#shared/room/vote'
import { useSession } from '../hooks'

/** ms after which what the hub has not confirmed is shown as the hub has it. */
const PATIENCE = 3_000

/** This person's ballot, as they have just changed it or as the hub has it. */
export function useBallot({ mine, dots, most }: ShownOf<'vote'>): {
  readonly left: number
  on(card: string): number
  mayAdd(card: string): boolean
  put(card: string, dots: number): void
} {
  const { rounds } = useSession().replica
  const [hoped, setHoped] = useState<Ballot>({})
  useEffect(() => {
    const open = Object.entries(hoped).filter(([card, wanted]) => (mine[card] ?? 0) !== wanted)
    if (open.length < Object.keys(hoped).length) setHoped(Object.fromEntries(open))
    if (open.length === 0) return
    const giveUp = setTimeout(() => setHoped({}), PATIENCE)
    return () => clearTimeout(giveUp)
  }, [mine, hoped])
  const now: Ballot = { ...mine, ...hoped }
  const left = dots - dotsOn(now)
  const on = (card: string) => now[card] ?? 0
  return {
    left,
    on,
    mayAdd: (card) => left > 0 && on(card) < most,
    put(card, wanted) {
      setHoped({ ...hoped, [card]: wanted })
      rounds.ask({ kind: 'vote', card, dots: wanted })
    },
  }
}

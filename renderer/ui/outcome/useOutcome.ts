import { type Placed, placesOf } from '#shared/board/outcomes'
import type { Card, Outcome } from '#shared/board/schema'
import { useRecord, useRecords, useSession, useSignal, useSingleton } from '../hooks'

/** A card with what it got in a vote. */
export interface PlacedCard extends Placed {
  readonly shown: Card
}

/** The outcome that every screen shows now; undefined when there is none, or when the next round runs already. */
export function useOutcome(): Outcome | undefined {
  const running = useSignal(useSession().replica.rounds.running)
  const outcome = useRecord('outcomes', useSingleton('live').outcome)
  return running && running.shown.kind !== 'timer' ? undefined : outcome
}

/** The cards of a vote's outcome that are still on the wall, those with most dots first. */
export function usePlaces(outcome: Outcome): readonly PlacedCard[] {
  const cards = useRecords('cards')
  const byId = new Map(cards.map((card) => [card.id, card]))
  return placesOf(outcome).flatMap((placed) => {
    const shown = byId.get(placed.card)
    return shown ? [{ ...placed, shown }] : []
  })
}

import { useSession, useSignal } from '../hooks'
import { VoteSheet } from '../vote/VoteSheet'

/** What the round that runs asks of the person at this window. */
export function RoundsBeside() {
  const running = useSignal(useSession().replica.rounds.running)
  if (running?.shown.kind === 'vote')
    return <VoteSheet key={running.id} round={running.id} shown={running.shown} />
  return null
}

import { EnergySheet } from '../energy/EnergySheet'
import { useSession, useSignal } from '../hooks'
import { OneTwoFourAllSheet } from '../oneTwoFourAll/OneTwoFourAllSheet'
import { SpeakingSheet } from '../speaking/SpeakingSheet'
import { VoteSheet } from '../vote/VoteSheet'

/** What the round that runs asks of the person at this window. */
export function RoundsBeside() {
  const running = useSignal(useSession().replica.rounds.running)
  if (!running) return null
  const { id, shown } = running
  if (shown.kind === 'vote') return <VoteSheet key={id} round={id} shown={shown} />
  if (shown.kind === 'energy') return <EnergySheet key={id} round={id} shown={shown} />
  if (shown.kind === 'oneTwoFourAll') return <OneTwoFourAllSheet key={id} round={id} shown={shown} />
  if (shown.kind === 'speaking') return <SpeakingSheet key={id} round={id} shown={shown} />
  return null
}

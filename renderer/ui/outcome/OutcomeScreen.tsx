import { useTranslation } from 'react-i18next'
import type { Outcome } from '#shared/board/schema'
import { EnergyResult } from '../energy/EnergyResult'
import { VoteResult } from './VoteResult'

/** Lines that the back row can read at once. */
const MOST = 8

/** What came of a round, on the big screen. */
export function OutcomeScreen({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const isVote = outcome.round === 'vote'
  const title = outcome.question || t(isVote ? 'vote.result' : 'energy.result')
  return (
    <main className="outcome-screen" aria-label={title}>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {isVote ? (
        <>
          <p>{t('vote.tookPart', { count: outcome.people })}</p>
          <VoteResult outcome={outcome} most={MOST} />
        </>
      ) : (
        <EnergyResult outcome={outcome} faceSize={48} />
      )}
    </main>
  )
}

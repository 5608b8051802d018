import { useTranslation } from 'react-i18next'
import type { Outcome } from '#shared/board/schema'
import { EnergyResult } from '../energy/EnergyResult'
import { isLongQuestion } from '../rounds/isLongQuestion'
import { VoteResult } from './VoteResult'

/** Lines that the back row can read at once, and those of them that have room below a long question. */
const MOST = 8
const MOST_BELOW_LONG = 6

/** What came of a round, on the big screen. */
export function OutcomeScreen({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const isVote = outcome.round === 'vote'
  const title = outcome.question || t(isVote ? 'vote.result' : 'energy.result')
  const isLong = isLongQuestion(title)
  return (
    <main className="outcome-screen" aria-label={title}>
      <h1 data-long={isLong || undefined}>
        <bdi>{title}</bdi>
      </h1>
      {isVote ? (
        <>
          <p>{t('vote.tookPart', { count: outcome.people })}</p>
          <VoteResult outcome={outcome} most={isLong ? MOST_BELOW_LONG : MOST} />
        </>
      ) : (
        <EnergyResult outcome={outcome} faceSize={48} />
      )}
    </main>
  )
}

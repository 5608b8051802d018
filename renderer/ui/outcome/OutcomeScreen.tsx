import { useTranslation } from 'react-i18next'
import type { Outcome } from '#shared/board/schema'
import { VoteResult } from './VoteResult'

/** Lines that the back row can read at once. */
const MOST = 8

/** What came of a round, on the big screen. */
export function OutcomeScreen({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  return (
    <main className="outcome-screen" aria-label={t('vote.result')}>
      <h1 dir="auto">{outcome.question || t('vote.result')}</h1>
      <p>{t('vote.tookPart', { count: outcome.people })}</p>
      <VoteResult outcome={outcome} most={MOST} />
    </main>
  )
}

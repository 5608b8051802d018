import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { isLongQuestion } from './isLongQuestion'
import { useCounts } from './useCounts'
import './rounds.css'

/** Silent writing on the big screen: what is asked, and how much is written. Its time stands below. */
export function RoundScreen() {
  const { t } = useTranslation()
  const round = useSignal(useSession().replica.rounds.running)
  const counts = useCounts()
  if (round?.shown.kind !== 'writing') return null
  return (
    <main className="round-screen" aria-label={t('writing.title')}>
      <p className="round-screen-kind">{t('writing.title')}</p>
      <h1 dir="auto" data-long={isLongQuestion(round.shown.question) || undefined}>
        {round.shown.question || t('writing.noQuestion')}
      </h1>
      <p className="round-screen-counts">{counts}</p>
      <p className="round-screen-note">{t('writing.hiddenUntil')}</p>
    </main>
  )
}

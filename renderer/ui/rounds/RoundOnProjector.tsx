import { Vote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Icon } from '../kit/Icon'
import './roundOnProjector.css'

/** On the big screen over the wall: which round runs, what it asks, and how far it has come. */
export function RoundOnProjector() {
  const { t } = useTranslation()
  const running = useSignal(useSession().replica.rounds.running)
  if (running?.shown.kind !== 'vote') return null
  const { question, voted } = running.shown
  return (
    <div className="round-projected" role="status">
      <Icon of={Vote} size={40} />
      <p>
        <strong dir="auto">{question || t('vote.title')}</strong>
        <span>{t('vote.voted', { count: voted })}</span>
      </p>
    </div>
  )
}

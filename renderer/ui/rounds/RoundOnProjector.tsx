import { type LucideIcon, MicVocal, Smile, UsersRound, Vote } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundShown } from '#shared/room/round'
import { useSession, useSignal } from '../hooks'
import { Icon } from '../kit/Icon'
import { SpeakingProjected } from '../speaking/SpeakingProjected'
import './roundOnProjector.css'

/** On the big screen over the wall: which round runs, what it asks, and how far it has come. */
export function RoundOnProjector() {
  const { t } = useTranslation()
  const running = useSignal(useSession().replica.rounds.running)
  const told = running && tellOf(running.shown)
  if (!told) return null
  const [icon, words] = told
  return (
    <div className="round-projected" role="status">
      <Icon of={icon} size={40} />
      {words}
    </div>
  )

  function tellOf(shown: RoundShown): readonly [LucideIcon, ReactNode] | null {
    if (shown.kind === 'speaking') return [MicVocal, <SpeakingProjected key="speaking" shown={shown} />]
    if (shown.kind === 'energy')
      return [
        Smile,
        <p key="energy">
          <strong>{t('energy.title')}</strong>
          <span>{t('energy.answered', { count: shown.answered })}</span>
        </p>,
      ]
    if (shown.kind === 'oneTwoFourAll')
      return [
        UsersRound,
        <p key="circles">
          {shown.question && <strong dir="auto">{shown.question}</strong>}
          <span>
            {t(`circles.steps.${shown.circle}`)}: {t(`circles.how.${shown.circle}`)}
          </span>
        </p>,
      ]
    if (shown.kind !== 'vote') return null
    return [
      Vote,
      <p key="vote">
        <strong dir="auto">{shown.question || t('vote.title')}</strong>
        <span>{t('vote.voted', { count: shown.voted })}</span>
      </p>,
    ]
  }
}

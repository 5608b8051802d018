import { BellRing, Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon'
import { clockOf, type TimeLeft } from './useTimer'
import './timer.css'

/** What is left, as digits; softly in another colour when the time is up. */
export function TimerFace({ time: { seconds } }: { time: TimeLeft }) {
  const { t } = useTranslation()
  const isOver = seconds === 0
  return (
    <span className={isOver ? 'timer-face timer-over' : 'timer-face'}>
      <Icon of={isOver ? BellRing : Timer} size={18} />
      {isOver && <span className="timer-words">{t('timer.over')}</span>}
      <bdi dir="ltr" className={isOver ? 'timer-digits timer-digits-over' : 'timer-digits'}>
        {clockOf(seconds)}
      </bdi>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import type { TimeLeft } from './useTimer'

/** Reads aloud that a timer began, that one minute is left and that the time is up: not every second. */
export function TimerNews({ time }: { time: TimeLeft | null }) {
  const { t } = useTranslation()
  return (
    <span className="unseen" role="status">
      {time && words(time)}
    </span>
  )

  function words({ seconds, minutes }: TimeLeft): string {
    if (seconds === 0) return t('timer.over')
    return seconds <= 60 && minutes > 1 ? t('timer.minuteLeft') : t('timer.began', { count: minutes })
  }
}

import { useTranslation } from 'react-i18next'
import { Choice } from '../kit/Field'

const MINUTES = [0, 2, 5, 10] as const

/** How long a round has; 0 for no end. */
export function RoundMinutes({
  minutes,
  onChoose,
}: {
  minutes: number
  onChoose: (minutes: number) => void
}) {
  const { t } = useTranslation()
  return (
    <Choice
      legend={t('rounds.time')}
      options={MINUTES.map((each) => ({
        value: String(each),
        label: each === 0 ? t('rounds.noEnd') : t('timer.minutes', { count: each }),
      }))}
      value={String(minutes)}
      onChoose={(chosen) => onChoose(Number(chosen))}
    />
  )
}

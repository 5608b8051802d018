import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Tick } from '../kit/Field'
import { RoundStarts } from './RoundStarts'
import { ROUND_PARTS } from './roundParts'
import { TimerForm } from './TimerForm'

/** Leads the round that runs, or begins one. */
export function RoundsSheet({
  hasSound,
  onSound,
  onDone,
}: {
  hasSound: boolean
  onSound: (isOn: boolean) => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const round = useSignal(useSession().replica.rounds.running)
  const Lead = round && ROUND_PARTS[round.shown.kind]?.Lead
  const sound = (
    <Tick
      label={t('timer.sound')}
      checked={hasSound}
      onChange={(event) => onSound(event.currentTarget.checked)}
    />
  )
  return (
    <section className="rounds-form" aria-label={t('rounds.title')}>
      {Lead && <Lead onDone={onDone} />}
      {!round || round.shown.kind === 'timer' ? (
        <>
          <h2 className="rounds-timer">{t('timer.title')}</h2>
          <TimerForm onDone={onDone} more={sound} />
          <RoundStarts onDone={onDone} />
        </>
      ) : (
        sound
      )}
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { commandWith } from '../../board/commands/commands'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { Tick } from '../kit/Field'
import { ROUND_PARTS, ROUND_STARTS } from './roundParts'
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
  const session = useSession()
  const round = useSignal(session.replica.rounds.running)
  const Lead = round && ROUND_PARTS[round.shown.kind]?.Lead
  return (
    <section className="rounds-form" aria-label={t('rounds.title')}>
      {Lead && <Lead onDone={onDone} />}
      {(!round || round.shown.kind === 'timer') && (
        <>
          <div className="rounds-starts">
            {ROUND_STARTS.map(({ id, icon }) => (
              <Button
                key={id}
                icon={icon}
                onClick={() => {
                  onDone()
                  const command = commandWith(id)
                  if (command?.isPossible(session)) command.run(session)
                }}
              >
                {t(`commands.${id}`)}
              </Button>
            ))}
          </div>
          <h2 className="rounds-timer">{t('timer.title')}</h2>
          <TimerForm onDone={onDone} />
        </>
      )}
      <Tick
        label={t('timer.sound')}
        checked={hasSound}
        onChange={(event) => onSound(event.currentTarget.checked)}
      />
    </section>
  )
}

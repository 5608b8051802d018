import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../hooks'
import { Button } from '../kit/Button'
import { TextField, Tick } from '../kit/Field'
import { MINUTE, PRESETS, typedMinutes } from './minutes'

/** Sets the timer to so many minutes. */
export function TimerForm({
  onDone,
  more,
}: {
  onDone: () => void
  /** What else can be set about its time. */
  more: ReactNode
}) {
  const { t } = useTranslation()
  const { rounds } = useSession().replica
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isSilent, setSilent] = useState(false)
  const start = (minutes: number) => {
    rounds.order({ do: 'begin', settings: { kind: 'timer', ms: minutes * MINUTE, silent: isSilent } })
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const minutes = typedMinutes(typed)
    if (minutes !== null) start(minutes)
    else setWrong(true)
  }
  return (
    <>
      <p className="field-note">{t('timer.lead')}</p>
      <div className="rounds-presets">
        {PRESETS.map((minutes) => (
          <Button key={minutes} onClick={() => start(minutes)}>
            {t('timer.minutes', { count: minutes })}
          </Button>
        ))}
      </div>
      <form noValidate onSubmit={submit}>
        <TextField
          label={t('timer.own')}
          inputMode="numeric"
          maxLength={3}
          value={typed}
          error={isWrong ? t('timer.range') : undefined}
          end={
            <Button submits disabled={typed.trim() === ''}>
              {t('timer.start')}
            </Button>
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(false)
          }}
        />
      </form>
      <details className="fold">
        <summary>{t('timer.more')}</summary>
        <Tick
          label={t('sort.inTimer')}
          checked={isSilent}
          onChange={(event) => setSilent(event.currentTarget.checked)}
        />
        {more}
      </details>
    </>
  )
}

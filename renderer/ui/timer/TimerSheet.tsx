import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_ROUND } from '#shared/room/time'
import { Button } from '../kit/Button'
import { TextField, Tick } from '../kit/Field'
import type { TimeLeft } from './useTimer'

const PRESETS = [2, 5, 10, 15] as const
const MINUTE = 60_000
const MOST = LONGEST_ROUND / MINUTE

/** Sets the timer to so many minutes, or lengthens and stops the one that runs. */
export function TimerSheet({
  time,
  hasSound,
  onSound,
  onStart,
  onAdd,
  onStop,
}: {
  time: TimeLeft | null
  hasSound: boolean
  onSound: (isOn: boolean) => void
  onStart: (ms: number, isSilent: boolean) => void
  onAdd: (ms: number) => void
  onStop: () => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isSilent, setSilent] = useState(false)
  const start = (minutes: number) => onStart(minutes * MINUTE, isSilent)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const minutes = Number(western(typed))
    if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST) start(minutes)
    else setWrong(true)
  }
  return (
    <section className="timer-form" aria-label={t('timer.title')}>
      {time && (
        <div className="timer-running">
          <Button tone="primary" data-first onClick={() => onAdd(MINUTE)}>
            {t('timer.addMinute')}
          </Button>
          <Button onClick={() => onStop()}>{t('timer.stop')}</Button>
        </div>
      )}
      <p className="field-note">{t('timer.lead')}</p>
      <Tick
        label={t('sort.inTimer')}
        checked={isSilent}
        onChange={(event) => setSilent(event.currentTarget.checked)}
      />
      <div className="timer-presets">
        {PRESETS.map((minutes) => (
          <Button key={minutes} onClick={() => start(minutes)}>
            {t('timer.minutes', { count: minutes })}
          </Button>
        ))}
      </div>
      <form className="timer-own" noValidate onSubmit={submit}>
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
      <Tick
        label={t('timer.sound')}
        checked={hasSound}
        onChange={(event) => onSound(event.currentTarget.checked)}
      />
    </section>
  )
}

/** Arabic and Persian keyboards write digits of their own. */
function western(typed: string): string {
  return typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

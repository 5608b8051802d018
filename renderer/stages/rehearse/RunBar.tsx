import { ArrowLeft, ArrowRight, Pause, Play, Presentation, Square } from 'lucide-react'
import { useEffectEvent, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf } from '#shared/language'
import { Button, IconButton } from '../../ui/kit/Button'
import type { Run } from './useRun'

/** Starts, moves, freezes and ends a rehearsal, with buttons, keys and clickers. */
export function RunBar({
  run,
  count,
  canWrite,
  onPresent,
}: {
  run: Run
  count: number
  canWrite: boolean
  onPresent?: (() => void) | undefined
}) {
  const { t, i18n } = useTranslation()
  const { isRunning, isFrozen, place } = run

  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('input, textarea, select') || event.altKey || event.ctrlKey || event.metaKey) return
    // On a button these two press it.
    if (target?.closest('button, summary') && (event.key === ' ' || event.key === 'Enter')) return
    const isMirrored = directionOf(i18n.language) === 'rtl'
    const onward = ['PageDown', ' ', 'Enter', isMirrored ? 'ArrowLeft' : 'ArrowRight']
    const backward = ['PageUp', isMirrored ? 'ArrowRight' : 'ArrowLeft']
    if (onward.includes(event.key)) run.forward()
    else if (backward.includes(event.key)) run.back()
    else if (event.key.toLowerCase() === 'f') run.freeze(!isFrozen)
    else return
    event.preventDefault()
  })

  useLayoutEffect(() => {
    if (!isRunning || !canWrite) return
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isRunning, canWrite])

  if (!isRunning)
    return (
      <div className="run-bar">
        <Button tone="primary" icon={Play} disabled={!canWrite || count === 0} onClick={() => run.start()}>
          {t('rehearse.run')}
        </Button>
        <p className="field-note">{count === 0 ? t('rehearse.runNeedsLines') : t('rehearse.runHint')}</p>
      </div>
    )
  return (
    <div className="run-bar run-bar-live">
      <p className="run-place" role="status">
        {t('rehearse.place', { number: place.at + 1, count })}
      </p>
      <IconButton
        icon={ArrowLeft}
        mirrors
        label={t('rehearse.back')}
        shortcut="PageUp"
        disabled={!canWrite || !place.previous}
        onClick={run.back}
      />
      <Button
        tone="primary"
        icon={ArrowRight}
        disabled={!canWrite || (!place.next && !isFrozen)}
        onClick={run.forward}
      >
        {isFrozen ? t('rehearse.goOn') : t('rehearse.next')}
      </Button>
      <Button icon={Pause} aria-pressed={isFrozen} disabled={!canWrite} onClick={() => run.freeze(!isFrozen)}>
        {t('rehearse.freeze')}
      </Button>
      {onPresent && (
        <Button icon={Presentation} onClick={onPresent}>
          {t('rehearse.present')}
        </Button>
      )}
      <Button tone="quiet" icon={Square} disabled={!canWrite} onClick={run.stop}>
        {t('rehearse.stop')}
      </Button>
    </div>
  )
}

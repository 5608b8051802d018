import { Check, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { STAGES, type Stage } from '#shared/board/vocabulary'
import { useSingleton } from '../hooks'
import { Icon } from '../kit/Icon'

/** The seven stages as joined steps: the one shown here filled, those the room has done ticked. */
export function StageBar({
  stage,
  isHeld,
  onStage,
}: {
  stage: Stage
  /** Nobody at this window may go to another stage now. */
  isHeld: boolean
  onStage: (stage: Stage) => void
}) {
  const { t } = useTranslation()
  const room = STAGES.indexOf(useSingleton('meta').stage)
  return (
    <nav className="stage-bar" aria-label={t('board.stages')}>
      <ol className="stage-steps">
        {STAGES.map((one, at) => {
          const isDone = at < room
          const isRoom = at === room && one !== stage
          return (
            <li key={one} className={isRoom ? 'stage-place stage-at-room' : 'stage-place'}>
              <button
                type="button"
                className="stage-step"
                aria-current={one === stage ? 'step' : undefined}
                title={t(`stages.${one}`)}
                aria-disabled={isHeld && one !== stage ? true : undefined}
                onClick={() => onStage(one)}
              >
                {isHeld && one === stage && <Icon of={Lock} size={16} />}
                {isDone && <Icon of={Check} size={16} />}
                <span>{t(`stages.${one}`)}</span>
                {isDone && <span className="unseen">{t('board.stageDone')}</span>}
                {isRoom && <span className="unseen">{t('board.stageRoom')}</span>}
              </button>
            </li>
          )
        })}
      </ol>
      <select
        className="stage-select"
        aria-label={t('board.stageOf')}
        value={stage}
        onChange={(event) => onStage(STAGES.find((one) => one === event.currentTarget.value) ?? stage)}
      >
        {STAGES.map((one, at) => (
          <option key={one} value={one}>
            {at < room ? '✓ ' : ''}
            {t(`stages.${one}`)}
          </option>
        ))}
      </select>
    </nav>
  )
}

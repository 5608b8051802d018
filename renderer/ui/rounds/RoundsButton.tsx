import { Timer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Icon } from '../kit/Icon'
import { Popover } from '../kit/Popover'
import { chime } from '../timer/chime'
import { TimerFace } from '../timer/TimerFace'
import { TimerNews } from '../timer/TimerNews'
import { clockOf, useTimer } from '../timer/useTimer'
import { RoundsSheet } from './RoundsSheet'
import { ROUND_PARTS } from './roundParts'
import './rounds.css'

const SOUND_KEY = 'timerSound'

/** The room's round in the bar: everybody sees what is left of its time, and whoever leads the room begins and ends it. */
export function RoundsButton() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const { replica } = useSession()
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const round = useSignal(replica.rounds.running)
  const time = useTimer()
  const [isOpen, setOpen] = useState(false)
  const [hasSound, setSound] = useState(() => platform.recall(SOUND_KEY) === 'on')
  const button = useRef<HTMLButtonElement>(null)
  const isOver = time?.seconds === 0

  const wasRunning = useRef(false)
  useEffect(() => {
    // Whoever comes in when the time is up already hears nothing.
    if (isOver && wasRunning.current && hasSound && isLeading) chime()
    wasRunning.current = time !== null && !isOver
  }, [isOver, time, hasSound, isLeading])

  const opens = { ref: button, 'aria-expanded': isOpen, onClick: () => setOpen(!isOpen) }
  const part = round && ROUND_PARTS[round.shown.kind]
  return (
    <>
      {isLeading && !round && <IconButton icon={Timer} label={t('rounds.title')} {...opens} />}
      {isLeading && part && (
        <button
          type="button"
          className="timer-button"
          aria-label={time ? `${t('timer.left')}: ${clockOf(time.seconds)}` : t(part.name)}
          {...opens}
        >
          {time ? (
            <TimerFace time={time} />
          ) : (
            <span className="timer-face">
              <Icon of={part.icon} size={18} />
              <span className="timer-words">{t(part.name)}</span>
            </span>
          )}
        </button>
      )}
      {!isLeading && time && (
        <div role="timer" aria-label={t('timer.left')}>
          <TimerFace time={time} />
        </div>
      )}
      <TimerNews time={time} />
      {isOpen && isLeading && (
        <Popover anchor={button} onClose={() => setOpen(false)} className="popover rounds-sheet">
          <RoundsSheet
            hasSound={hasSound}
            onSound={(isOn) => {
              platform.remember(SOUND_KEY, isOn ? 'on' : null)
              setSound(isOn)
            }}
            onDone={() => setOpen(false)}
          />
        </Popover>
      )}
    </>
  )
}

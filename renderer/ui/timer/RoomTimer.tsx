import { Timer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform, useSession, useSignal } from '../hooks'
import { IconButton } from '../kit/Button'
import { Popover } from '../kit/Popover'
import { chime } from './chime'
import { TimerFace } from './TimerFace'
import { TimerNews } from './TimerNews'
import { TimerSheet } from './TimerSheet'
import { clockOf, useTimer } from './useTimer'
import './timer.css'

const SOUND_KEY = 'timerSound'

/** The room's timer in the bar: everybody sees what is left, and whoever leads the room sets it. */
export function RoomTimer() {
  const { t } = useTranslation()
  const platform = usePlatform()
  const { replica } = useSession()
  const isLeading = useSignal(replica.me)?.role === 'facilitator'
  const time = useTimer()
  const round = useSignal(replica.rounds.running)
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
  return (
    <>
      {isLeading && !time && <IconButton icon={Timer} label={t('timer.title')} {...opens} />}
      {isLeading && time && (
        <button
          type="button"
          className="timer-button"
          aria-label={`${t('timer.left')}: ${clockOf(time.seconds)}`}
          {...opens}
        >
          <TimerFace time={time} />
        </button>
      )}
      {!isLeading && time && (
        <div role="timer" aria-label={t('timer.left')}>
          <TimerFace time={time} />
        </div>
      )}
      <TimerNews time={time} />
      {isOpen && isLeading && (
        <Popover anchor={button} onClose={() => setOpen(false)} className="popover timer-sheet">
          <TimerSheet
            time={time}
            hasSound={hasSound}
            onSound={(isOn) => {
              platform.remember(SOUND_KEY, isOn ? 'on' : null)
              setSound(isOn)
            }}
            onStart={(ms, silent) => {
              replica.rounds.order({ do: 'begin', settings: { kind: 'timer', ms, silent } })
              setOpen(false)
            }}
            onAdd={(ms) => round && replica.rounds.order({ do: 'addTime', round: round.id, ms })}
            onStop={() => {
              if (round) replica.rounds.order({ do: 'end', round: round.id })
              setOpen(false)
            }}
          />
        </Popover>
      )}
    </>
  )
}

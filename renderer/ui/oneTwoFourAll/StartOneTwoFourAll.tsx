import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CIRCLES } from '#shared/room/oneTwoFourAll'
import { Stepper } from '../kit/Stepper'
import { StartRound } from '../rounds/StartRound'
import './oneTwoFourAll.css'

const MINUTE = 60_000
/** Minutes of the four steps, as the method has them. */
const USUAL = [1, 2, 4, 5] as const
const MOST = 30

/** Begins 1-2-4-All with a question and the minutes of its four steps. */
export function StartOneTwoFourAll() {
  const { t } = useTranslation()
  const [minutes, setMinutes] = useState<readonly [number, number, number, number]>(USUAL)
  const set = (at: number, to: number) => {
    const [alone, pairs, fours, all] = minutes.map((each, place) => (place === at ? to : each))
    setMinutes([alone ?? 1, pairs ?? 1, fours ?? 1, all ?? 1])
  }
  const [alone, ...later] = minutes
  return (
    <StartRound
      icon={UsersRound}
      title={t('circles.start')}
      lead={t('circles.lead')}
      label={t('circles.question')}
      begin={t('circles.begin')}
      settings={(question) => ({
        kind: 'oneTwoFourAll',
        ms: alone * MINUTE,
        later: [later[0] * MINUTE, later[1] * MINUTE, later[2] * MINUTE],
        question,
      })}
    >
      <div className="circle-minutes">
        {CIRCLES.map((circle, at) => (
          <Stepper
            key={circle}
            label={t('circles.minutesOf', { step: t(`circles.steps.${circle}`) })}
            value={minutes[at] ?? 1}
            least={1}
            most={MOST}
            onChange={(to) => set(at, to)}
          />
        ))}
      </div>
    </StartRound>
  )
}

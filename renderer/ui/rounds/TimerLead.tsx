import { useTranslation } from 'react-i18next'
import { useSession, useSignal } from '../hooks'
import { Button } from '../kit/Button'
import { MINUTE } from './minutes'

/** Lengthens and stops the timer that runs. */
export function TimerLead({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { rounds } = useSession().replica
  const round = useSignal(rounds.running)
  if (!round) return null
  return (
    <div className="rounds-running">
      <Button
        tone="primary"
        data-first
        onClick={() => rounds.order({ do: 'addTime', round: round.id, ms: MINUTE })}
      >
        {t('timer.addMinute')}
      </Button>
      <Button
        onClick={() => {
          rounds.order({ do: 'end', round: round.id })
          onDone()
        }}
      >
        {t('timer.stop')}
      </Button>
    </div>
  )
}
